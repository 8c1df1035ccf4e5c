import { ticksFromEpochMs } from '../scalars/Ticks.ts';
import { LongInput } from './LongInput.ts';
import { orDate } from './orDate.ts';

/**
 * A moment to send in ticks of 100 ns since the year 1, given so or as a `Date`.
 *
 * @example
 * TicksInput.encode(new Date(0)); // 621355968000000000n
 */
export const TicksInput = orDate(LongInput, (date) => ticksFromEpochMs(date.getTime()));
