import type { Observable } from 'rxjs';
import type { Connection } from '../../connection/connection.ts';
import type { Trade, TradeGap } from '../../market/trades/trade.ts';
import { trades$ } from '../../market/trades/trades.ts';
import {
  directionOf,
  gapSpan,
  type Print,
  printSpans,
  tradesLines,
  type TradesScene,
} from '../view/tradesLines.ts';
import type { Line } from '../view/line.ts';
import { writerOf } from '../view/writerOf.ts';
import { changesOf } from './changesOf.ts';
import { type Show, shown } from './shown.ts';
import type { CommonChange, Watchable } from './watchable.ts';

/** There was a trade, or trades are missing. */
export type TradesChange = Trade | TradeGap;

/** How many trades are kept for the screen. */
const kept = 500;

const itemOf = (change: TradesChange, tape: TradesScene['tape']): Print | TradeGap =>
  change._tag === 'Gap'
    ? change
    : { _tag: 'Trade', trade: change, direction: directionOf(tape, Number(change.Price)) };

const spaced = (line: Line): Line => line.flatMap((span, at) => (at === 0 ? [span] : [['  '], span]));

const recordOf = (change: TradesChange, symbol: string | undefined): object => {
  if (change._tag === 'Gap') return { type: 'gap', symbol, from: change.from, to: change.to };
  const { TradeId, TradeTime, Price, Quantity, TakerSide } = change;
  const taker = TakerSide === 0 ? 'Buy' : TakerSide === 1 ? 'Sell' : TakerSide;
  return { type: 'trade', at: TradeTime, symbol, id: TradeId, price: Price, quantity: Quantity, taker };
};

/** How trades are watched. */
export const tradesWatchable = (url: string, subject: string): Watchable<TradesChange, TradesScene> => ({
  first: { url, subject, tape: [] },
  next: (scene, change) => ({
    ...scene,
    tape: [...scene.tape, itemOf(change, scene.tape)].slice(-kept),
  }),
  lines: tradesLines,
  told: (_, { tape, instrument }) => {
    const item = tape.at(-1);
    if (item === undefined) return [];
    return [item._tag === 'Gap' ? [gapSpan(item)] : spaced(printSpans(item, writerOf(instrument)))];
  },
  records: (change, { instrument }) => [recordOf(change, instrument?.Symbol)],
});

/** The public trades of a symbol, the last so many first, and what changes with them; see {@link changesOf}. */
export const tradesChange$ = (
  connection: Connection,
  symbol: string,
  history: number,
): Observable<TradesChange | CommonChange> =>
  changesOf<TradesChange>(connection, symbol, ({ Symbol }) => trades$(connection, { Symbol, history }));

/** Watches the public trades of a symbol, the last so many first. */
export const watchTrades = (connection: Connection, url: string, symbol: string, history: number): Show =>
  shown(tradesChange$(connection, symbol, history), tradesWatchable(url, symbol));
