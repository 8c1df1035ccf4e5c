/** How many rows the lists lack that are not whole. */
const counts = new WeakMap<readonly unknown[], number>();

/**
 * How many rows of a list could not be read, and so are not in it. Ask it before you take the absence of a row for
 * anything, such as that an order is no longer open. What is wrong with each of the rows, `error$` tells.
 *
 * @param list The list itself, as a reply or a row of one has it: a copy, such as `filter` makes, counts as whole.
 * @returns 0 for a whole list, and for any array that is no list of the exchange's. `Infinity` where the exchange sent
 * nothing at all in the place of a list: nobody knows then what there is.
 *
 * @example
 * request$(client, GetOpenOrders, { AccountId }).subscribe((orders) => {
 *   if (leftOut(orders) === 0) console.log('There are no open orders but these', orders);
 * });
 */
export const leftOut = (list: readonly unknown[]): number => counts.get(list) ?? 0;

/** Marks a list as one that lacks so many rows, and hands it back. */
export const lacking = <L extends readonly unknown[]>(list: L, count: number): L => {
  if (count > 0) counts.set(list, count);
  return list;
};
