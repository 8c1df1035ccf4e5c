import type * as t from 'io-ts';
import { scalar } from '../scalars/scalar.ts';

/** The members of an enumeration whose numbers are not known: each name twice. */
export type EnumNames = Readonly<Record<string, string>>;

/** A member's name; or a text or a number that this version does not know, for the exchange may add members. */
export type OpenName<E extends EnumNames> = (keyof E & string) | (string & Record<never, never>) | number;

/**
 * An enumeration of the exchange's that may grow, where no numbers are known: a name is read whatever the case of
 * its letters, any other text or number passes as it is.
 *
 * @example
 * const Colour = openNames('Colour', { DarkRed: 'DarkRed' });
 * Colour.decode('Darkred'); // right('DarkRed')
 * Colour.decode('Green'); // right('Green')
 */
export const openNames = <E extends EnumNames>(name: string, names: E): t.Type<OpenName<E>> => {
  const known = new Set(Object.keys(names));
  const inAnyCase = new Map([...known].map((member) => [member.toLowerCase(), member]));
  return scalar<OpenName<E>>({
    name: `a name or number of ${name}`,
    is: (u): u is OpenName<E> => typeof u === 'string' && known.has(u),
    read: (u) => {
      if (typeof u === 'number') return u;
      return typeof u === 'string' ? (inAnyCase.get(u.toLowerCase()) ?? u) : undefined;
    },
  });
};
