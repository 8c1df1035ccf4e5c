/** One place in which two values differ. */
export interface Difference {
  /** Where, such as `payload.Price`; empty where all of it differs. */
  readonly path: string;
  readonly expected: unknown;
  readonly came: unknown;
}

/** What the test runners have in the place of a value, such as `expect.any(Number)`. */
interface Matcher {
  readonly asymmetricMatch: (value: unknown) => boolean;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isMatcher = (value: unknown): value is Matcher =>
  isObject(value) && 'asymmetricMatch' in value && typeof value.asymmetricMatch === 'function';

/** What kind of object it is. Classes are not compared: a test runner may bring those of another realm. */
const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

/** The parts of what is not to be compared by its fields alone. */
const partsOf = (value: object): object => {
  switch (tagOf(value)) {
    case 'Error': {
      const { name, message, cause } = value as Error;
      return Object.assign({ name, message, cause }, value);
    }
    case 'Date':
      return { time: Number(value) };
    case 'Map':
      return { entries: [...(value as ReadonlyMap<unknown, unknown>)] };
    case 'Set':
      return { members: [...(value as ReadonlySet<unknown>)] };
    default:
      return value;
  }
};

const valuesOf = (value: object): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(partsOf(value)).filter(([, part]) => part !== undefined));

const deepest = 20;

const compare = (expected: unknown, came: unknown, path: readonly string[]): readonly Difference[] => {
  const differs = [{ path: path.join('.'), expected, came }];
  if (isMatcher(expected)) return expected.asymmetricMatch(came) ? [] : differs;
  if (Object.is(expected, came)) return [];
  if (!isObject(expected) || !isObject(came) || path.length > deepest) return differs;
  if (tagOf(expected) !== tagOf(came)) return differs;
  const [wanted, given] = [valuesOf(expected), valuesOf(came)];
  return [...new Set([...wanted.keys(), ...given.keys()])].flatMap((key) =>
    compare(wanted.get(key), given.get(key), [...path, key]),
  );
};

/**
 * Where two values differ, none where they are equal: by value, all the way down; a field that is `undefined` is absent.
 * A matcher of a test runner, such as `expect.any(Number)`, stands for whatever it matches.
 */
export const differences = (expected: unknown, came: unknown): readonly Difference[] =>
  compare(expected, came, []);
