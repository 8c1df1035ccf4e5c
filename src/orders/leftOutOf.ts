/** How many rows of a list could not be read; `Infinity` where nobody knows. */
export const leftOutOf = (list: readonly unknown[]): number => (Array.isArray(list) ? 0 : Infinity);
