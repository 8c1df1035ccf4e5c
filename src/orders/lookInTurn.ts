import { concat, defer, ignoreElements, merge, type Observable, of, switchMap, take, tap } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import type { ConnectionState } from '../connection/state.ts';
import { GetOrdersHistory } from '../endpoints/trading/GetOrdersHistory.ts';
import { timeLimit$, type Unsent } from '../requests/timeLimit.ts';
import { unsentIn } from '../requests/usableSocket.ts';
import { failedAsSeen, type Seen } from './look.ts';
import { lookTurn$ } from './lookTurn.ts';
import { now } from './now.ts';

/** Why a look has not left that waited for its turn. */
const heldByOthers: Unsent = { why: 'other orders were looked for first' };

/**
 * Looks for an order by the id that we gave, when the turn of this look comes. The wait and the look together last as
 * long as a request may: one that has no turn by then has seen nothing, with a `RequestTimeout`. Cold; never errors;
 * unsubscribing leaves the queue.
 *
 * @param look What looks, within so many milliseconds.
 */
export const lookInTurn$ = (
  connection: Connection,
  look: (within: number) => Observable<Seen>,
): Observable<Seen> =>
  defer(() => {
    const terms = connection[inner];
    const { deadlines, requestTimeout } = terms;
    const askedAt = deadlines.now();
    let last: ConnectionState | undefined;
    const watch$ = connection.state$.pipe(
      tap((state) => (last = state)),
      ignoreElements(),
    );
    // When the connection is over there is no turn, and the look says so.
    const turn$ = concat(lookTurn$(connection, now()), of(undefined));
    const unsent = (): Unsent => unsentIn(last, heldByOthers);
    return merge(watch$, turn$, timeLimit$(GetOrdersHistory.name, terms, askedAt, false, unsent)).pipe(
      take(1),
      switchMap(() => look(requestTimeout - (deadlines.now() - askedAt))),
      failedAsSeen(),
    );
  });
