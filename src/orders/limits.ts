import * as E from 'fp-ts/lib/Either.js';
import { identity } from 'fp-ts/lib/function.js';
import { DecimalInput } from '../codec/inputs/DecimalInput.ts';
import { isObject } from '../codec/isObject.ts';
import type { CancelReplaceOrderRequest } from '../endpoints/trading/CancelReplaceOrder.ts';
import type { SendOrderRequest } from '../endpoints/trading/SendOrder.ts';
import { compareScaled, multiply, type Scaled, scaled, subtract } from '../codec/scalars/scaled.ts';
import { anything, misfits, refuseMisfits, type Shape, type ShapesOf } from '../misfits.ts';

type Amount = number | string;

/** The parameters of an order that is about to be sent. */
export type OrderRequest = SendOrderRequest | CancelReplaceOrderRequest;

/** The limits of an order; a limit that is left out does not apply. */
export interface Limits {
  /** The most orders within one second. */
  readonly perSecond?: number;
  /** The greatest quantity of one order. An order by `Value` has no known quantity and is denied. */
  readonly quantity?: number | string;
  /**
   * The greatest value of one order: its quantity times its limit price, or times the reference price if it has none.
   */
  readonly notional?: number | string;
  /** The most orders of ours that may be open or in flight. */
  readonly open?: number;
  /** The greatest distance of an order's limit price from a reference price, as a fraction of the reference. */
  readonly priceAway?: {
    readonly fraction: number | string;
    /** The reference price, such as the mid of the book; if it returns `undefined`, the order is denied. */
    readonly from: (order: OrderRequest) => number | undefined;
  };
}

const aDistance: Shape = {
  expected: 'an object with `fraction` and the function `from`',
  is: (u) => isObject(u) && u['fraction'] !== undefined && typeof u['from'] === 'function',
  within: { fraction: anything, from: anything },
};
const limitShapes: ShapesOf<Limits> = {
  perSecond: anything,
  quantity: anything,
  notional: anything,
  open: anything,
  priceAway: aDistance,
};

const isAmount = (value: Amount): boolean => DecimalInput.is(value) && Number(value) >= 0;
const isCount = (value: number): boolean => value === Infinity || (Number.isInteger(value) && value >= 0);

/**
 * The same limits, none of which is nonsense that would let everything out, or nothing.
 *
 * @throws RangeError where one is no decimal, or no integer, from 0 on, or there is no limit of that name.
 */
export const checkedLimits = (limits: Limits): Limits => {
  refuseMisfits('These limits', misfits(limits, limitShapes));
  const { perSecond = 0, quantity = 0, notional = 0, open = 0, priceAway } = limits;
  const { fraction = 0 } = priceAway ?? {};
  const wrong = [
    ...Object.entries({ perSecond, open }).filter(([, value]) => !isCount(value)),
    ...Object.entries({ quantity, notional, fraction }).filter(([, value]) => !isAmount(value)),
  ];
  const [first] = wrong;
  if (first === undefined) return limits;
  throw new RangeError(
    `A limit must be a number of 0 or more, but ${first[0]} is ${first[1]}. Correct it, or leave it out.`,
  );
};

/** What is known when an order is about to go out. */
export interface LimitContext {
  /** How many went out within the last second. */
  readonly lately: number;
  /** In how many milliseconds what is to go out is within the rate; `Infinity` for never. */
  readonly fitsIn: number;
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
  if (Quantity === undefined) return breach('quantity', 'an order by value has no known quantity');
  if (!isAbove(scaled(Quantity), quantity)) return undefined;
  return breach('quantity', `the quantity ${Quantity} is above ${quantity}`);
};

const notionalBreach = (limits: Limits, order: OrderRequest): LimitBreach | undefined => {
  const { notional } = limits;
  if (notional === undefined) return undefined;
  const value = valueOf(limits, order);
  if (value === undefined) return breach('notional', 'the value of the order is not known');
  return isAbove(value, notional)
    ? breach('notional', `the value of the order is above ${notional}`)
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
  if (reference === undefined) return breach('priceAway', 'there is no reference price to compare with');
  const away = absolute(subtract(scaled(LimitPrice), scaled(reference)));
  const most = multiply(scaled(priceAway.fraction), absolute(scaled(reference)));
  if (compareScaled(away, most) <= 0) return undefined;
  return breach('priceAway', `the price ${LimitPrice} is too far from ${reference}`);
};

const rateBreach = ({ perSecond }: Limits, { lately, fitsIn }: LimitContext): LimitBreach | undefined => {
  if (perSecond === undefined || lately < perSecond) return undefined;
  const next = fitsIn === Infinity ? 'that is never within it' : `try again in ${Math.ceil(fitsIn)} ms`;
  return breach(
    'perSecond',
    `it would be order ${lately + 1} within a second, and the limit is ${perSecond}: ${next}`,
  );
};

const openBreach = ({ open: most }: Limits, { open }: LimitContext): LimitBreach | undefined => {
  if (most === undefined || (open !== undefined && open < most)) return undefined;
  return breach(
    'open',
    open === undefined
      ? 'the number of open orders is not known yet: wait until `orders$` of the account is live'
      : `${open} orders are open or in flight, and the limit is ${most}`,
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
