import * as E from 'fp-ts/lib/Either.js';
import { concatMap, defer, filter, type Observable, of, skipWhile, tap, throwError } from 'rxjs';
import type { Connection } from '../../connection/connection.ts';
import type { InstrumentParams } from '../../topics/instrumentId.ts';
import { SubscribeTrades } from '../../topics/SubscribeTrades.ts';
import { isCount, wrongHistory } from '../historyInput.ts';
import type { Trade, TradeGap } from './trade.ts';
import { isDeep, keptTrades, lastTrades } from './tradeLog.ts';
import { type KeptTrades, tradesEngineOf } from './tradesEngine.ts';

/** What {@link trades$} takes. */
export type TradesParams = InstrumentParams & {
  /** How many trades of the past come first, up to 2,048; fewer where the exchange has no more. @default 0 */
  readonly history?: number | undefined;
};

/** What one consumer is told of a state: at first the past it wants, then what is new. */
const itemsOf = (
  { log, failure }: KeptTrades,
  history: number,
  isFirst: boolean,
): Observable<Trade | TradeGap> => {
  if (failure !== undefined) return throwError(() => failure);
  return of(...(isFirst ? lastTrades(log, history) : log.told));
};

/**
 * The public trades of an instrument, each once, over any number of reconnects: by their ids, in whose order they come,
 * but for one that the exchange itself tells late. No login needed.
 *
 * After a loss what was missed is asked for; where the exchange does not tell of that any more, a {@link TradeGap} stands
 * in its place. A symbol is looked up on every socket: where it stands for another instrument by then, that one's trades
 * follow, behind a gap, as do those of an exchange that counts from the beginning again. Without `history` it tells what
 * comes from now on; with it the last trades first.
 *
 * Cold; consumers of one instrument share one subscription at the exchange and one log. It completes when the client is
 * closed. It errors where it cannot be had, with the cause: no such instrument, parameters that cannot be sent, or the
 * connection was given up; what may pass is waited for and told on `error$`.
 *
 * @example
 * trades$(client, { Symbol: 'BTCUSDT', history: 20 }).subscribe((item) =>
 *   console.log(item._tag === 'Gap' ? `missing after ${item.from}` : item.Price),
 * );
 */
export const trades$ = (connection: Connection, params: TradesParams): Observable<Trade | TradeGap> =>
  defer(() => {
    const { history = 0, ...instrument } = params;
    if (!isCount(history)) {
      return throwError(() => wrongHistory(SubscribeTrades.name, 'an integer of 0 or more', history));
    }
    const settled = SubscribeTrades.settle(instrument);
    if (E.isLeft(settled)) return throwError(() => settled.left);
    const count = Math.min(history, keptTrades);
    const engine = tradesEngineOf(connection, instrument);
    engine.want(count);
    let isOver = false;
    return engine.kept$.pipe(
      tap({ complete: () => (isOver = true) }),
      skipWhile(({ log, failure }) => failure === undefined && !isDeep(log, count)),
      // Nothing is told behind the end, also in the midst of what one state brings.
      concatMap((kept, index) => itemsOf(kept, count, index === 0).pipe(filter(() => !isOver))),
    );
  });
