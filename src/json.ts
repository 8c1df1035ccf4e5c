import { isInteger, isSafeNumber, parse } from 'lossless-json';

/**
 * How the text of a payload becomes a value. Text that is no JSON stays the text it is, as gateways also answer in
 * plain words; a payload that came as a value already stays that value.
 */
export type ReadJson = (payload: unknown) => unknown;

/**
 * The fast reader: `JSON.parse`. Numbers of more than 15 digits may be rounded, integers above 2^53 with them.
 *
 * @example
 * readJson('[1,2]'); // [1, 2]
 * readJson('Endpoint Not Found'); // 'Endpoint Not Found'
 */
export const readJson: ReadJson = (payload) => {
  if (typeof payload !== 'string') return payload;
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return payload;
  }
};

/** Every integer above 2^53 has sixteen digits in a row; a text without them is safe with the fast reader. */
const sixteenDigits = /\d{16}/;

const exactNumber = (text: string): number | bigint =>
  isInteger(text) && !isSafeNumber(text) ? BigInt(text) : Number(text);

/**
 * The exact reader: as {@link readJson}, but an integer that a `number` cannot hold becomes a `bigint`. Decimals
 * are the nearest `number`.
 *
 * @example
 * readExactJson('{"ReceiveTimeTicks":638168007882966478}'); // { ReceiveTimeTicks: 638168007882966478n }
 */
export const readExactJson: ReadJson = (payload) => {
  if (typeof payload !== 'string' || !sixteenDigits.test(payload)) return readJson(payload);
  try {
    return parse(payload, undefined, exactNumber);
  } catch {
    return payload;
  }
};

const bigintMark = '\u0000';
const markBigint = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? `${bigintMark}${value}${bigintMark}` : value;

/**
 * The JSON text of a value; a `bigint` is written as the integer it is.
 *
 * @example
 * writeJson({ OrderId: 9007199254740993n }); // '{"OrderId":9007199254740993}'
 */
export const writeJson = (value: unknown): string =>
  JSON.stringify(value, markBigint).replace(/"\\u0000(-?\d+)\\u0000"/g, '$1');
