// A mark instead of a look at the prototype: codecs that only ask must not pull in what makes and reads digits.
const mark: unique symbol = /* @__PURE__ */ Symbol('digits');

/** A number as its text has it, digit for digit. Where it is reckoned or compared with, it is the nearest `number`. */
export interface Digits {
  readonly text: string;
  readonly valueOf: () => number;
  readonly toString: () => string;
  /** The number that they stand for; an integer that a `number` cannot hold is a `bigint`. */
  readonly plain: () => number | bigint;
  readonly [mark]: true;
}

const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const integer = /^-?\d+$/;

// Made in a call, so that a bundler can leave it out.
const prototype = /* @__PURE__ */ (() =>
  Object.freeze({
    valueOf(this: Digits): number {
      return Number(this.text);
    },
    toString(this: Digits): string {
      return this.text;
    },
    plain(this: Digits): number | bigint {
      return numberOf(this.text);
    },
    [mark]: true,
  }))();

/** Makes {@link Digits} of the text of a number. */
export const digits = (text: string): Digits => Object.assign(Object.create(prototype) as Digits, { text });

/** Says whether a value is {@link Digits}. */
export const isDigits = (u: unknown): u is Digits => typeof u === 'object' && u !== null && mark in u;

/** Says whether a text is that of a number. */
export const isNumeric = (text: string): boolean => numeric.test(text);

/** The number that a text stands for; an integer that a `number` cannot hold is a `bigint`. */
export const numberOf = (text: string): number | bigint => {
  const value = Number(text);
  return Number.isSafeInteger(value) || !integer.test(text) ? value : BigInt(text);
};

/** The number that digits stand for; any other value as it is. */
export const withoutDigits = (u: unknown): unknown => (isDigits(u) ? u.plain() : u);

/** The digits of a number, or of a text that is one; `undefined` for anything else. */
export const digitsFrom = (u: unknown): Digits | undefined => {
  if (isDigits(u)) return u;
  const text = typeof u === 'number' || typeof u === 'bigint' ? String(u) : u;
  return typeof text === 'string' && isNumeric(text) ? digits(text) : undefined;
};
