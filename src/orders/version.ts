import type { Order } from '../codec/records/Order.ts';

/** The states that an order does not leave, the one that wins first where nothing else tells two of them apart. */
const finals: readonly unknown[] = ['FullyExecuted', 'Canceled', 'Expired', 'Rejected'];

/** Says whether an order is over: filled, canceled, expired or rejected. A state that is not known is not. */
export const isOver = ({ OrderState }: Pick<Order, 'OrderState'>): boolean => finals.includes(OrderState);

const compare = (a: number | bigint, b: number | bigint): number => (a > b ? 1 : a < b ? -1 : 0);

const ticksOf = ({ LastUpdatedTimeTicks: ticks }: Order): number | bigint => ticks ?? -Infinity;

const compareFinals = (a: Order, b: Order): number =>
  compare(ticksOf(a), ticksOf(b)) ||
  compare(finals.indexOf(b.OrderState), finals.indexOf(a.OrderState)) ||
  compare(b.Quantity, a.Quantity);

const compareWorking = (a: Order, b: Order): number =>
  compare(b.Quantity, a.Quantity) || compare(ticksOf(a), ticksOf(b));

/**
 * Above 0 where `a` is the newer version of an order, below 0 where `b` is, 0 where they are equal: over before
 * working, then more executed, then less remaining, then the later change. No clock is needed, and it is an order of
 * all versions, so what a merge ends at does not depend on the order in which they came.
 *
 * Two that are over and differ: more executed, the later change, then filled before canceled before expired before
 * rejected.
 */
export const compareVersions = (a: Order, b: Order): number => {
  const over = isOver(a);
  return (
    compare(Number(over), Number(isOver(b))) ||
    compare(a.QuantityExecuted, b.QuantityExecuted) ||
    (over ? compareFinals(a, b) : compareWorking(a, b))
  );
};

const isAlike = (a: Order, b: Order): boolean =>
  a.OrderState === b.OrderState && a.Quantity === b.Quantity && a.QuantityExecuted === b.QuantityExecuted;

/** What a merge has come to. */
export interface Merged {
  /** The newer of the two. */
  readonly order: Order;
  /** Whether it tells anything that was not known: the same once more does not, nor does an older version. */
  readonly isNews: boolean;
  /** Whether both are over and in different states, of which only one can be true. */
  readonly isContradiction: boolean;
}

/**
 * What is known of an order after one more version of it.
 *
 * The same version with the time of its change, which some messages leave out, takes the place of the one without and
 * is no news.
 */
export const merge = (known: Order | undefined, told: Order): Merged => {
  if (known === undefined) return { order: told, isNews: true, isContradiction: false };
  const isNewer = compareVersions(told, known) > 0;
  const isOnlyDated = known.LastUpdatedTimeTicks === undefined && isAlike(known, told);
  return {
    order: isNewer ? told : known,
    isNews: isNewer && !isOnlyDated,
    isContradiction: isOver(known) && isOver(told) && known.OrderState !== told.OrderState,
  };
};
