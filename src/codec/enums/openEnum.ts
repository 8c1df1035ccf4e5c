import type * as t from 'io-ts';
import { scalar } from '../scalars/scalar.ts';

/** The numbers of an enumeration's members, by name. */
export type EnumNumbers = Readonly<Record<string, number>>;

/** A member's name; or a text or a number that this version does not know, for the exchange may add members. */
export type OpenEnum<E extends EnumNumbers> = (keyof E & string) | (string & Record<never, never>) | number;

/**
 * An enumeration of the exchange's that may grow. A known number, also as text, is read as its name, and so is
 * another spelling of a name; any other text or number passes as it is.
 *
 * @param spellings Other spellings in use, by the spelling.
 *
 * @example
 * const Colour = openEnum('Colour', { Red: 0, Blue: 1 });
 * Colour.decode(1); // right('Blue')
 * Colour.decode('Green'); // right('Green')
 */
export const openEnum = <E extends EnumNumbers>(
  name: string,
  numbers: E,
  spellings: Readonly<Record<string, keyof E & string>> = {},
): t.Type<OpenEnum<E>> => {
  const names = new Map<string | number, OpenEnum<E>>(Object.entries(spellings));
  for (const [member, number] of Object.entries(numbers))
    names.set(number, member).set(String(number), member);
  return scalar<OpenEnum<E>>({
    name: `a name or number of ${name}`,
    is: (u): u is OpenEnum<E> => typeof u === 'string' && Object.hasOwn(numbers, u),
    read: (u) => (typeof u === 'string' || typeof u === 'number' ? (names.get(u) ?? u) : undefined),
  });
};
