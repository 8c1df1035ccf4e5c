import type { Dialect } from './dialect.ts';

const uncapitalised = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** The answer to a login as the dialect has it; the user inside keeps its keys. */
export const loginAnswer = ({ loginKeys }: Dialect, answer: object): unknown =>
  loginKeys === 'camelCase'
    ? Object.fromEntries(Object.entries(answer).map(([key, value]) => [uncapitalised(key), value]))
    : answer;
