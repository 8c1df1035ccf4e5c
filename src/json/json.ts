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

/** What JSON has no text for gives `undefined`, which the platform's types do not tell. */
const stringify = (value: unknown): string | undefined => JSON.stringify(value);

const writeField = ([key, value]: readonly [string, unknown]): string =>
  `${JSON.stringify(key)}:${writeWithBigints(value)}`;

/** As `JSON.stringify` writes plain values, but for a `bigint`. */
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
 * The JSON text of a value; a `bigint` is written as the integer it is, and what JSON has no text for as `null`.
 *
 * @example
 * writeJson({ OrderId: 9007199254740993n }); // '{"OrderId":9007199254740993}'
 */
export const writeJson = (value: unknown): string => {
  try {
    return stringify(value) ?? 'null';
  } catch {
    // The one thing in a payload that JSON cannot write. Looking for it first would cost every other call.
    return writeWithBigints(value);
  }
};

/**
 * As {@link writeJson}, of a value that has come in, which may be nested deeper than can be written: then the text says
 * that. It never throws.
 */
export const writeReceived = (value: unknown): string => {
  try {
    return writeJson(value);
  } catch {
    return '"(nested too deep to be shown)"';
  }
};
