import type * as t from 'io-ts';
import { input } from './input.ts';
import type { EnumNumbers } from '../enums/openEnum.ts';

/** A member of an enumeration, by name or by number. */
export type EnumInput<E extends EnumNumbers> = (keyof E & string) | E[keyof E];

/**
 * A member of an enumeration to send, given by name or by number; the number is what is sent.
 *
 * @example
 * const Colour = enumInput({ Red: 0, Blue: 1 });
 * Colour.encode('Blue'); // 1
 */
export const enumInput = <const E extends EnumNumbers>(
  numbers: E,
): t.Type<EnumInput<E>, number | EnumInput<E>> => {
  const names = Object.keys(numbers);
  const values = new Set<unknown>(Object.values(numbers));
  return input<EnumInput<E>, number>(
    names.length === 1 ? names.join() : `one of ${names.join(', ')}`,
    (u): u is EnumInput<E> => values.has(u) || (typeof u === 'string' && Object.hasOwn(numbers, u)),
    (member) => (typeof member === 'string' ? numbers[member] : member),
  );
};
