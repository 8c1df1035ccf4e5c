import { numberOf } from './Digits.ts';
import { readJson } from './json.ts';

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** How many digits in a row an integer above 2^53 has at least. */
const unsafeLength = 16;

const codesOf = (chars: string): ReadonlySet<number> =>
  new Set(Array.from(chars, (char) => char.charCodeAt(0)));
/** What may stand before a number outside of a text, but for the beginning. */
const openers = codesOf(':,[ \t\n\r');
/** What makes a decimal of the digits before it. */
const decimalSigns = codesOf('.eE');
const [minus, zero] = [45, 48];

/** Where the integer begins whose digits begin at `start`; `undefined` where they are something else. */
const integerAt = (text: string, start: number): number | undefined => {
  if (text.charCodeAt(start) === zero) return undefined;
  const first = text.charCodeAt(start - 1) === minus ? start - 1 : start;
  return first === 0 || openers.has(text.charCodeAt(first - 1)) ? first : undefined;
};

/** Stands before the digits of an integer that was made a text. */
const mark = '\u007f';
const markCode = mark.charCodeAt(0);
const canHoldMark = (text: string): boolean => text.includes(mark) || text.includes('\\u007');

interface Marked {
  readonly text: string;
  /** How many integers were made texts. */
  readonly count: number;
}

/**
 * The same text with every integer of sixteen digits and more made a marked text. Such a run of digits covers every
 * sixteenth place, so only these are looked at. Within a text of the JSON the marks leave a quote with no comma after
 * it, which is no JSON.
 */
const withLongIntegersMarked = (text: string): Marked => {
  let marked = '';
  let copied = 0;
  let count = 0;
  let seen = -1;
  for (let at = unsafeLength - 1; at < text.length; at = seen + unsafeLength) {
    let start = at;
    while (start > seen && isDigit(text.charCodeAt(start))) start -= 1;
    // Digits all the way to the last place are of the run that was looked at there.
    const isOfLastRun = start === seen && isDigit(text.charCodeAt(start));
    seen = at;
    const first = start === at || isOfLastRun ? undefined : integerAt(text, start + 1);
    if (first === undefined) continue;
    let end = at + 1;
    while (isDigit(text.charCodeAt(end))) end += 1;
    seen = end;
    if (end - start <= unsafeLength || decimalSigns.has(text.charCodeAt(end))) continue;
    marked += `${text.slice(copied, first)}"${mark}${text.slice(first, end)}"`;
    copied = end;
    count += 1;
  }
  return { text: count === 0 ? text : marked + text.slice(copied), count };
};

/** What these digits of an integer stand for; so many, and they can only be a `bigint`. */
const exactInteger = (text: string): number | bigint => (text.length > 17 ? BigInt(text) : numberOf(text));

/** Puts the integers in the place of the marked texts, and tells how many there were; no depth is too deep for it. */
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

/** The value of a text that was marked; `undefined` where one of the integers turns out to be none. */
const readMarked = ({ text, count }: Marked): { readonly value: unknown } | undefined => {
  try {
    const root = { value: JSON.parse(text) as unknown };
    return unmark(root) === count ? root : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Reads JSON by the platform's parser, but an integer that a `number` cannot hold becomes a `bigint`. It is `undefined`
 * for the rare text that this cannot be told of: one with such an integer and a DEL character, or that is no JSON.
 *
 * @example
 * readLongIntegers('{"OrderId":9007199254740993}'); // { value: { OrderId: 9007199254740993n } }
 */
export const readLongIntegers = (text: string): { readonly value: unknown } | undefined => {
  const marked = withLongIntegersMarked(text);
  if (marked.count === 0) return { value: readJson(text) };
  return canHoldMark(text) ? undefined : readMarked(marked);
};
