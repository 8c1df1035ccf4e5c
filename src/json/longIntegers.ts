import { numberOf } from './Digits.ts';
import { readJson } from './json.ts';

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** An integer above 2^53 has at least this many digits. */
const unsafeLength = 16;

const codesOf = (chars: string): ReadonlySet<number> =>
  new Set(Array.from(chars, (char) => char.charCodeAt(0)));
/** The characters that can precede a number in JSON, outside a string; the beginning of the text aside. */
const openers = codesOf(':,[ \t\n\r');
/** A sign that makes the digits before it part of a decimal. */
const decimalSigns = codesOf('.eE');
const [minus, zero] = [45, 48];

/**
 * Where the integer with its first digit at `start` begins, its minus included; `undefined` if these digits are not an
 * integer.
 */
const integerAt = (text: string, start: number): number | undefined => {
  if (text.charCodeAt(start) === zero) return undefined;
  const first = text.charCodeAt(start - 1) === minus ? start - 1 : start;
  return first === 0 || openers.has(text.charCodeAt(first - 1)) ? first : undefined;
};

/** Where the digits up to `at` begin, looked for as far back as what is `seen`; behind `at` where there is none. */
const startOfDigits = (text: string, at: number, seen: number): number => {
  let before = at;
  while (before > seen && isDigit(text.charCodeAt(before))) before -= 1;
  return before + 1;
};

const endOfDigits = (text: string, at: number): number => {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
};

/** Precedes the digits of an integer that was turned into a string. */
const mark = '\u007f';
const markCode = mark.charCodeAt(0);
const canHoldMark = (text: string): boolean => text.includes(mark) || text.includes('\\u007');

interface Marked {
  readonly text: string;
  /** How many integers were turned into strings. */
  readonly count: number;
}

/**
 * The same text with every integer of sixteen or more digits turned into a marked string. Such a run of digits always
 * covers a sixteenth position, so only every sixteenth character is looked at. If the digits were inside a JSON string,
 * the marks produce a quote without a comma after it: invalid JSON, which is then read in another way.
 */
const withLongIntegersMarked = (text: string): Marked => {
  let marked = '';
  let copied = 0;
  let count = 0;
  let seen = -1;
  for (let at = unsafeLength - 1; at < text.length; at = seen + unsafeLength) {
    const start = startOfDigits(text, at, seen);
    // Those of a run that goes on from `seen` come after a digit, and so are no integer by themselves.
    const first = start > at ? undefined : integerAt(text, start);
    seen = first === undefined ? at : endOfDigits(text, at + 1);
    const isShort = seen - start < unsafeLength;
    if (first === undefined || isShort || decimalSigns.has(text.charCodeAt(seen))) continue;
    marked += `${text.slice(copied, first)}"${mark}${text.slice(first, seen)}"`;
    copied = seen;
    count += 1;
  }
  return { text: count === 0 ? text : marked + text.slice(copied), count };
};

/** The value of an integer's text. Above 17 characters it can only be a `bigint`. */
const exactInteger = (text: string): number | bigint => (text.length > 17 ? BigInt(text) : numberOf(text));

/**
 * Replaces the marked strings by their integers and returns how many there were. It works at any depth, as it does not
 * recurse.
 */
const unmark = (root: object): number => {
  let count = 0;
  const containers = [root];
  const visit = (container: Record<string | number, unknown>, key: string | number): void => {
    const value = container[key];
    if (typeof value === 'object' && value !== null) containers.push(value);
    if (typeof value !== 'string' || value.charCodeAt(0) !== markCode) return;
    container[key] = exactInteger(value.slice(1));
    count += 1;
  };
  for (const container of containers as readonly Record<string | number, unknown>[]) {
    if (Array.isArray(container)) for (let i = 0; i < container.length; i++) visit(container, i);
    else for (const key in container) visit(container, key);
  }
  return count;
};

/** The value of a marked text; `undefined` if one of the marks was not on an integer. */
const readMarked = ({ text, count }: Marked): { readonly value: unknown } | undefined => {
  try {
    const root = { value: JSON.parse(text) as unknown };
    return unmark(root) === count ? root : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Reads JSON with the platform's parser, but an integer that a `number` cannot hold becomes a `bigint`. It returns
 * `undefined` for the rare text that it cannot decide: one that has such an integer and a DEL character, has so many
 * digits inside a string, or is not JSON.
 *
 * @example
 * readLongIntegers('{"OrderId":9007199254740993}'); // { value: { OrderId: 9007199254740993n } }
 */
export const readLongIntegers = (text: string): { readonly value: unknown } | undefined => {
  const marked = withLongIntegersMarked(text);
  if (marked.count === 0) return { value: readJson(text) };
  return canHoldMark(text) ? undefined : readMarked(marked);
};
