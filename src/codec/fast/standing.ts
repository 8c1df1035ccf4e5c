import * as checks from './check.ts';
import type { Field } from './check.ts';

// In CommonJS an imported name is read through a getter each time, which costs three times what is done here.
const { fails, unsure } = checks;
const { hasOwn, prototype } = Object;

/** An object whose fields are looked at. */
export type Value = Readonly<Record<string, unknown>>;

/** What becomes of fields that are not met in their place: {@link kept}, `fails` or `unsure`. */
export type Standing = symbol;
/** The fields stay as they are. */
export const kept: Standing = Symbol('kept');

/** Whether a copy has it too. What has it not may be gone when io-ts looks, and then it refuses nothing there. */
export const isCopied = (u: Value, key: string): boolean => prototype.propertyIsEnumerable.call(u, key);

const ofRefused = ({ key, isOptional }: Field, u: Value, value: unknown): Standing => {
  if (value === undefined) return isOptional ? kept : fails;
  return isCopied(u, key) ? fails : unsure;
};

/** What becomes of one field that has this value, wherever it stands. */
export const standingOf = (field: Field, u: Value, value: unknown): Standing => {
  const outcome = field.check.outcomeOf(value);
  if (outcome === fails) return ofRefused(field, u, value);
  if (outcome !== value) return unsure;
  // io-ts puts in a required key that is not there.
  return value === undefined && !field.isOptional && !hasOwn(u, field.key) ? unsure : kept;
};

/** What becomes of all these fields. */
export const standingOfAll = (fields: readonly Field[], u: Value): Standing => {
  for (const field of fields) {
    const standing = standingOf(field, u, u[field.key]);
    if (standing !== kept) return standing;
  }
  return kept;
};
