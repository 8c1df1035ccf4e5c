import * as t from 'io-ts';
import { withoutDigits } from '../../json/Digits.ts';
import { type ExactReading, exactReadingIn } from '../fast/exactly.ts';
import { type Guard, withGuards } from '../fast/guarded.ts';

/** A value of the exchange's that is one word or one number. */
interface ScalarSpec<A> {
  /** What should stand there, as an error says it. */
  readonly name: string;
  /** True for what stays as it is. */
  readonly is: (u: unknown) => u is A;
  /**
   * What tells of a value that it stays as it is, the cheapest first: such as one that `fast` knows by itself.
   *
   * @default is
   */
  readonly guards?: readonly Guard[];
  /** Reads what else the exchange is known to write; `undefined` for what is none of it. */
  readonly read: (u: unknown) => A | undefined;
  /**
   * Reads a value where decimals are read exactly, and a number therefore is `Digits`; `undefined` for what it cannot
   * read.
   *
   * @default as ever, the digits as the number that they are
   */
  readonly readDigits?: (u: unknown, digitsFrom: ExactReading['digitsFrom']) => A | undefined;
}

/**
 * Makes a codec for a scalar: what `is` accepts stays as it is, at no cost within `fast`; the rest goes through
 * `read`. Encoding leaves the value alone.
 *
 * @example
 * const Yes = scalar({ name: 'yes', is: (u): u is 'yes' => u === 'yes', read: (u) => (u === 'y' ? 'yes' : undefined) });
 * Yes.decode('y'); // right('yes')
 */
export const scalar = <A>({ name, is, guards = [is], read, readDigits }: ScalarSpec<A>): t.Type<A> => {
  const readAny = (u: unknown): A | undefined => {
    const value = withoutDigits(u);
    return is(value) ? value : read(value);
  };
  return withGuards(
    new t.Type<A>(
      name,
      is,
      (u, context) => {
        const exact = exactReadingIn(context);
        const value = exact && readDigits ? readDigits(u, exact.digitsFrom) : readAny(u);
        return value === undefined ? t.failure(u, context) : t.success(value);
      },
      t.identity,
    ),
    guards,
  );
};
