import type * as t from 'io-ts';
import { excerpt } from './excerpt.ts';
import { isSecretKey, redact } from './redact.ts';
import { saidBy } from './thrown.ts';

/** One thing wrong with a value: its place, what was expected there, and what was found. */
export interface Mismatch {
  /** Keys and indices from the root of the value, such as `0.InstrumentId`; empty for the root itself. */
  readonly path: string;
  /** What was expected: the codec's own message if it has one, otherwise its name. */
  readonly expected: string;
  /** A short form of the value; `***` for a secret. */
  readonly found: string;
}

const inShort = (value: unknown): string => {
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(excerpt(value, 40));
};

const isIndex = /^\d+$/;
const valueAt = (u: unknown, key: string): unknown =>
  typeof u === 'object' && u !== null ? (u as Readonly<Record<string, unknown>>)[key] : undefined;

/**
 * Steps into a member of a union or an intersection carry its number, and are no keys of the value. The codec
 * before them does not tell: a refinement, an `exact` or a codec of one's own may stand for the union.
 */
const isKey = ({ key, actual }: t.ContextEntry, index: number, context: t.Context): boolean => {
  if (index === 0) return false;
  const parent = context[index - 1];
  const { _tag } = (parent?.type ?? {}) as { readonly _tag?: string };
  if (_tag === 'UnionType' || _tag === 'IntersectionType') return false;
  return !isIndex.test(key) || Object.is(valueAt(parent?.actual, key), actual);
};

const toMismatch = ({ context, value, message }: t.ValidationError): Mismatch => {
  const keys = context.filter(isKey).map(({ key }) => key);
  return {
    path: keys.join('.'),
    expected: message ?? context.at(-1)?.type.name ?? 'something else',
    found: keys.some(isSecretKey) ? '***' : inShort(value),
  };
};

/**
 * What io-ts found wrong, in a form that can be shown and logged: paths and short values, no secret.
 *
 * @example
 * E.mapLeft(mismatches)(t.type({ OrderId: t.number }).decode({}));
 * // left([{ path: 'OrderId', expected: 'number', found: 'undefined' }])
 */
export const mismatches = (errors: t.Errors): readonly Mismatch[] => errors.map(toMismatch);

const isPlain = (value: unknown): boolean => value !== null && /string|number|bigint/.test(typeof value);

const hasSecret = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).some(isSecretKey);

/**
 * As {@link mismatches}, of what a caller has passed: what stands in the place of all parameters, or beside a secret one,
 * is not shown, as it may be the secret in the wrong place.
 */
export const mismatchesOfCall = (errors: t.Errors): readonly Mismatch[] =>
  errors.map((error) => {
    const mismatch = toMismatch(error);
    const mayBeSecret = mismatch.path === '' || hasSecret(error.context[0]?.actual);
    return mayBeSecret && isPlain(error.value) ? { ...mismatch, found: `a ${typeof error.value}` } : mismatch;
  });

/** What is told of a codec or a reader of a caller's own that threw, where it should have refused. */
export const mismatchOfThrown = (thrown: unknown): Mismatch => ({
  path: '',
  expected: 'what its codec reads',
  found: `something it throws at (${redact(saidBy(thrown))})`,
});
