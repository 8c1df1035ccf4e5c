import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { asRead } from './fast/asRead.ts';

/** What one decoding has left out so far: for each thing, what is wrong with it. */
interface Gathered {
  readonly mishaps: t.Errors[];
}

/** Where codecs put what they leave out at present; `undefined` while nobody wants to know. */
let present: Gathered | undefined;

/** What a decoding came to, and what its codecs left out on the way. */
export interface Gathering<A> {
  readonly value: A;
  /** What is wrong with each thing that was left out, in the order in which they were come upon. */
  readonly mishaps: readonly t.Errors[];
}

/**
 * Runs a decoding, and gathers what tolerant codecs leave out while it runs: a row of a list, a field that says that
 * there is no number. It is synchronous. A decoding within it that gathers for itself keeps what is its own. Where `run` throws, so
 * does this, and nothing is left over for the next one.
 *
 * @example
 * const { value, mishaps } = gathering(() => listOf(t.number).decode([1, 'a', 3]));
 * // value: right([1, 3]); mishaps: what is wrong with the one row
 */
export const gathering = <A>(run: () => A): Gathering<A> => {
  const outer = present;
  const { mishaps } = (present = { mishaps: [] });
  try {
    return { value: run(), mishaps };
  } finally {
    present = outer;
  }
};

/** Tells of one thing that is left out what is wrong with it. Where nobody gathers, it is forgotten. */
export const gather = (errors: t.Errors): void => {
  present?.mishaps.push(asRead(errors));
};

/** How many things were left out so far. */
export const countGathered = (): number => present?.mishaps.length ?? 0;

/** Forgets what was left out after so many: it is part of what is refused now, or will be come upon again. */
export const forgetAfter = (count: number): void => {
  if (present !== undefined && present.mishaps.length > count) present.mishaps.length = count;
};

/** The same decoding; where it refuses, what it has left out until then is forgotten, as it is part of the refusal. */
export const allOrNone = <A>(decode: () => t.Validation<A>): t.Validation<A> => {
  const count = countGathered();
  const decoded = decode();
  if (E.isLeft(decoded)) forgetAfter(count);
  return decoded;
};
