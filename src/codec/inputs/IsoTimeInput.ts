import { input } from './input.ts';
import { orDate } from './orDate.ts';

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,7})?(?:Z|[+-]\d{2}:\d{2})$/;

const IsoText = input(
  'a time such as "2023-03-01T16:00:00.000Z"',
  (u): u is string => typeof u === 'string' && isoTime.test(u),
);

/**
 * A moment to send as ISO 8601 text with its zone, such as `2023-03-01T16:00:00.000Z`: given so or as a `Date`.
 *
 * @example
 * IsoTimeInput.encode(new Date(1677686400000)); // '2023-03-01T16:00:00.000Z'
 */
export const IsoTimeInput = orDate(IsoText, (date) => date.toISOString());
