import type { AccountSpec } from './account.ts';
import type { Stamp } from './clock.ts';
import { type Decimal, min, multiply } from './decimal.ts';
import type { Inside } from './inside.ts';
import type { Instrument } from './instrument.ts';
import type { TimeInForce } from './orderIntent.ts';
import type { OrderType } from './orderType.ts';
import type { Side } from './side.ts';
import type { StopTerms } from './stopTerms.ts';

/** Working is the only state an order can leave. */
export type OrderState = 'Working' | 'Rejected' | 'Canceled' | 'FullyExecuted';

/** What brought an order into its present state. */
export type ChangeReason =
  'NewInputAccepted' | 'OtherRejected' | 'Trade' | 'SystemCanceled_NoMoreMarket' | 'UserModified';

/** One version of an order; every change makes another with the same id. */
export interface Order {
  readonly id: number;
  readonly account: AccountSpec;
  readonly instrument: Instrument;
  readonly side: Side;
  readonly type: OrderType;
  readonly timeInForce: TimeInForce;
  /** The limit; 0 for a market order without a cap. */
  readonly price: Decimal;
  /** What was asked for; `executed` + `remaining`, and what its sender has since taken back of it. */
  readonly quantity: Decimal;
  readonly remaining: Decimal;
  readonly executed: Decimal;
  /** Value of the fills, in the quote product. */
  readonly gross: Decimal;
  /** The most that the book may show of it at a time; 0 where it shows nothing. */
  readonly display: Decimal;
  /** What it offers until it has to queue again: what is shown of it, or all that remains where nothing is. */
  readonly slice: Decimal;
  readonly clientOrderId: number | bigint;
  /** The order that it replaces; itself where it replaces none. */
  readonly origin: { readonly id: number; readonly clientOrderId: number | bigint };
  /** What it waits for, or waited for; `undefined` for an order that never did. */
  readonly stop: StopTerms | undefined;
  /** The account on the other side of a block trade; 0 else. */
  readonly counterpartyId: number;
  /** Whether one report stood for both sides of a block trade. */
  readonly isLockedIn: boolean;
  readonly state: OrderState;
  readonly reason: ChangeReason;
  /** Why it was rejected or cancelled; empty else. */
  readonly rejectReason: string;
  readonly cancelReason: string;
  /** Whether it waits for its stop price, or for the other side's report; whether it rests, or did rest, in the book. */
  readonly place: 'nowhere' | 'waiting' | 'reported' | 'resting' | 'removed';
  readonly postOnly: boolean;
  readonly received: Stamp;
  readonly updated: Stamp;
  readonly inside: Inside;
}

/** What the book shows of a resting order. */
export const shownOf = ({ display, slice }: Order): Decimal =>
  display.units === 0n ? { ...slice, units: 0n } : slice;

/** What an order with so much left offers at its next turn. */
export const nextSlice = (display: Decimal, remaining: Decimal): Decimal =>
  display.units === 0n ? remaining : min(display, remaining);

/**
 * What an open order may still spend: the base product for a sell, the quote product for a buy. A buy that will
 * take any price once it is set off is counted at its stop price.
 */
export const holdOf = ({ side, price, remaining, stop }: Order): Decimal => {
  if (side === 'Sell') return remaining;
  return multiply(price.units === 0n && stop !== undefined ? stop.price : price, remaining);
};

/** The id of the product an order spends. */
export const productSpent = ({ side, instrument }: Pick<Order, 'side' | 'instrument'>): number =>
  side === 'Sell' ? instrument.Product1 : instrument.Product2;

/** The id of the product an order receives, which is the one its fee is in. */
export const productReceived = ({ side, instrument }: Pick<Order, 'side' | 'instrument'>): number =>
  side === 'Sell' ? instrument.Product2 : instrument.Product1;
