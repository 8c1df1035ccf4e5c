import { isLosslessNumber, parse } from 'lossless-json';

/** How a value that a codec read may differ from the one on the wire and still be the same. */
const bare = (name: string): string => name.replaceAll(/[^a-z0-9]/gi, '').toLowerCase();
const isNumber = (u: unknown): boolean =>
  isLosslessNumber(u) || typeof u === 'number' || typeof u === 'bigint';
const textOf = (u: unknown): string => (isLosslessNumber(u) ? u.value : String(u));
const isNumeric = (u: unknown): boolean => u !== '' && !Number.isNaN(Number(textOf(u)));

/** The largest decimals, which stand for "nobody sells". */
const noAsks: ReadonlySet<string> = new Set(['79228162514264337593543950335', '9223372036.854775807']);

const isSameScalar = (wire: unknown, read: unknown): boolean => {
  if (Object.is(wire, read)) return true;
  if (wire === null || wire === undefined) return read === '';
  if (read === null) return isNumber(wire) && noAsks.has(textOf(wire));
  if (typeof wire === 'boolean') return Number(wire) === read;
  if (typeof read === 'string' && !isNumeric(read)) {
    // The number of a member of an enumeration becomes its name, and one spelling of a name another.
    return isNumber(wire) || isNumeric(wire) || bare(textOf(wire)) === bare(read);
  }
  // Numbers are compared digit for digit, whether either is in quotes or not.
  return textOf(read) === textOf(wire);
};

const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u) && !isLosslessNumber(u);

const inLowerCase = (u: object): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(u).map(([key, value]) => [key.toLowerCase(), value as unknown]));

const keysOf = (...objects: readonly ReadonlyMap<string, unknown>[]): readonly string[] => [
  ...new Set(objects.flatMap((object) => [...object.keys()])),
];

/**
 * Where what a codec read is not what was on the wire, digit for digit. Both have their decimals as `LosslessNumber`.
 *
 * Allowed are: another case of a key, a name for the number of a member of an enumeration or for another spelling, a
 * number for a text of its digits and the other way round, 0 or 1 for a yes or no, `null` for "nobody sells", an empty
 * text for `null`, a row for an object with places as keys, and a value for its JSON text.
 */
export const differences = (wire: unknown, read: unknown, path = ''): readonly string[] => {
  if (typeof wire === 'string' && typeof read === 'object' && read !== null && !isLosslessNumber(read)) {
    return differences(parse(wire), read, path);
  }
  if (Array.isArray(read)) {
    const items = isObject(wire) ? Object.values(wire) : wire;
    if (!Array.isArray(items) || items.length !== read.length) return [`${path}: not so many`];
    return items.flatMap((item, index) => differences(item, read[index], `${path}.${index}`));
  }
  if (isObject(wire) && isObject(read)) {
    const [a, b] = [inLowerCase(wire), inLowerCase(read)];
    return keysOf(a, b).flatMap((key) => differences(a.get(key), b.get(key), `${path}.${key}`));
  }
  return isSameScalar(wire, read) ? [] : [`${path}: ${textOf(wire)} is ${textOf(read)}`];
};
