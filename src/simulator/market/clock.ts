/** One moment, in both forms the wire has: epoch milliseconds, and .NET ticks (100 ns since the year 1, UTC). */
export interface Stamp {
  readonly ms: number;
  readonly ticks: bigint;
}

/** Gives every change a moment of its own. */
export interface Clock {
  /** The present, epoch milliseconds. */
  readonly now: () => number;
  /** A moment later than every one given before, however many fall into one millisecond. */
  readonly stamp: () => Stamp;
  /** A moment for a version of an order: like any other, but while ticks are slow they stand still. */
  readonly versionStamp: () => Stamp;
}

const ticksAtEpoch = 621_355_968_000_000_000n;
const ticksPerMs = 10_000n;

/** .NET ticks of epoch milliseconds. */
export const ticksFromMs = (ms: number): bigint => BigInt(Math.trunc(ms)) * ticksPerMs + ticksAtEpoch;

/** Epoch milliseconds of .NET ticks, the rest cut off. */
export const msFromTicks = (ticks: bigint): number => Number((ticks - ticksAtEpoch) / ticksPerMs);

/**
 * A clock on top of a source of epoch milliseconds; it does not go back where the source does.
 *
 * @param areTicksSlow whether versions of orders get equal ticks at present
 */
export const createClock = (now: () => number, areTicksSlow: () => boolean = () => false): Clock => {
  let last = 0n;
  let standing: bigint | undefined;
  const stamp = (): Stamp => {
    const present = ticksFromMs(now());
    last = present > last ? present : last + 1n;
    return { ms: msFromTicks(last), ticks: last };
  };
  return {
    now,
    stamp,
    versionStamp: () => {
      const moment = stamp();
      standing = areTicksSlow() ? (standing ?? moment.ticks) : undefined;
      return standing === undefined ? moment : { ms: moment.ms, ticks: standing };
    },
  };
};
