import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { intervals, isInterval } from '../market/interval.ts';
import { readId } from '../market/readId.ts';
import { invalidRequest, type StandardResponse } from '../market/standardResponse.ts';
import type { Request } from './request.ts';

const scalar = <A>(name: string, is: (u: unknown) => u is A): t.Type<A> =>
  new t.Type(name, is, (u, context) => (is(u) ? t.success(u) : t.failure(u, context)), t.identity);

const digits = /^-?\d{1,16}$/;

/** What a text of digits says, and everything else as it is. */
const numberIn = (u: unknown): unknown => (typeof u === 'string' && digits.test(u) ? Number(u) : u);

/** A number, given as one or as text. */
const numeric = <A extends number>(name: string, is: (u: unknown) => u is A): t.Type<A> =>
  new t.Type(
    name,
    is,
    (u, context) => {
      const read = numberIn(u);
      return is(read) ? t.success(read) : t.failure(u, context);
    },
    t.identity,
  );

/** The id of an account or an instrument, a depth, a number of seconds: a whole number that is safe as a `number`. */
export const integer = numeric('an Integer', (u): u is number => Number.isSafeInteger(u));

/** How many: a whole number that is not below 0. */
export const count = numeric('an Integer from 0 upwards', (u): u is number => integer.is(u) && u >= 0);

/** The id of an order, an execution or a transaction, of 64 bits: a `number` where it is safe, else a `bigint`. */
export const longId = new t.Type<number | bigint>(
  'an Integer',
  (u): u is number | bigint => typeof u === 'bigint' || Number.isSafeInteger(u),
  (u, context) => {
    const id = readId(u);
    return id === undefined ? t.failure(u, context) : t.success(id);
  },
  t.identity,
);

/** A text. */
export const text = scalar('a String', (u): u is string => typeof u === 'string');

/** True or false. */
export const flag = scalar('a Boolean', (u): u is boolean => typeof u === 'boolean');

/** What some clients send as a number and others as a text, such as `UserId` at login; read as text. */
export const textOrInteger = new t.Type<string>(
  'a String',
  t.string.is,
  (u, context) => {
    if (typeof u === 'string') return t.success(u);
    return typeof u === 'bigint' || Number.isSafeInteger(u) ? t.success(String(u)) : t.failure(u, context);
  },
  t.identity,
);

/** A quantity, a price, an id or the number of an enumeration, as a number or as text. */
export const decimalInput = scalar(
  'a Number',
  (u): u is number | string | bigint =>
    typeof u === 'string' || typeof u === 'bigint' || (typeof u === 'number' && Number.isFinite(u)),
);

/** The length of a bar, in seconds. */
export const interval = numeric(`one of ${intervals.join(', ')}`, isInterval);

const dateForm = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d:\d\d(?:\.\d{1,3})?)Z?)?$/;

/** A date in UTC, with or without a time; read as epoch milliseconds. */
export const utcDate = new t.Type<number>(
  'a date in UTC',
  t.number.is,
  (u, context) => {
    const [, day, time = '00:00:00'] = (typeof u === 'string' ? dateForm.exec(u) : null) ?? [];
    const ms = day === undefined ? NaN : Date.parse(`${day}T${time}Z`);
    return Number.isNaN(ms) ? t.failure(u, context) : t.success(ms);
  },
  t.identity,
);

type Props = Readonly<Record<string, t.Mixed>>;
type Fields<R extends Props, O extends Props> = { readonly [K in keyof R]: t.TypeOf<R[K]> } & {
  readonly [K in keyof O]: t.TypeOf<O[K]> | undefined;
};

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** The refusal of a call that lacks one of these fields. */
export const required = (names: readonly string[]): StandardResponse =>
  invalidRequest(
    names.length === 1 ? `${listed(names)} is a required field` : `${listed(names)} are required fields`,
  );

/**
 * Reads the fields a function takes. A field that is `null` counts as absent; fields it does not know are passed
 * over. What is wrong becomes the refusal a gateway sends: missing fields first, then the first field of the
 * wrong kind.
 *
 * @example
 * const read = fieldsOf({ OMSId: integer, AccountId: integer }, { IncludePending: flag });
 */
export const fieldsOf =
  <R extends Props, O extends Props>(must: R, may: O) =>
  ({ fields, fold }: Request): E.Either<StandardResponse, Fields<R, O>> => {
    if (fields === undefined) return E.left(invalidRequest('The payload must be an Object'));
    const found = (name: string): unknown => fields.get(fold(name)) ?? undefined;
    const names = Object.keys(must);
    if (names.some((name) => found(name) === undefined)) return E.left(required(names));
    const read: Record<string, unknown> = {};
    for (const [name, codec] of Object.entries({ ...must, ...may })) {
      const value = found(name);
      if (value === undefined) continue;
      const decoded = codec.decode(value);
      if (E.isLeft(decoded)) return E.left(invalidRequest(`${name} must be ${codec.name}`));
      read[name] = decoded.right;
    }
    return E.right(read as Fields<R, O>);
  };
