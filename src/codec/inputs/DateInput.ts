import { input } from './input.ts';
import { orDate } from './orDate.ts';

const date = /^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}:\d{2})?$/;

const DateText = input(
  'a date such as "2023-01-18" or "2023-01-18 01:02:03"',
  (u): u is string => typeof u === 'string' && date.test(u),
);

/**
 * A moment to send as a date, or a date and a time, in UTC and without a zone: the other of the two forms in use. It
 * is given so or as a `Date`, which is cut to whole seconds.
 *
 * @example
 * DateInput.encode(new Date('2023-01-18T01:02:03.456Z')); // '2023-01-18 01:02:03'
 */
export const DateInput = orDate(DateText, (moment) => moment.toISOString().slice(0, 19).replace('T', ' '));
