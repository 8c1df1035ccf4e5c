import * as t from 'io-ts';
import { input } from './input.ts';

/** A text to send. */
export const TextInput = input('a text', t.string.is);
