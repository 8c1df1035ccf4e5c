import * as checks from './check.ts';
import type { Check, Field, Verdict } from './check.ts';

// In CommonJS an imported name is read through a getter each time, which costs three times what is done here.
const { check, fails, isHopeless, isOfKind, isRecord, ofAll, ofUnknownCodec, same, unsure } = checks;

type Value = Readonly<Record<string, unknown>>;

const hasOwn = (u: Value, key: string): boolean => Object.prototype.hasOwnProperty.call(u, key);

const judge = (field: Field | undefined, u: Value, value: unknown): Verdict => {
  if (field === undefined) return unsure;
  const {
    key,
    check: { test },
    isOptional,
  } = field;
  const verdict = test(value);
  if (value !== undefined || verdict === unsure) return verdict;
  if (isOptional) return same;
  // io-ts puts in a required key that is not there.
  return verdict === same && !hasOwn(u, key) ? unsure : verdict;
};

/** The fields in the order in which this object has them, those it has not at the end. */
const inOrderOf = (u: Value, fields: readonly Field[]): readonly Field[] => {
  const place = new Map(Object.keys(u).map((key, index) => [key, index]));
  const placeOf = ({ key }: Field): number => place.get(key) ?? place.size;
  return [...fields].sort((a, b) => placeOf(a) - placeOf(b));
};

/** After so many differently ordered objects the order is taken to be without rule. */
const maxOrders = 8;

/**
 * The check of an object codec. The engine reads `u[key]` fast only where the key comes from `for (key in u)`, so
 * the fields are met in the order of the object, which is learnt from the first ones seen; those that were not met
 * are looked up.
 */
export const ofFields = (declared: readonly Field[]): Check => {
  if (isHopeless(declared.map((field) => field.check))) return ofUnknownCodec;
  const { length } = declared;
  let fields = declared;
  let keys: readonly string[] = [];
  let kinds: readonly string[] = [];
  let orders = 0;
  const learn = (order: readonly Field[]): void => {
    fields = order;
    keys = order.map(({ key }) => key);
    kinds = order.map((field) => field.check.kind);
    orders++;
  };
  learn(declared);

  const lookUp = (u: Value, met: number): Verdict => {
    let isInOrder = true;
    for (let i = met; i < length; i++) {
      const value = u[keys[i] ?? ''];
      const verdict = judge(fields[i], u, value);
      if (verdict !== same) return verdict;
      isInOrder &&= value === undefined;
    }
    if (!isInOrder && orders < maxOrders) learn(inOrderOf(u, fields));
    return same;
  };

  const test = (u: unknown): Verdict => {
    if (!isRecord(u)) return fails;
    let met = 0;
    for (const key in u) {
      if (key !== keys[met]) continue;
      const value = u[key];
      if (!isOfKind(value, kinds[met])) {
        const verdict = judge(fields[met], u, value);
        if (verdict !== same) return verdict;
      }
      met++;
    }
    return met === length ? same : lookUp(u, met);
  };
  return { ...check(test), fields: declared };
};

/** The check of an intersection; one of objects alone is checked as the one object that it describes. */
export const ofIntersection = (members: readonly Check[]): Check => {
  const isOneObject = members.length > 0 && members.every(({ fields }) => fields !== undefined);
  return isOneObject ? ofFields(members.flatMap(({ fields = [] }) => fields)) : ofAll(members);
};
