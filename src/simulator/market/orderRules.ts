import { type Decimal, compare, isMultipleOf, isPositive, multiply, sum } from './decimal.ts';
import type { Instrument } from './instrument.ts';
import type { Match } from './matching.ts';
import type { Order } from './order.ts';
import type { OrderIntent } from './orderIntent.ts';

/** Why an order is refused, as the platform spells it. */
export type RejectReason =
  | 'Market_Paused'
  | 'Market_Closed'
  | 'Invalid_Order_TickSize'
  | 'Invalid_Order_Quantity'
  | 'Invalid_ClientOrderId'
  | 'Not_Enough_Funds';

/** What the rules ask about. */
export interface Candidate {
  readonly intent: OrderIntent;
  readonly instrument: Instrument;
  /** What was asked for, or what the value would buy. */
  readonly quantity: Decimal;
  /** What it would trade at once. */
  readonly match: Match;
  /** The account's open orders. */
  readonly open: readonly Order[];
  /** What the account may spend of the product it spends. */
  readonly available: Decimal;
}

const sessionRefusal = ({ intent, instrument }: Candidate): RejectReason | undefined => {
  const { SessionStatus: status } = instrument;
  if (status === 'Running') return undefined;
  if (status === 'RunningPostOnly') return intent.postOnly ? undefined : 'Market_Paused';
  return status === 'Paused' ? 'Market_Paused' : 'Market_Closed';
};

const priceRefusal = ({ intent, instrument }: Candidate): RejectReason | undefined => {
  if (intent.limit === undefined) return undefined;
  const isFine = isPositive(intent.limit) && isMultipleOf(intent.limit, instrument.PriceIncrement);
  return isFine ? undefined : 'Invalid_Order_TickSize';
};

const quantityRefusal = ({ intent, quantity, instrument, match }: Candidate): RejectReason | undefined => {
  if (!isPositive(intent.size.of)) return 'Invalid_Order_Quantity';
  // Where a value meets no price it buys no quantity yet: the order is taken, and cancelled for want of a market.
  const meetsNoPrice = match.fills.length === 0 && match.end !== 'Filled' && intent.limit === undefined;
  if (intent.size._tag === 'Value' && meetsNoPrice) return undefined;
  const isFine =
    isMultipleOf(quantity, instrument.QuantityIncrement) &&
    compare(quantity, instrument.MinimumQuantity) >= 0;
  return isFine ? undefined : 'Invalid_Order_Quantity';
};

const clientOrderIdRefusal = ({ intent, open }: Candidate): RejectReason | undefined => {
  const { clientOrderId } = intent;
  const isTaken = clientOrderId !== 0 && open.some((order) => order.clientOrderId === clientOrderId);
  return isTaken ? 'Invalid_ClientOrderId' : undefined;
};

/** The most an order may spend: a limit order in full at its limit, a market order what it would trade at once. */
const needOf = ({ intent, quantity, match }: Candidate): Decimal => {
  if (intent.side === 'Sell') return quantity;
  if (intent.size._tag === 'Value') return intent.size.of;
  if (intent.type === 'Limit' && intent.limit !== undefined) return multiply(intent.limit, quantity);
  return sum(match.fills.map((fill) => multiply(fill.price, fill.quantity)));
};

const fundsRefusal = (candidate: Candidate): RejectReason | undefined =>
  compare(needOf(candidate), candidate.available) > 0 ? 'Not_Enough_Funds' : undefined;

const rules = [sessionRefusal, priceRefusal, quantityRefusal, clientOrderIdRefusal, fundsRefusal];

/** The first rule an order breaks, in this order: session, price, quantity, client order id, funds. */
export const refusalOf = (candidate: Candidate): RejectReason | undefined => {
  for (const rule of rules) {
    const reason = rule(candidate);
    if (reason !== undefined) return reason;
  }
  return undefined;
};
