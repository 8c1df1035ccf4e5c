import { input } from './input.ts';

const isInteger = (u: unknown): u is number => Number.isSafeInteger(u);

/** An integer to send: an id, a count, a time in milliseconds. */
export const IntegerInput = input('an integer', isInteger);

/** An integer above 0 to send. */
export const PositiveInput = input('an integer above 0', (u): u is number => isInteger(u) && u > 0);

/** An integer of 0 or more to send. */
export const CountInput = input('an integer of 0 or more', (u): u is number => isInteger(u) && u >= 0);
