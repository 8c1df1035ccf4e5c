import type * as t from 'io-ts';
import type { EnumInput } from './enumInput.ts';
import { input } from './input.ts';
import type { EnumNumbers } from '../enums/openEnum.ts';

/**
 * A member of an enumeration to send, given by name or by number; the name is what is sent, for enumerations whose
 * numbers are not the same on all gateways.
 *
 * @param others Names that have no number which is the same everywhere.
 *
 * @example
 * const Colour = enumNameInput({ Red: 0, Blue: 1 });
 * Colour.encode(1); // 'Blue'
 */
export const enumNameInput = <const E extends EnumNumbers, const N extends string = never>(
  numbers: E,
  ...others: readonly N[]
): t.Type<EnumInput<E> | N, EnumInput<E> | N | string> => {
  const names = new Map<unknown, string>(Object.entries(numbers).map(([name, number]) => [number, name]));
  const known = new Set<unknown>([...Object.keys(numbers), ...others]);
  return input<EnumInput<E> | N, string>(
    `one of ${[...known].join(', ')}`,
    (u): u is EnumInput<E> | N => known.has(u) || names.has(u),
    (member) => names.get(member) ?? member,
  );
};
