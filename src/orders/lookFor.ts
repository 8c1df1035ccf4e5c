import { defer, filter, map, merge, type Observable, switchMap, takeUntil } from 'rxjs';
import { inner } from '../connection/inner.ts';
import { Contradiction } from '../errors.ts';
import { standingOf } from './account.ts';
import type { Cell } from './cell.ts';
import type { Engine } from './engine.ts';
import { latestOf, look$, type Seen } from './look.ts';
import { lookTurn$ } from './lookTurn.ts';
import { now, wallOf } from './now.ts';
import type { Look } from './resolve.ts';
import type { Rivals } from './rivals.ts';

/** What was found is the order from now on, and all is known of it that the account knows. */
const found = (engine: Engine, cell: Cell, { rows }: Seen, how: 'status' | 'history'): void => {
  const row = latestOf(rows);
  if (row === undefined) return;
  const ids = new Set(rows.map(({ OrderId }) => OrderId));
  if (ids.size > 1) {
    const problem = `it is one of ${ids.size} orders with the id ${cell.ClientOrderId}, and was received last`;
    engine.connection[inner].report(new Contradiction(row.OrderId, problem));
  }
  engine.routes.bind(cell, row.OrderId);
  engine.take({ _tag: 'Found', rows: rows.filter(({ OrderId }) => OrderId === row.OrderId), how });
  engine.inTurn(() => {
    const standing = standingOf(engine.account(), row.OrderId);
    if (standing !== undefined) cell.take({ _tag: 'Told', standing, how });
  });
};

/** Orders with its id that were sent from here as well count as others': only the reply could tell which it is. */
const withSiblings = ({ routes }: Engine, cell: Cell, rivals: Rivals | undefined): Rivals | undefined => {
  if (rivals === undefined) return undefined;
  const siblings = routes
    .all()
    .filter((other) => other !== cell && other.ClientOrderId === cell.ClientOrderId)
    .map((other) => other.life())
    .flatMap((life) => (life.rivals === undefined ? [] : (life.shown.OrderId ?? [])));
  return { ...rivals, listed: new Set([...rivals.listed, ...siblings]) };
};

/** Looks for an order now; what is emitted tells it what was seen. */
const seenBy$ = (engine: Engine, cell: Cell, asked: Look['asked']): Observable<() => void> =>
  defer(() => {
    const { AccountId, ClientOrderId } = cell;
    const { sentAt, session, shown } = cell.life();
    const at = now();
    const rivals = withSiblings(engine, cell, cell.life().rivals);
    const wanted = { AccountId, ClientOrderId, OrderId: shown.OrderId, rivals };
    return look$(engine.connection, wanted, asked).pipe(
      map((seen) => () => {
        found(engine, cell, seen, asked === 'status' ? 'status' : 'history');
        const { isClean, error, rows } = seen;
        const told = { at: wallOf(at), age: at - sentAt, asked, found: rows.length, isClean };
        cell.take({ _tag: 'Looked', look: error === undefined ? told : { ...told, error }, session });
      }),
    );
  });

/**
 * Looks for an order that is followed, when the turn of this look comes, and tells the order what was seen. The one that
 * was sent first comes first. A look that waits when the stream of the account is lost or begins anew is dropped, as the
 * life of the order asks again by itself; so is one for an order that has ended. It ends with the engine.
 */
export const lookFor = (engine: Engine, cell: Cell, asked: Look['asked']): void => {
  const { connection, inTurn, life, on$ } = engine;
  const over$ = cell.life$.pipe(filter(({ isFinal }) => isFinal));
  const turn$ = lookTurn$(connection, cell.life().sentAt).pipe(takeUntil(merge(on$, over$)));
  life.add(turn$.pipe(switchMap(() => seenBy$(engine, cell, asked))).subscribe(inTurn));
};
