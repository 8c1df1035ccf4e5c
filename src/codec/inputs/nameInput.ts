import type * as t from 'io-ts';
import { input } from './input.ts';
import type { EnumNames } from '../enums/openNames.ts';

/**
 * A member of an enumeration to send whose numbers are not known, or not the same on all gateways: given by name,
 * and sent so.
 *
 * @example
 * const Colour = nameInput({ Red: 'Red', Blue: 'Blue' });
 * Colour.encode('Blue'); // 'Blue'
 */
export const nameInput = <const E extends EnumNames>(names: E): t.Type<E[keyof E]> => {
  const known = new Set<unknown>(Object.values(names));
  return input<E[keyof E]>(`one of ${[...known].join(', ')}`, (u): u is E[keyof E] => known.has(u));
};
