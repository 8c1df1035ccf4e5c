/**
 * Parses the text of a payload. Text that is not JSON is returned as it is, because gateways also answer in plain
 * words. A payload that is not a string is returned unchanged.
 */
export type ReadJson = (payload: unknown) => unknown;

/**
 * The fast reader: `JSON.parse`. It may round numbers of more than 15 digits, including integers above 2^53.
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

/** Returns `undefined` for a value without a JSON text, which the platform's types do not say. */
const stringify = (value: unknown): string | undefined => JSON.stringify(value);

const writeField = ([key, value]: readonly [string, unknown]): string =>
  `${JSON.stringify(key)}:${writeWithBigints(value)}`;

/** Like `JSON.stringify` for plain values, but a `bigint` is written as an integer. */
const writeWithBigints = (value: unknown): string => {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map(writeWithBigints).join()}]`;
  if (typeof value !== 'object' || value === null) return stringify(value) ?? 'null';
  return `{${Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(writeField)
    .join()}}`;
};

/**
 * The JSON text of a value. A `bigint` is written as an integer, and a value without a JSON text as `null`.
 *
 * @example
 * writeJson({ OrderId: 9007199254740993n }); // '{"OrderId":9007199254740993}'
 */
export const writeJson = (value: unknown): string => {
  try {
    return stringify(value) ?? 'null';
  } catch {
    // A bigint, which JSON.stringify cannot write. Searching for one first would slow every other call.
    return writeWithBigints(value);
  }
};

/**
 * Like {@link writeJson}, for a received value, which may be nested too deep to write; the text then says so. It never
 * throws.
 */
export const writeReceived = (value: unknown): string => {
  try {
    return writeJson(value);
  } catch {
    return '"(nested too deep to be shown)"';
  }
};
