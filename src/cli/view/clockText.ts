/**
 * The time of day of a moment, in UTC.
 *
 * @param at in milliseconds since 1970; 0, which stands for never, and what is no such moment are shown as dashes
 *
 * @example
 * clockText(1_675_332_676_849); // '10:11:16.849'
 */
export const clockText = (at: number): string => {
  const moment = new Date(at);
  return at === 0 || Number.isNaN(moment.getTime()) ? '--:--:--.---' : moment.toISOString().slice(11, 23);
};
