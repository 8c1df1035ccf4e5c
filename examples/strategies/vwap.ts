import { type Connection, type Trade, type TradeGap, trades$ } from 'notbank-rx';
import { connect, delay, endWith, ignoreElements, map, merge, type Observable, scan, takeUntil } from 'rxjs';

/** What was traded in the last so many milliseconds. */
export interface Vwap {
  /** The mean price, weighted by quantity; absent where nothing was traded. */
  readonly price?: number;
  readonly quantity: number;
  /** Whether no trade is missing: none is, unless the link was lost for longer than the exchange remembers. */
  readonly isWhole: boolean;
}

type Item = Trade | TradeGap;
type Window = readonly Item[];

const enters =
  (item: Item) =>
  (window: Window): Window => [...window, item];
const leaves =
  (item: Item) =>
  (window: Window): Window =>
    window.filter((other) => other !== item);

const vwapOf = (window: Window): Vwap => {
  const trades = window.flatMap((item) => (item._tag === 'Trade' ? [item] : []));
  const quantity = trades.reduce((sum, { Quantity }) => sum + Quantity, 0);
  const value = trades.reduce((sum, { Price, Quantity }) => sum + Price * Quantity, 0);
  const isWhole = trades.length === window.length;
  return quantity === 0 ? { quantity, isWhole } : { price: value / quantity, quantity, isWhole };
};

/**
 * The volume-weighted average price of the last minute, or of another span in milliseconds: told with every trade that
 * comes in, and again when one is too old. It completes when the client is closed, and holds no timer then.
 */
export const vwap$ = (client: Connection, InstrumentId: number, span = 60_000): Observable<Vwap> =>
  trades$(client, { InstrumentId }).pipe(
    connect((item$) => {
      const end$ = item$.pipe(ignoreElements(), endWith(true));
      return merge(item$.pipe(map(enters)), item$.pipe(delay(span), map(leaves), takeUntil(end$)));
    }),
    scan((window: Window, change) => change(window), []),
    map(vwapOf),
  );
