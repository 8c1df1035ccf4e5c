import type { Bar } from './bar.ts';

/** A time, `to` not in it; in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** How much of the past is wanted: the last `count` bars, or all from a time on, whichever is more. */
export interface Wanted {
  readonly count: number;
  readonly from: number;
}

/** A span of the past that is being asked for, page by page, the newest first. */
export interface Asking {
  /** What is left of it. */
  readonly left: Span;
  readonly page: Span;
  /** What has come of it. */
  readonly older: readonly Bar[];
  /** What the stream has told meanwhile that cannot be told yet. */
  readonly held: readonly Bar[];
}

/**
 * Where a series stands.
 *
 * - `Lost`: it does not follow the exchange.
 * - `Joining`: it follows, and what came before the snapshot is still being asked for; news is held back.
 * - `Live`: it is whole from `wholeFrom` on; older bars may be on their way.
 */
export type Phase =
  | { readonly _tag: 'Lost' }
  | {
      readonly _tag: 'Joining';
      readonly asking: Asking;
      /** What is known from before and joined to. */
      readonly base: readonly Bar[];
    }
  | { readonly _tag: 'Live'; readonly asking?: Asking };

/** The bars of one instrument and length. */
export interface BarSeries {
  /** How long bars are, in milliseconds. */
  readonly length: number;
  readonly wanted: Wanted;
  readonly phase: Phase;
  /** The oldest first. */
  readonly bars: readonly Bar[];
  /** What the last input has changed. */
  readonly changed: readonly Bar[];
  /** How many bars that had been final have changed since. */
  readonly revised: number;
  /** From when on all bars that the exchange has are here, in milliseconds since 1970. */
  readonly wholeFrom: number;
}

/** A series of which nothing is known yet. @param interval How long bars are, in seconds. */
export const emptyBarSeries = (interval: number): BarSeries => ({
  length: interval * 1_000,
  wanted: { count: 0, from: Infinity },
  phase: { _tag: 'Lost' },
  bars: [],
  changed: [],
  revised: 0,
  wholeFrom: Infinity,
});

/** From when on bars must be there for the last `count` to be; minus infinity where there are none at all. */
const countedFrom = (count: number, newest: Bar | undefined, length: number): number =>
  newest === undefined ? -Infinity : newest.begin - (count - 1) * length;

/** From when on bars must be asked for so that as much is there as is wanted, as far as can be told beforehand. */
export const neededFrom = (
  { count, from }: Wanted,
  bars: readonly Bar[],
  newest: Bar | undefined,
  length: number,
): number => Math.min(from, bars.length >= count ? Infinity : countedFrom(count, newest, length));

/** Whether so much of the past is there, or the exchange has no more. */
export const isWhole = ({ bars, wholeFrom, length }: BarSeries, wanted: Wanted): boolean =>
  wholeFrom !== Infinity && wholeFrom <= neededFrom(wanted, bars, bars.at(-1), length);

/** When the next of its bars is final by the exchange's clock alone, should no later one come; `undefined` where all are. */
export const finalAt = ({ phase, bars }: BarSeries): number | undefined => {
  const next = phase._tag === 'Live' ? bars.find(({ isFinal }) => !isFinal) : undefined;
  return next && next.end + grace;
};

/** How long after its end a bar may still be told, in milliseconds on the exchange's clock. */
const grace = 5_000;
