import type * as t from 'io-ts';
import { Long } from './Long.ts';

/** A moment in ticks of 100 ns since the year 1, UTC. It needs more digits than a `number` has: usually a `bigint`. */
export const Ticks: t.Type<number | bigint> = Long;

const ticksAt1970 = 621_355_968_000_000_000n;

/**
 * The {@link Ticks} of a moment in whole milliseconds since 1970.
 *
 * @example
 * ticksFromEpochMs(1681203988296); // 638168007882960000n
 */
export const ticksFromEpochMs = (epochMs: number): bigint => BigInt(epochMs) * 10_000n + ticksAt1970;

/**
 * The moment of {@link Ticks} in milliseconds since 1970, cut to whole milliseconds.
 *
 * @example
 * epochMsFromTicks(638168007882966478n); // 1681203988296
 */
export const epochMsFromTicks = (ticks: number | bigint): number =>
  Number((BigInt(ticks) - ticksAt1970) / 10_000n);
