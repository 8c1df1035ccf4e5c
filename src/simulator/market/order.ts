import type { AccountSpec } from './account.ts';
import type { Stamp } from './clock.ts';
import { type Decimal, multiply } from './decimal.ts';
import type { Inside } from './inside.ts';
import type { Instrument } from './instrument.ts';
import type { Side } from './side.ts';

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
  readonly type: 'Limit' | 'Market';
  /** The limit; 0 for a market order without a cap. */
  readonly price: Decimal;
  /** What was asked for; `executed` + `remaining` always. */
  readonly quantity: Decimal;
  readonly remaining: Decimal;
  readonly executed: Decimal;
  /** Value of the fills, in the quote product. */
  readonly gross: Decimal;
  /** What the book may show of it; stored and told, not acted upon. */
  readonly display: Decimal;
  readonly clientOrderId: number | bigint;
  readonly state: OrderState;
  readonly reason: ChangeReason;
  /** Why it was rejected or cancelled; empty else. */
  readonly rejectReason: string;
  readonly cancelReason: string;
  /** Whether it rests, or did rest, in the book. */
  readonly booked: 'never' | 'resting' | 'removed';
  readonly postOnly: boolean;
  readonly received: Stamp;
  readonly updated: Stamp;
  readonly inside: Inside;
}

/** What a resting order may still spend: the base product for a sell, the quote product for a buy. */
export const holdOf = ({ side, price, remaining }: Order): Decimal =>
  side === 'Sell' ? remaining : multiply(price, remaining);

/** The id of the product an order spends. */
export const productSpent = ({ side, instrument }: Pick<Order, 'side' | 'instrument'>): number =>
  side === 'Sell' ? instrument.Product1 : instrument.Product2;
