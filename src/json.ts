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
  if (payload === '') return null;
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return payload;
  }
};

const bigintAsText = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? `\u0000${value}\u0000` : value;

const writeWithBigints = (value: unknown): string =>
  JSON.stringify(value, bigintAsText).replace(/"\\u0000(-?\d+)\\u0000"/g, '$1');

/**
 * The JSON text of a value; a `bigint` is written as the integer it is, and what JSON has no text for as `null`.
 *
 * @example
 * writeJson({ OrderId: 9007199254740993n }); // '{"OrderId":9007199254740993}'
 */
export const writeJson = (value: unknown): string => {
  try {
    return (JSON.stringify(value) as string | undefined) ?? 'null';
  } catch {
    // The one thing in a payload that JSON cannot write. Looking for it first would cost every other call.
    return writeWithBigints(value);
  }
};
