const noNumber = /^\s*$|^[+-]?(?:nan|inf|infinity)$/i;

/** Says whether a value is a text that stands in the place of a number and says that there is none, such as `"NaN"`. */
export const isNoNumber = (u: unknown): u is string => typeof u === 'string' && noNumber.test(u);
