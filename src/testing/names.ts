import { differences } from './differences.ts';
import type { NameOf } from './diagram.ts';

/** The values of an expectation by their letters, as `toBe` takes them. */
export type Values = Readonly<Record<string, unknown>> | undefined;

const further = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Gives values letters: those that the expectation has for them, and other ones for what it does not know. */
export const createNames = (values: Values) => {
  const known = Object.entries(values ?? {});
  const unknown: (readonly [name: string, value: unknown])[] = [];
  const free = Array.from(further).filter((letter) => !known.some(([name]) => name === letter));

  const nameOf: NameOf = (value) => {
    if (values === undefined && typeof value === 'string' && value.length === 1) return value;
    const found = [...known, ...unknown].find(([, named]) => differences(named, value).length === 0);
    if (found !== undefined) return found[0];
    const name = free[unknown.length] ?? '?';
    unknown.push([name, value]);
    return name;
  };
  return { nameOf, /** What the expectation does not know, with the letters that it was given. */ unknown };
};
