import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { input } from './input.ts';
import { isObject } from '../isObject.ts';

type Flat<T> = { readonly [K in keyof T]: T[K] };

/** What a caller passes: every field of `R`, and of `P` those that are wanted. */
export type Params<R extends t.Props, P extends t.Props> = Flat<
  { readonly [K in keyof R]: t.TypeOf<R[K]> } & { readonly [K in keyof P]?: t.TypeOf<P[K]> | undefined }
>;

/**
 * The codec of a request, with the fields that it was made of. Their sentences are read off these, so that they
 * show in an editor also where only the declarations are at hand.
 */
export interface RequestType<R extends t.Props, P extends t.Props> extends t.Type<Params<R, P>, object> {
  /** The fields that it needs. */
  readonly required: R;
  /** The fields that it can do without. */
  readonly optional: P;
}

interface Field {
  readonly key: string;
  readonly codec: t.Mixed;
  readonly isOptional: boolean;
}

/** `OMSId` goes first, as in the vendor's manual; the others as they are written. */
const inOrder = (required: t.Props, optional: t.Props): readonly Field[] =>
  Object.entries<t.Mixed | undefined>({ OMSId: undefined, ...required, ...optional }).flatMap(
    ([key, codec]) => (codec === undefined ? [] : [{ key, codec, isOptional: key in optional }]),
  );

const noSuchField = input('left out, as there is no such field,', t.undefined.is);

/** The fields of a request, and their keys. */
interface Fields {
  readonly all: readonly Field[];
  readonly keys: ReadonlySet<string>;
}

type Values = Readonly<Record<string, unknown>>;

/** Says whether a request is right: the one thing to know of most, and so without a report. */
const isRight = ({ all, keys }: Fields, u: Values): boolean => {
  for (const { key, codec, isOptional } of all) {
    const value = u[key];
    if (!(isOptional && value === undefined) && !codec.is(value)) return false;
  }
  for (const key of Object.keys(u)) if (!keys.has(key) && u[key] !== undefined) return false;
  return true;
};

/** What the caller has passed and the function does not take. */
const others = ({ keys }: Fields, u: Values): readonly Field[] =>
  Object.keys(u)
    .filter((key) => !keys.has(key))
    .map((key) => ({ key, codec: noSuchField, isOptional: true }));

const errorsOf = (fields: Fields, u: Values, context: t.Context): t.Errors =>
  [...fields.all, ...others(fields, u)].flatMap(({ key, codec, isOptional }) => {
    const value = u[key];
    if (value === undefined && isOptional) return [];
    const decoded = codec.validate(value, t.appendContext(context, key, codec, value));
    return E.isLeft(decoded) ? decoded.left : [];
  });

const encode = ({ all }: Fields, params: Values): object => {
  const written: Record<string, unknown> = {};
  for (const { key, codec } of all) {
    const value = params[key];
    // What is absent stays absent, but for the one field that its codec fills in.
    if (value !== undefined || key === 'OMSId') written[key] = codec.encode(value);
  }
  return written;
};

/**
 * The codec of a request: the fields that it needs, and those that it can do without. A field that is missing, wrong
 * or unknown is refused, so that a misspelt one is an error and not silently dropped; an optional field that is
 * `undefined` is the same as none and is not sent.
 *
 * @example
 * const parameters = request({ InstrumentId: IntegerInput }, { ...oms, Count: IntegerInput });
 * parameters.encode({ InstrumentId: 1 }); // { OMSId: 1, InstrumentId: 1 }
 */
export const request = <R extends t.Props, P extends t.Props>(
  required: R,
  optional: P,
): RequestType<R, P> => {
  type A = Params<R, P>;
  const all = inOrder(required, optional);
  const fields = { all, keys: new Set(all.map(({ key }) => key)) };
  const is = (u: unknown): u is A => isObject(u) && isRight(fields, u);
  const validate: t.Validate<unknown, A> = (u, context) => {
    if (is(u)) return t.success(u);
    if (!isObject(u)) return t.failure(u, context);
    const errors = errorsOf(fields, u, context);
    return errors.length === 0 ? t.success(u as A) : t.failures(errors);
  };
  const codec = new t.Type<A, object>('an object', is, validate, (params) => encode(fields, params));
  return Object.assign(codec, { required, optional });
};
