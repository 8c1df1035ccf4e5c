import type { Message } from './mutations.ts';

/** What a message may be taken for, by the widest reading there is: too much rather than too little. */
export interface Aim {
  /** The names of events it may be, in lower case. */
  readonly events: ReadonlySet<string>;
  /** The requests that it may answer. */
  readonly sequences: ReadonlySet<number>;
}

const typesOf = /"m"\s*:\s*"?(\d)/g;
const sequencesOf = /"i"\s*:\s*"?(-?[\d.eE+-]+)/g;
const namesOf = /"n"\s*:\s*"((?:[^"\\]|\\.)*)"/g;

const found = (pattern: RegExp, text: string): readonly string[] =>
  [...text.matchAll(pattern)].map(([, value = '']) => value);

const unescaped = (name: string): string => {
  try {
    return String(JSON.parse(`"${name}"`));
  } catch {
    return name;
  }
};

/** Without what may stand beside a frame. */
const trimmed = (text: string): string => {
  const isBeside = (at: number): boolean => text[at] === '\u0000' || text[at]?.trim() === '';
  let [start, end] = [0, text.length];
  while (start < end && isBeside(start)) start += 1;
  while (end > start && isBeside(end - 1)) end -= 1;
  return text.slice(start, end);
};

const readHead = (text: string): { readonly m?: unknown; readonly i?: unknown; readonly n?: unknown } => {
  try {
    const value: unknown = JSON.parse(trimmed(text));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
};

const plain = (value: unknown): readonly string[] =>
  typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];

/** Says whom a message may be for: all types, numbers and names that stand in it anywhere count together. */
export const aimOf = (message: Message): Aim => {
  const text = typeof message === 'string' ? message : new TextDecoder().decode(message);
  const { m, i, n } = readHead(text);
  if (m === undefined) return { events: new Set(), sequences: new Set() };
  const types = new Set([...found(typesOf, text), ...plain(m)]);
  const sequences = new Set([...found(sequencesOf, text), ...plain(i)].map(Number));
  const names = new Set(
    [...found(namesOf, text).map(unescaped), ...plain(n)].map((name) => name.toLowerCase()),
  );
  return {
    events: types.has('3') ? names : new Set(),
    sequences: types.has('1') || types.has('5') ? sequences : new Set(),
  };
};
