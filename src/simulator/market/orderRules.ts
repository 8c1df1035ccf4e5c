import { type Decimal, compare, isMultipleOf, isPositive } from './decimal.ts';
import type { Instrument, SessionStatus } from './instrument.ts';
import type { Match } from './matching.ts';
import type { OrderIntent } from './orderIntent.ts';
import type { PricedIntent } from './pricedIntent.ts';
import type { LimitReason } from './tradingLimits.ts';

/** Why an order is refused, as the platform spells it; the last one is ours, none is documented. */
export type RejectReason =
  | 'Market_Paused'
  | 'Market_Closed'
  | 'Invalid_Order_TickSize'
  | 'Invalid_Stop_Price'
  | 'Invalid_Order_Quantity'
  | 'Invalid_ClientOrderId'
  | 'Not_Enough_Funds'
  | 'Invalid_Exposure'
  | LimitReason
  | 'Too_Many_Open_Orders';

/** What the rules ask about. */
export interface Candidate {
  readonly intent: PricedIntent;
  readonly instrument: Instrument;
  /** What was asked for, or what the value would buy. */
  readonly quantity: Decimal;
  /** What it would trade at once. */
  readonly match: Match;
  /** Whether another open order of the account has its client order id. */
  readonly isClientOrderIdTaken: boolean;
  /** How many orders the account has open. */
  readonly openOrders: number;
  /** The most it may spend. */
  readonly need: Decimal;
  /** What the account may spend of the product it spends. */
  readonly available: Decimal;
  /** Whether its account is to take nothing on. */
  readonly isFrozen: boolean;
  /** The limit of the account that it would break. */
  readonly exceeded: () => LimitReason | undefined;
}

/** The most orders that an account may have open. */
export const mostOpenOrders = 10_000;

/** Why an order is not taken in a session. */
export const sessionRefusal = (
  status: SessionStatus,
  { postOnly }: Pick<OrderIntent, 'postOnly'>,
): RejectReason | undefined => {
  if (status === 'Running') return undefined;
  if (status === 'RunningPostOnly') return postOnly ? undefined : 'Market_Paused';
  return status === 'Paused' ? 'Market_Paused' : 'Market_Closed';
};

const priceRefusal = ({ intent, instrument }: Candidate): RejectReason | undefined => {
  if (intent.limit === undefined) return undefined;
  const isFine = isPositive(intent.limit) && isMultipleOf(intent.limit, instrument.PriceIncrement);
  return isFine ? undefined : 'Invalid_Order_TickSize';
};

const isFineDisplay = (display: Decimal | undefined, { QuantityIncrement }: Instrument): boolean =>
  display === undefined || (display.units >= 0n && isMultipleOf(display, QuantityIncrement));

const quantityRefusal = ({ intent, quantity, instrument, match }: Candidate): RejectReason | undefined => {
  if (!isPositive(intent.size.of)) return 'Invalid_Order_Quantity';
  // Where a value meets no price it buys no quantity yet: the order is taken, and cancelled for want of a market.
  const meetsNoPrice = match.fills.length === 0 && match.end !== 'Filled' && intent.limit === undefined;
  if (intent.size._tag === 'Value' && meetsNoPrice) return undefined;
  const isFine =
    isMultipleOf(quantity, instrument.QuantityIncrement) &&
    compare(quantity, instrument.MinimumQuantity) >= 0 &&
    isFineDisplay(intent.display, instrument);
  return isFine ? undefined : 'Invalid_Order_Quantity';
};

const clientOrderIdRefusal = ({ isClientOrderIdTaken }: Candidate): RejectReason | undefined =>
  isClientOrderIdTaken ? 'Invalid_ClientOrderId' : undefined;

const fundsRefusal = ({ need, available }: Candidate): RejectReason | undefined =>
  compare(need, available) > 0 ? 'Not_Enough_Funds' : undefined;

const exposureRefusal = ({ isFrozen }: Candidate): RejectReason | undefined =>
  isFrozen ? 'Invalid_Exposure' : undefined;

const limitRefusal = ({ exceeded }: Candidate): RejectReason | undefined => exceeded();

const countRefusal = ({ openOrders }: Candidate): RejectReason | undefined =>
  openOrders >= mostOpenOrders ? 'Too_Many_Open_Orders' : undefined;

const rules = [
  priceRefusal,
  quantityRefusal,
  clientOrderIdRefusal,
  fundsRefusal,
  exposureRefusal,
  limitRefusal,
  countRefusal,
];

/**
 * The first rule an order breaks that has a session to go into and a stop price to wait for, in this order: price,
 * quantity, client order id, funds, exposure, limits of the account.
 */
export const refusalOf = (candidate: Candidate): RejectReason | undefined => {
  for (const rule of rules) {
    const reason = rule(candidate);
    if (reason !== undefined) return reason;
  }
  return undefined;
};
