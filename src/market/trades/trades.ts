import * as E from 'fp-ts/lib/Either.js';
import { concatMap, defer, filter, type Observable, of, skipWhile, tap, throwError } from 'rxjs';
import type { Connection } from '../../connection/connection.ts';
import type { InstrumentParams } from '../../topics/instrumentId.ts';
import { SubscribeTrades } from '../../topics/SubscribeTrades.ts';
import { isCount, wrongHistory } from '../historyInput.ts';
import type { Trade, TradeGap } from './trade.ts';
import { isDeep, keptTrades, lastTrades } from './tradeLog.ts';
import { type KeptTrades, tradesEngineOf } from './tradesEngine.ts';

/** Parameters of {@link trades$}. */
export type TradesParams = InstrumentParams & {
  /** How many past trades to emit first, up to 2,048; fewer if the exchange has no more. @default 0 */
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
 * The public trades of an instrument, each once, over any number of reconnects. They come in the order of their ids,
 * except for a trade that the exchange itself reports late. No login needed.
 *
 * Without `history` it emits the trades from now on; with `history` it emits past trades first. After a loss the missed
 * trades are requested. If the exchange no longer has them, a {@link TradeGap} is emitted instead. A symbol is looked
 * up on every connection. If it now stands for another instrument, a gap and then that instrument's trades follow. The
 * same happens if the exchange has restarted its trade ids during a loss.
 *
 * Cold; subscribers of one instrument share one subscription at the exchange and one log of trades. When the last one
 * unsubscribes, the subscription at the exchange ends. It completes when the client is closed.
 *
 * It errors, with the cause, if there is no such instrument, the parameters cannot be sent, or the client stopped
 * reconnecting. Temporary failures are reported on `error$` and retried.
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
