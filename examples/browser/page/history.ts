import type { Moment } from './moment.ts';

/** What was said on each track, the oldest first. */
export type History = ReadonlyMap<string, readonly Moment[]>;

/** A stretch of time in which nothing else was said: how long before now it ended, and how long it was. */
export interface Stretch extends Omit<Moment, 'at'> {
  /** As a part of the span. */
  readonly endedBefore: number;
  /** As a part of the span. */
  readonly share: number;
}

/** How far a history goes back, in milliseconds. */
export const span = 120_000;

/** Drops what was over before the span began; the last that was said always stays. */
const within = (moments: readonly Moment[], now: number): readonly Moment[] =>
  moments.filter((_, index) => (moments[index + 1]?.at ?? Infinity) > now - span);

/** A history with one moment more. */
export const withMoment = (history: History, track: string, moment: Moment): History =>
  new Map([...history, [track, within([...(history.get(track) ?? []), moment], moment.at)]]);

/** The stretches of a track that lie within the span, the oldest first. */
export const stretchesOf = (moments: readonly Moment[], now: number): readonly Stretch[] =>
  moments.flatMap(({ at, ...said }, index) => {
    const from = Math.max(at, now - span);
    const to = Math.min(moments[index + 1]?.at ?? now, now);
    return to > from ? [{ ...said, endedBefore: (now - to) / span, share: (to - from) / span }] : [];
  });
