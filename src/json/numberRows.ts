import type { ReadJson } from './json.ts';

const comma = 0x2c;
const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;
const nine = 0x39;
const open = 0x5b;
const close = 0x5d;

/** Returned in place of an end: the text must be read by the general reader. */
const nowhere = -1;

/** The powers of ten that a double holds exactly, so that one division rounds correctly. */
const powersOfTen = /* @__PURE__ */ Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

const isDigit = (code: number): boolean => code >= zero && code <= nine;

/** Reads the decimals from `from` on, after so many digits, into `row[column]`; returns where they end. */
const readDecimals = (
  text: string,
  from: number,
  whole: number,
  sign: number,
  row: number[],
  column: number,
): number => {
  let at = from;
  let digits = whole;
  for (let code = text.charCodeAt(at); isDigit(code); code = text.charCodeAt(++at)) {
    digits = digits * 10 + (code - zero);
  }
  const power = powersOfTen[at - from];
  if (at === from || power === undefined || digits > Number.MAX_SAFE_INTEGER) return nowhere;
  row[column] = (sign * digits) / power;
  return at;
};

/** Reads the number without its sign that begins at `first`, as {@link readNumber} does. */
const readUnsigned = (text: string, first: number, sign: number, row: number[], column: number): number => {
  let at = first;
  let digits = 0;
  let code = text.charCodeAt(at);
  for (; isDigit(code); code = text.charCodeAt(++at)) digits = digits * 10 + (code - zero);
  if (at === first || (at > first + 1 && text.charCodeAt(first) === zero)) return nowhere;
  if (code === point) return readDecimals(text, at + 1, digits, sign, row, column);
  if (digits > Number.MAX_SAFE_INTEGER) return nowhere;
  row[column] = sign * digits;
  return at;
};

/** Reads the number that begins at `from` into `row[column]`; returns where it ends. */
const readNumber = (text: string, from: number, row: number[], column: number): number =>
  text.charCodeAt(from) === minus
    ? readUnsigned(text, from + 1, -1, row, column)
    : readUnsigned(text, from, 1, row, column);

/** Reads the row that begins at `from` into `row`, overwriting what it holds; returns where it ends. */
const readRow = (text: string, from: number, row: number[]): number => {
  if (text.charCodeAt(from) !== open) return nowhere;
  let at = from;
  let column = 0;
  do {
    at = readNumber(text, at + 1, row, column);
    if (at === nowhere) return nowhere;
    column += 1;
  } while (text.charCodeAt(at) === comma);
  if (row.length !== column) row.length = column;
  return text.charCodeAt(at) === close ? at + 1 : nowhere;
};

const readRows = (text: string): readonly (readonly number[])[] | undefined => {
  const rows: number[][] = [];
  // Each row overwrites a copy of the previous one, so that the engine keeps it as an array of plain numbers.
  let row = [0.5];
  let at = 0;
  if (text.charCodeAt(0) !== open) return undefined;
  do {
    row = row.slice();
    at = readRow(text, at + 1, row);
    if (at === nowhere) return undefined;
    rows.push(row);
  } while (text.charCodeAt(at) === comma);
  return text.charCodeAt(at) === close && at + 1 === text.length ? rows : undefined;
};

/**
 * A reader that parses rows of plain numbers itself. Market data comes in such rows, and this takes about half the time
 * for exactly the same values. It passes everything else to `read`: other payloads, and rows with an exponent or with
 * more digits than a double is sure to hold.
 *
 * @example
 * withNumberRows(readJson)('[[1,0.5],[2,0.25]]'); // [[1, 0.5], [2, 0.25]]
 */
export const withNumberRows =
  (read: ReadJson): ReadJson =>
  (payload) =>
    (typeof payload === 'string' ? readRows(payload) : undefined) ?? read(payload);
