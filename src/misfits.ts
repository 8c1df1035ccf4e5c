import { isObject } from './codec/isObject.ts';
import { InvalidRequest } from './errors.ts';
import type { Mismatch } from './mismatches.ts';
import { listed } from './words.ts';

/** What an option may be. */
export interface Shape {
  /** In words, as they follow on "should be". */
  readonly expected: string;
  readonly is: (u: unknown) => boolean;
  /** The options within it, where it is an object of options itself. */
  readonly within?: Shapes;
  /** What is wrong within it, where it is something else with parts, such as a list. */
  readonly misfitsOf?: (u: unknown, path: string) => readonly Mismatch[];
  /** Whether it may not be left out. @default it may */
  readonly isNeeded?: boolean;
}

/** The options there are, by name. */
export type Shapes = Readonly<Record<string, Shape>>;

/** A shape for each option of a type: none is forgotten, and none is one too many. */
export type ShapesOf<O> = Readonly<Record<keyof O, Shape>>;

/** A yes or a no. */
export const aBoolean: Shape = { expected: 'a boolean', is: (u) => typeof u === 'boolean' };
/** A text. */
export const aText: Shape = { expected: 'a text', is: (u) => typeof u === 'string' };
/** Any number. */
export const aNumber: Shape = { expected: 'a number', is: (u) => typeof u === 'number' };
/** A number that is not endless. */
export const aFiniteNumber: Shape = { expected: 'a finite number', is: Number.isFinite };
/** A number above 0, endless ones among them. */
export const above0: Shape = { expected: 'a number above 0', is: (u) => typeof u === 'number' && u > 0 };
/** A number from 0 on, endless ones among them. */
export const from0: Shape = { expected: 'a number from 0 on', is: (u) => typeof u === 'number' && u >= 0 };
/** What something else looks at. */
export const anything: Shape = { expected: 'anything', is: () => true };
/** A function, told of in these words. */
export const aFunction = (expected: string): Shape => ({ expected, is: (u) => typeof u === 'function' });
/** One of these values. */
export const oneOf = (...values: readonly (string | number | boolean)[]): Shape => ({
  expected: values.map((value) => (typeof value === 'string' ? `'${value}'` : String(value))).join(' or '),
  is: (u) => values.some((value) => value === u),
});
/** An object of options. */
export const optionsOf = (within: Shapes, expected = 'an object of options'): Shape => ({
  expected,
  is: isObject,
  within,
});

/** The same, which may not be left out. */
export const needed = (shape: Shape): Shape => ({ ...shape, isNeeded: true });
/** A list of objects of these options. */
export const listOf = (each: Shapes, expected: string): Shape => ({
  expected,
  is: Array.isArray,
  misfitsOf: (u, path) =>
    Array.isArray(u) ? u.flatMap((one, index) => misfits(one, each, `${path}.${index}.`)) : [],
});
/** A list of values of one shape. */
export const allOf = (each: Shape, expected: string): Shape => ({
  expected,
  is: (u) => Array.isArray(u) && u.every(each.is),
});

/** Never a text itself: it may be a secret in the wrong place. */
const foundIn = (u: unknown): string => {
  if (u === null || u === undefined || typeof u === 'number') return String(u);
  if (Array.isArray(u)) return 'an array';
  return typeof u === 'object' ? 'an object' : `a ${typeof u}`;
};

/** What is expected of an option that there is none of, in words as they follow on "should be". */
export type Unknown = (key: string, shapes: Shapes) => string;

const unknownOption: Unknown = (_key, shapes) =>
  `left out, as the options are ${Object.keys(shapes).join(', ')},`;

const misfitsAt = (options: unknown, shapes: Shapes, path: string, unknown: Unknown): readonly Mismatch[] => {
  if (!isObject(options))
    return [{ path: path.slice(0, -1), expected: 'an object of options', found: foundIn(options) }];
  const missing = Object.keys(shapes).filter((key) => shapes[key]?.isNeeded && !Object.hasOwn(options, key));
  return [...Object.keys(options), ...missing].flatMap((key): readonly Mismatch[] => {
    const value = options[key];
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
    if (value === undefined && !shape?.isNeeded) return [];
    const mismatch = (expected: string) => [{ path: `${path}${key}`, expected, found: foundIn(value) }];
    if (shape === undefined) return mismatch(unknown(key, shapes));
    return shape.is(value) ? misfitsIn(value, shape, `${path}${key}`, unknown) : mismatch(shape.expected);
  });
};

const misfitsIn = (value: unknown, shape: Shape, path: string, unknown: Unknown): readonly Mismatch[] => {
  if (shape.misfitsOf !== undefined) return shape.misfitsOf(value, path);
  return shape.within === undefined || !isObject(value)
    ? []
    : misfitsAt(value, shape.within, `${path}.`, unknown);
};

/**
 * What is wrong with options that no compiler has looked at: no object, no such option, one of another kind, or one that
 * is missing. What is `undefined` is absent. Nothing of the values is shown but numbers. It never throws: options that throw
 * when they are read, as a getter may, are none.
 *
 * @param path What stands before their names, where they are within others.
 * @param unknown What is said of an option that there is none of.
 *
 * @example
 * misfits({ tiemout: 5 }, { timeout: above0 });
 * // [{ path: 'tiemout', expected: 'left out, as the options are timeout,', found: '5' }]
 */
export const misfits = (
  options: unknown,
  shapes: Shapes,
  path = '',
  unknown = unknownOption,
): readonly Mismatch[] => {
  try {
    return misfitsAt(options, shapes, path, unknown);
  } catch {
    return [
      { path: path.slice(0, -1), expected: 'an object of options', found: 'something that cannot be read' },
    ];
  }
};

/**
 * The error for options that cannot be meant; `undefined` where nothing is wrong with them, or there are none.
 *
 * @param call Whose options they are: the function, the stream or the verb.
 */
export const wrongOptions = (call: string, options: unknown, shapes: Shapes): InvalidRequest | undefined => {
  const mismatches = options === undefined ? [] : misfits(options, shapes);
  return mismatches.length === 0 ? undefined : new InvalidRequest(call, mismatches);
};

/**
 * Looks at what a function was given that throws where that cannot be meant.
 *
 * @param what What cannot be meant then: `The options of serve`.
 * @throws RangeError if there are mismatches; it names them all.
 */
export const refuseMisfits = (what: string, mismatches: readonly Mismatch[]): void => {
  if (mismatches.length > 0)
    throw new RangeError(`${what} cannot be meant: ${listed(mismatches)}. Correct the call.`);
};

/**
 * Looks at the options of a function that throws.
 *
 * @throws RangeError if they cannot be meant.
 *
 * @example
 * checkOptions('replay', { sped: 60 }, { speed: above0 });
 * // RangeError: The options of replay cannot be meant: sped should be left out, as the options are speed, but is 60. …
 */
export const checkOptions = (call: string, options: unknown, shapes: Shapes): void =>
  refuseMisfits(`The options of ${call}`, misfits(options, shapes));
