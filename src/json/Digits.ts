// A mark instead of a check of the prototype: codecs that only test for digits must not import the code that makes
// them.
const mark: unique symbol = /* @__PURE__ */ Symbol('digits');

/** A number that keeps its text, digit for digit. In arithmetic and comparisons it is the nearest `number`. */
export interface Digits {
  readonly text: string;
  readonly valueOf: () => number;
  readonly toString: () => string;
  /** The value as a number; an integer that a `number` cannot hold is a `bigint`. */
  readonly plain: () => number | bigint;
  readonly [mark]: true;
}

const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const integer = /^-?\d+$/;

// Made in a pure call, so that a bundler can drop it.
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

/** Makes {@link Digits} from the text of a number. */
export const digits = (text: string): Digits => Object.assign(Object.create(prototype) as Digits, { text });

/** Whether a value is {@link Digits}. */
export const isDigits = (u: unknown): u is Digits => typeof u === 'object' && u !== null && mark in u;

/** Whether a text is a decimal number. */
export const isNumeric = (text: string): boolean => numeric.test(text);

/** The value of a text as a number; an integer that a `number` cannot hold is a `bigint`. */
export const numberOf = (text: string): number | bigint => {
  const value = Number(text);
  return Number.isSafeInteger(value) || !integer.test(text) ? value : BigInt(text);
};

/** The plain number of {@link Digits}; any other value unchanged. */
export const withoutDigits = (u: unknown): unknown => (isDigits(u) ? u.plain() : u);

/** The digits of a number, or of the text of a number; `undefined` for anything else. */
export const digitsFrom = (u: unknown): Digits | undefined => {
  if (isDigits(u)) return u;
  const text = typeof u === 'number' || typeof u === 'bigint' ? String(u) : u;
  return typeof text === 'string' && isNumeric(text) ? digits(text) : undefined;
};
