import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { allOrNone, gather } from '../gathering.ts';
import { isObject } from '../isObject.ts';
import { copyOf } from './copyOf.ts';
import { isNoNumber } from './isNoNumber.ts';

/** An optional field in whose place something stands that its codec refuses and that says there is nothing. */
interface Unsaid {
  readonly key: string;
  /** What there is to tell of it: of `null` nothing. */
  readonly errors: t.Errors | undefined;
}

const unsaidOf = (
  optional: t.Props,
  u: Readonly<Record<string, unknown>>,
  context: t.Context,
): readonly Unsaid[] =>
  Object.entries(optional).flatMap(([key, codec]): readonly Unsaid[] => {
    const value = u[key];
    if (value !== null && !isNoNumber(value)) return [];
    const decoded = codec.validate(value, t.appendContext(context, key, codec, value));
    return E.isRight(decoded) ? [] : [{ key, errors: value === null ? undefined : decoded.left }];
  });

const without = (u: object, unsaid: readonly Unsaid[]): object => {
  const keys = new Set(unsaid.map(({ key }) => key));
  return Object.fromEntries(Object.entries(u).filter(([key]) => !keys.has(key)));
};

/**
 * A record of the exchange's: the fields that it needs, and those that it can do without. An optional field that is
 * `null` is the same as one that is absent, unless its codec takes `null`: the value has no such key then. So it is
 * with a text that says there is no number, such as `"NaN"` or an empty one, but that is told through `gather`. In a
 * field that is needed either of them is refused.
 *
 * @example
 * const Row = recordOf({ Id: t.number }, { Price: t.number }, 'Row');
 * Row.decode({ Id: 1, Price: null }); // right({ Id: 1 })
 */
export const recordOf = <R extends t.Props, P extends t.Props>(
  required: R,
  optional: P,
  name?: string,
): t.IntersectionC<[t.TypeC<R>, t.PartialC<P>]> => {
  type A = t.TypeOf<typeof strict>;
  const strict = t.intersection([t.type(required), t.partial(optional)], name);
  const validate: t.Validate<unknown, A> = (u, context) => {
    const decoded = allOrNone(() => strict.validate(u, context));
    if (E.isRight(decoded) || !isObject(u)) return decoded;
    // As in a report of io-ts, whose intersections tell which member it was.
    const unsaid = unsaidOf(optional, u, t.appendContext(context, '1', strict.types[1], u));
    if (unsaid.length === 0) return decoded;
    return allOrNone(() => {
      for (const { errors } of unsaid) if (errors !== undefined) gather(errors);
      return strict.validate(without(u, unsaid), context);
    });
  };
  const record: typeof strict = copyOf(strict, {
    validate,
    decode: (u) => validate(u, [{ key: '', type: record, actual: u }]),
  });
  return record;
};
