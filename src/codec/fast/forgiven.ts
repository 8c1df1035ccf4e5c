import * as checks from './check.ts';
import type { Check, Field, Outcome } from './check.ts';
import { isNoNumber } from './isNoNumber.ts';

const { check, dropped, fails, unsure } = checks;

const outcomeOfNull = (outcomeOf: Check['outcomeOf']): Outcome => {
  const outcome = outcomeOf(null);
  if (outcome !== fails) return outcome;
  const ofNone = outcomeOf(undefined);
  // A codec of one's own may put something in the place of a field that is absent.
  return ofNone === fails || ofNone === undefined ? dropped : unsure;
};

const ofForgiving = ({ outcomeOf, kinds }: Check): Check => {
  // Codecs are pure, so it is found out once: their refusals are costly.
  let ofNull: Outcome = undefined;
  return check((u) => {
    if (u === null) return (ofNull ??= outcomeOfNull(outcomeOf));
    const outcome = outcomeOf(u);
    // What is told of such a text, only io-ts can tell.
    return outcome === fails && isNoNumber(u) ? unsure : outcome;
  }, kinds);
};

/** The field, with a check that drops it where it is forgiving and its codec refuses `null`. */
export const forgiven = (field: Field): Field =>
  field.isForgiving === true ? { ...field, check: ofForgiving(field.check) } : field;

type Copy = Readonly<Record<string, unknown>>;

const restOf = (copy: Copy): Copy => {
  const rest: Record<string, unknown> = {};
  for (const key in copy) if (copy[key] !== dropped) rest[key] = copy[key];
  return rest;
};

/** A copy of a record without the fields that were dropped: itself where none was. */
export const withoutDropped = (copy: Copy): Copy => {
  for (const key in copy) if (copy[key] === dropped) return restOf(copy);
  return copy;
};
