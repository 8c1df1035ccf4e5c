import * as E from 'fp-ts/lib/Either.js';
import { identity } from 'fp-ts/lib/function.js';
import { DecimalInput } from '../codec/inputs/DecimalInput.ts';
import type { CancelReplaceOrderRequest } from '../endpoints/trading/CancelReplaceOrder.ts';
import type { SendOrderRequest } from '../endpoints/trading/SendOrder.ts';
import { compareScaled, multiply, type Scaled, scaled, subtract } from '../codec/scalars/scaled.ts';

type Amount = number | string;

/** An order that is about to go out. */
export type OrderRequest = SendOrderRequest | CancelReplaceOrderRequest;

/** What an order must not exceed; what is left out is not limited. */
export interface Limits {
  /** How many orders may go out within a second. */
  readonly perSecond?: number;
  /** The greatest quantity of one order; one by value has none that can be told, and is denied. */
  readonly quantity?: number | string;
  /** The greatest value of one order: its quantity times its limit price, or the reference where it has none. */
  readonly notional?: number | string;
  /** How many orders of ours may be open or on their way. */
  readonly open?: number;
  /** How far the limit price of an order may be from a reference, as a fraction of it. */
  readonly priceAway?: {
    readonly fraction: number | string;
    /** The reference, such as the middle of the book; without one an order is denied. */
    readonly from: (order: OrderRequest) => number | undefined;
  };
}

const isAmount = (value: Amount): boolean => DecimalInput.is(value) && Number(value) >= 0;
const isCount = (value: number): boolean => value === Infinity || (Number.isInteger(value) && value >= 0);

/**
 * The same limits, none of which is nonsense that would let everything out, or nothing.
 *
 * @throws RangeError where one is no decimal, or no integer, from 0 on.
 */
export const checkedLimits = (limits: Limits): Limits => {
  const { perSecond = 0, quantity = 0, notional = 0, open = 0, priceAway } = limits;
  const { fraction = 0 } = priceAway ?? {};
  const wrong = [
    ...Object.entries({ perSecond, open }).filter(([, value]) => !isCount(value)),
    ...Object.entries({ quantity, notional, fraction }).filter(([, value]) => !isAmount(value)),
  ];
  const [first] = wrong;
  if (first === undefined) return limits;
  throw new RangeError(
    `A limit is a number from 0 on, and ${first[0]} is ${first[1]}. Correct it, or leave it out.`,
  );
};

/** What is known when an order is about to go out. */
export interface LimitContext {
  /** How many went out within the last second. */
  readonly lately: number;
  /** How many are open or on their way; `undefined` where that is not known. */
  readonly open: number | undefined;
}

/** Why an order is not to go out: the limit by its name, and a sentence. */
export interface LimitBreach {
  readonly rule: keyof Limits;
  readonly why: string;
}

type Amounts = Readonly<Partial<Record<'Quantity' | 'Value' | 'LimitPrice', Amount | undefined>>>;

const isAbove = (value: Scaled, limit: Amount): boolean => compareScaled(value, scaled(limit)) > 0;

/** The reference; one that is no number, or whose function throws, is none. */
const referenceOf = ({ priceAway }: Limits, order: OrderRequest): number | undefined => {
  const found = E.tryCatch(() => priceAway?.from(order), identity);
  return E.isRight(found) && Number.isFinite(found.right) ? found.right : undefined;
};

/** What an order is worth at the most; `undefined` where that cannot be told. */
const valueOf = (limits: Limits, order: OrderRequest): Scaled | undefined => {
  const { LimitPrice, Quantity, Value }: Amounts = order;
  if (Quantity === undefined) return Value === undefined ? undefined : scaled(Value);
  const price = LimitPrice ?? referenceOf(limits, order);
  return price === undefined ? undefined : multiply(scaled(price), scaled(Quantity));
};

const breach = (rule: keyof Limits, why: string): LimitBreach => ({ rule, why });

const quantityBreach = ({ quantity }: Limits, order: OrderRequest): LimitBreach | undefined => {
  const { Quantity }: Amounts = order;
  if (quantity === undefined) return undefined;
  if (Quantity === undefined) return breach('quantity', 'nobody can tell the quantity of an order by value');
  if (!isAbove(scaled(Quantity), quantity)) return undefined;
  return breach('quantity', `the quantity ${Quantity} is above ${quantity}`);
};

const notionalBreach = (limits: Limits, order: OrderRequest): LimitBreach | undefined => {
  const { notional } = limits;
  if (notional === undefined) return undefined;
  const value = valueOf(limits, order);
  if (value === undefined) return breach('notional', 'nobody can tell what the order is worth');
  return isAbove(value, notional)
    ? breach('notional', `the order is worth more than ${notional}`)
    : undefined;
};

const absolute = (value: Scaled): Scaled => ({
  ...value,
  units: value.units < 0n ? -value.units : value.units,
});

const priceBreach = (limits: Limits, order: OrderRequest): LimitBreach | undefined => {
  const { LimitPrice }: Amounts = order;
  const { priceAway } = limits;
  if (priceAway === undefined || LimitPrice === undefined) return undefined;
  const reference = referenceOf(limits, order);
  if (reference === undefined) return breach('priceAway', 'there is no reference to compare the price with');
  const away = absolute(subtract(scaled(LimitPrice), scaled(reference)));
  const most = multiply(scaled(priceAway.fraction), absolute(scaled(reference)));
  if (compareScaled(away, most) <= 0) return undefined;
  return breach('priceAway', `the price ${LimitPrice} is too far from ${reference}`);
};

const rateBreach = ({ perSecond }: Limits, { lately }: LimitContext): LimitBreach | undefined =>
  perSecond !== undefined && lately >= perSecond
    ? breach('perSecond', `${lately} went out within the last second, and ${perSecond} may`)
    : undefined;

const openBreach = ({ open: most }: Limits, { open }: LimitContext): LimitBreach | undefined => {
  if (most === undefined || (open !== undefined && open < most)) return undefined;
  return breach(
    'open',
    open === undefined
      ? 'nobody knows yet what is open: wait until `orders$` of the account is live'
      : `${open} orders are open or on their way, and ${most} may be`,
  );
};

/** The first limit that an order exceeds, reckoned exactly; `undefined` where it exceeds none. Pure. */
export const breachOf = (
  limits: Limits,
  order: OrderRequest,
  context: LimitContext,
): LimitBreach | undefined =>
  quantityBreach(limits, order) ??
  notionalBreach(limits, order) ??
  priceBreach(limits, order) ??
  openBreach(limits, context) ??
  rateBreach(limits, context);
