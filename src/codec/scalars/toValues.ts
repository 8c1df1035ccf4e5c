import { isDigits } from '../../json/Digits.ts';
import { lacking, leftOut } from '../leftOut.ts';

const isPlain = (u: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(u);
  return prototype === Object.prototype || prototype === null;
};

const inArray = (items: readonly unknown[], toValue: (text: string) => unknown): readonly unknown[] => {
  const values = items.map((item) => toValues(item, toValue));
  const isSame = values.every((value, index) => Object.is(value, items[index]));
  return isSame ? items : lacking(values, leftOut(items));
};

const inObject = (u: object, toValue: (text: string) => unknown): object => {
  const entries = Object.entries(u);
  const values = inArray(
    entries.map(([, value]) => value as unknown),
    toValue,
  );
  const isChanged = entries.some(([, value], index) => !Object.is(value, values[index]));
  return isChanged ? Object.fromEntries(entries.map(([key], index) => [key, values[index]])) : u;
};

/**
 * A value with all `Digits` in it, however deep, replaced by what `toValue` makes of their text. What holds none comes
 * back as it is, and a list that lacks rows still says so.
 */
export const toValues = (u: unknown, toValue: (text: string) => unknown): unknown => {
  if (isDigits(u)) return toValue(u.text);
  if (Array.isArray(u)) return inArray(u, toValue);
  return typeof u === 'object' && u !== null && isPlain(u) ? inObject(u, toValue) : u;
};
