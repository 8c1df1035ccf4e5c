import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A function as the exchange's papers describe it. */
export interface Described {
  readonly name: string;
  readonly subject: string;
  readonly venue: 'notbank' | 'alphapoint';
  readonly login: boolean;
  /** The type of each field by path, with a `?` behind it where the field can be left out. */
  readonly request: Readonly<Record<string, string>>;
  readonly shape: 'object' | 'array' | 'array-of-arrays' | 'standard-response';
  /** The type of each field by path, with a `?` where it can be missing and `or null` where it can be null. */
  readonly reply: Readonly<Record<string, string>>;
}

const file = join(__dirname, '..', 'fixtures', 'functions.json');

/** All functions of the platform, in the order of its papers. */
export const described = JSON.parse(readFileSync(file, 'utf8')) as readonly Described[];
