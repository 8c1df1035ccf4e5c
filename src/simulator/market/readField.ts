import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Decimal, type DecimalInput, parseDecimal } from './decimal.ts';
import { readId } from './readId.ts';
import { type StandardResponse, invalidRequest, notSupported } from './standardResponse.ts';

/** A field that has been read, or the answer to a request that has it wrong. */
export type Read<A> = E.Either<StandardResponse, A>;

/** 100 for a field that is missing, or is not what it must be. */
export const missing = (field: string): Read<never> =>
  E.left(invalidRequest(`${field} is missing, or is not what it must be`));

/** A decimal. */
export const readNumber = (field: string, input: unknown): Read<Decimal> => {
  const value = parseDecimal(input);
  return O.isSome(value) ? E.right(value.value) : missing(field);
};

/** Whether a number was given that is not 0. */
export const isGiven = (input: DecimalInput | null | undefined): boolean =>
  input !== undefined && input !== null && O.toUndefined(parseDecimal(input))?.units !== 0n;

/** An identifier that is exact as a number. */
export const readSafeId = (field: string, input: unknown): Read<number> => {
  const id = readId(input);
  return typeof id === 'number' ? E.right(id) : missing(field);
};

/** The name of a member, given by its number, its number as text, or its name in any case. */
export const memberNamed = (
  names: readonly string[],
  input: DecimalInput | undefined,
): string | undefined => {
  const text = String(input ?? '');
  return /^\d+$/.test(text)
    ? names[Number(text)]
    : names.find((known) => known.toLowerCase() === text.toLowerCase());
};

/** A member by its number, its number as text, or its name in any case; 106 where it exists and is not done here. */
export const readMember = <A extends string>(
  field: string,
  names: readonly string[],
  supported: readonly A[],
  input: DecimalInput | undefined,
): Read<A> => {
  const name = memberNamed(names, input);
  const member = supported.find((one) => one === name);
  if (member !== undefined) return E.right(member);
  return name === undefined || name === 'Unknown' ? missing(field) : E.left(notSupported(`${field} ${name}`));
};
