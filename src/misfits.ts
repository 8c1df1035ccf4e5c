import { isObject } from './codec/isObject.ts';
import { InvalidRequest } from './errors.ts';
import type { Mismatch } from './mismatches.ts';

/** What an option may be. */
export interface Shape {
  /** In words, as they follow on "should be". */
  readonly expected: string;
  readonly is: (u: unknown) => boolean;
  /** The options within it, where it is an object of options itself. */
  readonly within?: Shapes;
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
/** A number above 0, endless ones among them. */
export const above0: Shape = { expected: 'a number above 0', is: (u) => typeof u === 'number' && u > 0 };
/** A number from 0 on, endless ones among them. */
export const from0: Shape = { expected: 'a number from 0 on', is: (u) => typeof u === 'number' && u >= 0 };
/** What something else looks at. */
export const anything: Shape = { expected: 'anything', is: () => true };
/** A function, told of in these words. */
export const aFunction = (expected: string): Shape => ({ expected, is: (u) => typeof u === 'function' });
/** One of these texts. */
export const oneOf = (...texts: readonly string[]): Shape => ({
  expected: texts.map((text) => `'${text}'`).join(' or '),
  is: (u) => texts.some((text) => text === u),
});
/** An object of options. */
export const optionsOf = (within: Shapes, expected = 'an object of options'): Shape => ({
  expected,
  is: isObject,
  within,
});

/** Never a text itself: it may be a secret in the wrong place. */
const foundIn = (u: unknown): string => {
  if (u === null || u === undefined || typeof u === 'number') return String(u);
  if (Array.isArray(u)) return 'an array';
  return typeof u === 'object' ? 'an object' : `a ${typeof u}`;
};

const unknownOption = (shapes: Shapes): string =>
  `left out, as the options are ${Object.keys(shapes).join(', ')},`;

/**
 * What is wrong with options that no compiler has looked at: no object, no such option, or one of another kind. What is
 * `undefined` is absent. Nothing of the values is shown but numbers.
 *
 * @param path What stands before their names, where they are within others.
 *
 * @example
 * misfits({ tiemout: 5 }, { timeout: above0 });
 * // [{ path: 'tiemout', expected: 'left out, as the options are timeout,', found: '5' }]
 */
export const misfits = (options: unknown, shapes: Shapes, path = ''): readonly Mismatch[] => {
  if (!isObject(options)) return [{ path, expected: 'an object of options', found: foundIn(options) }];
  return Object.entries(options).flatMap(([key, value]): readonly Mismatch[] => {
    if (value === undefined) return [];
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
    const mismatch = (expected: string) => [{ path: `${path}${key}`, expected, found: foundIn(value) }];
    if (shape === undefined) return mismatch(unknownOption(shapes));
    if (!shape.is(value)) return mismatch(shape.expected);
    return shape.within === undefined || !isObject(value)
      ? []
      : misfits(value, shape.within, `${path}${key}.`);
  });
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
