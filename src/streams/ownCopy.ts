/**
 * A copy of a payload that is the taker's own, whatever is written into it. Objects that are not plain, such as a
 * decimal of a library's, are taken as they are.
 */
export const ownCopy = <A>(value: A): A => {
  if (Array.isArray(value)) return value.map(ownCopy) as A;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, ownCopy(part)])) as A;
};
