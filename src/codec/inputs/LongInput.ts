import { input } from './input.ts';

/** An integer of 64 bits to send: a `number` where that is exact, or a `bigint`. */
export const LongInput = input('an integer (a bigint above 2^53)', (u): u is number | bigint =>
  typeof u === 'bigint' ? BigInt.asIntN(64, u) === u : Number.isSafeInteger(u),
);
