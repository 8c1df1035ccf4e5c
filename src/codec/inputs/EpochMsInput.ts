import { IntegerInput } from './IntegerInput.ts';
import { orDate } from './orDate.ts';

/**
 * A moment to send in milliseconds since 1970, given so or as a `Date`.
 *
 * @example
 * EpochMsInput.encode(new Date('2023-03-01T16:00:00Z')); // 1677686400000
 */
export const EpochMsInput = orDate(IntegerInput, (date) => date.getTime());
