import { catchError, concat, defaultIfEmpty, map, type Observable, of, throwError } from 'rxjs';
import { inner } from '../connection/inner.ts';
import { ConnectionLost, Contradiction, isClientError } from '../errors.ts';
import { type Account, idsWith, standingOf } from './account.ts';
import { type Cell, createCell } from './cell.ts';
import type { Engine } from './engine.ts';
import { noteSent } from './isOurs.ts';
import { type Life, type LifeAsk, type LifeInput, newLife, type OrderLife, isEnd } from './life.ts';
import { lookFor } from './lookFor.ts';
import { now, type Untimed, wallOf } from './now.ts';
import { inputOfError, inputOfReply } from './reply.ts';
import type { Resolve } from './resolve.ts';
import { isListOut } from './restore.ts';
import { type Rivals, rivalsOf } from './rivals.ts';
import type { OrderKey } from './shelf.ts';

const performOf =
  (engine: Engine) =>
  (ask: LifeAsk, cell: Cell): void => {
    if (ask._tag === 'Look') lookFor(engine, cell, ask.asked);
    else
      engine.connection[inner].report(
        new Contradiction(cell.life().shown.OrderId ?? cell.ClientOrderId, ask.problem),
      );
  };

/** An order is found by its id as soon as that is known, and not at all when it has ended. */
const changedOf =
  ({ account, routes }: Engine) =>
  (cell: Cell): void => {
    const { rivals, shown } = cell.life();
    const { _tag, ClientOrderId, isFinal, OrderId } = shown;
    if (isFinal && isEnd(_tag)) routes.remove(cell, { tag: _tag, ClientOrderId, OrderId, rivals });
    else if (OrderId !== undefined && !routes.isBound(cell, OrderId)) {
      routes.bind(cell, OrderId);
      const standing = standingOf(account(), OrderId);
      if (standing !== undefined) cell.take({ _tag: 'Told', standing, how: 'event' });
    }
  };

/** Orders that the account knows by this id already are none of ours, and more may be in a list that is on its way. */
const rivalsIn = (account: Account, id: OrderKey): Rivals =>
  rivalsOf(new Set(idsWith(account, id)), isListOut(account));

/** What is to be followed. */
export interface Placed {
  readonly ClientOrderId: OrderKey;
  /** Whether the id was given by the caller, and may have been used before. */
  readonly isGiven: boolean;
  /** What is asked for. */
  readonly remaining: number;
  readonly resolve: Resolve;
}

/** Begins to follow an order that is about to be sent. */
export const addCell = (
  engine: Engine,
  placed: Placed,
  change: (life: Life) => Life = (life) => life,
): Cell => {
  const { ClientOrderId, isGiven, remaining, resolve } = placed;
  const { inTurn, hasEchoed } = engine;
  const account = engine.account();
  const rivals = isGiven ? rivalsIn(account, ClientOrderId) : undefined;
  const cell = createCell({
    AccountId: engine.AccountId,
    ClientOrderId,
    life: change(newLife(ClientOrderId, remaining, { at: now(), isOn: account.isOn, rivals })),
    context: () => ({ resolve, hasEchoed: hasEchoed() }),
    perform: performOf(engine),
    changed: changedOf(engine),
    inTurn,
  });
  engine.routes.add(cell);
  return cell;
};

type Input = Untimed<LifeInput>;

const doubt = (call: string, why: string): Input => ({
  _tag: 'Doubt',
  reason: new ConnectionLost(call, true, why),
});

/** The reply as an input. What is no error of ours is thrown on, and the order looked for. */
const inputs$ = (call: string, reply$: Observable<unknown>): Observable<Input> =>
  reply$.pipe(
    map((reply): Input => inputOfReply(reply) ?? { _tag: 'Taken' }),
    defaultIfEmpty<Input, Input>(doubt(call, 'there was no reply')),
    catchError((error: unknown) =>
      isClientError(error)
        ? of(inputOfError(call, error))
        : concat(
            of(doubt(call, 'an unexpected error occurred')),
            throwError(() => error),
          ),
    ),
  );

/**
 * Sends an order that is followed, and feeds it the reply. It is told as `Sent` first, unless nothing has left.
 *
 * @param reply$ What sends, once, when it is subscribed to.
 */
export const send = (engine: Engine, cell: Cell, call: string, reply$: Observable<unknown>): void => {
  noteSent(engine.AccountId, cell.ClientOrderId);
  engine.inTurn(() => {
    const inCall: string[] = [];
    inputs$(call, reply$).subscribe((input) => {
      inCall.push(input._tag);
      cell.take(input);
    });
    if (!inCall.includes('Ended')) cell.begin();
    // It is told of a little later; that it is not on its way holds from now on.
    else {
      const { ClientOrderId } = cell;
      const { rivals } = cell.life();
      engine.routes.remove(cell, { tag: 'NotSent', ClientOrderId, OrderId: undefined, rivals });
    }
  });
};

/** Follows an order that is over before it began. */
export const endedLife = (
  ClientOrderId: OrderKey,
  remaining: number,
  reason: OrderLife['reason'],
): OrderLife => {
  const { shown } = newLife(ClientOrderId, remaining, { at: now(), isOn: false });
  const ended: OrderLife = { ...shown, _tag: 'NotSent', isFinal: true, at: wallOf(shown.at) };
  return reason === undefined ? ended : { ...ended, reason };
};
