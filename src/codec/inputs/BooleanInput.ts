import * as t from 'io-ts';
import { input } from './input.ts';

/** A yes or no to send. */
export const BooleanInput = input('true or false', t.boolean.is);
