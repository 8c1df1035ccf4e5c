import type * as t from 'io-ts';
import { input } from './input.ts';

/** The first and the last moment that four digits of a year can write. */
const [first, last] = [-62_167_219_200_000, 253_402_300_799_999];

const isMoment = (u: unknown): u is Date => {
  if (!(u instanceof Date)) return false;
  const time = u.getTime();
  return time >= first && time <= last;
};

/**
 * A moment to send, given as the exchange wants it or as a `Date`, of which `write` makes what the exchange wants. A
 * `Date` that is none, or beyond the years 0 to 9999, is refused.
 *
 * @example
 * const EpochMsInput = orDate(IntegerInput, (date) => date.getTime());
 * EpochMsInput.encode(new Date(1700000000000)); // 1700000000000
 */
export const orDate = <A, O>(
  codec: t.Type<A, A | O>,
  write: (date: Date) => A | O,
): t.Type<A | Date, A | O | Date> =>
  input<A | Date, A | O>(
    `${codec.name}, or a Date,`,
    (u): u is A | Date => isMoment(u) || codec.is(u),
    (value) => (value instanceof Date ? write(value) : codec.encode(value)),
  );
