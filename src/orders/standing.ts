import type { Order } from '../codec/records/Order.ts';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import { add, compareScaled, type Scaled, scaled, subtract, zero } from '../codec/scalars/scaled.ts';

/** What tells a fill from all others, its corrections aside: both sides of a trade with oneself share the trade's id. */
export const fillKey = ({ ExecutionId, TradeId, OrderId }: OrderTrade): string =>
  ExecutionId ? `execution ${ExecutionId} ${OrderId}` : `trade ${TradeId} ${OrderId}`;

/** A fill that is known. */
export interface KnownFill {
  readonly trade: OrderTrade;
  /** The restoration in whose list it was; 0 where it is known by an event alone. */
  readonly listedIn: number;
  /** Whether the followers of fills were told of it; what was there before they came they are not. */
  readonly isTold: boolean;
}

/** What is known of one order: its newest version, and its fills. */
export interface Standing {
  /** Absent where only fills have told of it. */
  readonly order?: Order;
  readonly fills: ReadonlyMap<string, KnownFill>;
  /** The quantity of the fills. */
  readonly sum: Scaled;
  /** The quantity that was filled before anybody looked, and whose fills are not known. */
  readonly before: Scaled;
  /** The count of arrivals at which its version last changed. */
  readonly arrival: number;
  /** Whether the exchange says that it has no such order any more. */
  readonly isGone: boolean;
}

/** Of an order that nothing is known of. */
export const emptyStanding: Standing = {
  fills: new Map(),
  sum: zero,
  before: zero,
  arrival: 0,
  isGone: false,
};

/** How often a fill was corrected. */
export const revisionOf = ({ OrderTradeRevision = 0 }: OrderTrade): number => OrderTradeRevision;

/** What a fill is to a standing: unknown so far, a correction, the same once more, or told for the first time. */
export type Novelty = 'new' | 'revised' | 'known' | 'untold';

/** Says what a fill is to a standing. */
export const noveltyOf = ({ fills }: Standing, trade: OrderTrade): Novelty => {
  const known = fills.get(fillKey(trade));
  if (known === undefined) return 'new';
  if (revisionOf(trade) > revisionOf(known.trade)) return 'revised';
  return known.isTold ? 'known' : 'untold';
};

/** A standing with one more fill, or with the newer revision of one. */
export const withFill = (
  standing: Standing,
  trade: OrderTrade,
  { listedIn, isTold }: Omit<KnownFill, 'trade'>,
): Standing => {
  const key = fillKey(trade);
  const before = standing.fills.get(key);
  const isNewer = before === undefined || revisionOf(trade) > revisionOf(before.trade);
  const fills = new Map(standing.fills).set(key, {
    trade: isNewer ? trade : before.trade,
    listedIn: before === undefined || before.listedIn === 0 ? listedIn : before.listedIn,
    isTold: isTold || before?.isTold === true,
  });
  if (!isNewer) return { ...standing, fills };
  const rest = before === undefined ? standing.sum : subtract(standing.sum, scaled(before.trade.Quantity));
  return { ...standing, fills, sum: add(rest, scaled(trade.Quantity)) };
};

/** What is missing for the fills and the executed quantity of an order to agree, exactly. */
export type Debt = 'none' | 'fills' | 'version';

/** Says what is missing of an order. */
export const debtOf = ({ order, fills, sum, before }: Standing): Debt => {
  if (order === undefined) return 'version';
  if (order.QuantityExecuted === 0 && fills.size === 0) return 'none';
  const difference = compareScaled(scaled(order.QuantityExecuted), add(sum, before));
  return difference === 0 ? 'none' : difference > 0 ? 'fills' : 'version';
};

/** Whether the fills that are known add up to what was executed. */
export const areFillsWhole = (standing: Standing): boolean =>
  standing.before.units === 0n && debtOf(standing) === 'none';

/** A standing whose missing fills are from before anybody looked. */
export const asFound = (standing: Standing): Standing =>
  standing.order === undefined || debtOf(standing) !== 'fills'
    ? standing
    : { ...standing, before: subtract(scaled(standing.order.QuantityExecuted), standing.sum) };

/** The fills of an order, in the order in which they became known. */
export const fillsOf = ({ fills }: Standing): readonly OrderTrade[] =>
  [...fills.values()].map(({ trade }) => trade);
