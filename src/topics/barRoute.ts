import { TickerColumn, type TickerRow } from '../codec/records/TickerRow.ts';
import { DecodeError } from '../errors.ts';
import type { Deliver, Followed, Misread } from '../streams/topicEvent.ts';
import { numberAt } from './routeOfBroken.ts';

const { BeginDateTime, EndDateTime, InstrumentId } = TickerColumn;

/** The length of a bar in seconds; `undefined` if its begin or end is missing. */
const lengthOf = (row: unknown): number | undefined => {
  const [begin, end] = [numberAt(row, BeginDateTime), numberAt(row, EndDateTime)];
  return begin === undefined || end === undefined ? undefined : (end - begin) / 1000;
};

/** The route of a bar that is exactly as long as its interval. */
export const barRoute = (instrument: number, row: unknown): string => `${instrument}:${lengthOf(row) ?? '?'}`;

/** A day can have 23 hours and a month 31 days, but a bar must not match another interval. */
const tolerance = 1.2;

const isNear = (length: number, interval: number): boolean =>
  Math.max(length / interval, interval / length) <= tolerance;

/**
 * The followed interval of the instrument that is nearest in length. If the bar has no length, the only followed
 * interval.
 */
const nearest = (instrument: number, length: number | undefined, followed: Followed): string | undefined => {
  const prefix = `${instrument}:`;
  const intervals = followed
    .all()
    .filter((route) => route.startsWith(prefix))
    .map((route) => Number(route.slice(prefix.length)));
  if (length === undefined) return intervals.length === 1 ? `${prefix}${intervals[0]}` : undefined;
  const [best] = intervals
    .filter((interval) => isNear(length, interval))
    .sort((a, b) => Math.abs(a - length) - Math.abs(b - length));
  return best === undefined ? undefined : `${prefix}${best}`;
};

const ofNone = (instrument: number, length: number | undefined, isFollowed: boolean): readonly Misread[] => {
  const found =
    length === undefined ? 'a bar that does not tell' : `a bar of ${length} s of instrument ${instrument}`;
  const error = new DecodeError('TickerDataUpdateEvent', [
    { path: 'BeginDateTime', expected: 'that of a bar of a followed length', found },
  ]);
  // Bars of an instrument that nobody follows any more may still arrive; that is not reported.
  return isFollowed ? [{ error, routes: [], once: `${instrument}:${length}` }] : [];
};

/** The end of the run of bars at `from` that have the same instrument and length. */
const endOfRun = (rows: readonly TickerRow[], from: number): number => {
  const [instrument, length] = [rows[from]?.[InstrumentId], lengthOf(rows[from])];
  let to = from + 1;
  while (to < rows.length && rows[to]?.[InstrumentId] === instrument && lengthOf(rows[to]) === length)
    to += 1;
  return to;
};

/** Delivers bars of one instrument and one length. */
const routeRun = (
  run: readonly TickerRow[],
  deliver: Deliver<readonly TickerRow[]>,
  followed: Followed,
): readonly Misread[] => {
  const [instrument, length] = [run[0]?.[InstrumentId] ?? NaN, lengthOf(run[0])];
  const exact = `${instrument}:${length}`;
  const route = followed.has(exact) ? exact : nearest(instrument, length, followed);
  if (route === undefined) {
    const isFollowed = followed.all().some((other) => other.startsWith(`${instrument}:`));
    return ofNone(instrument, length, isFollowed);
  }
  deliver(route, run);
  return [];
};

/**
 * Delivers each bar to the followed interval of its instrument that is nearest in length. A length that fits no
 * interval is reported once, and its bars are delivered to nobody. Consecutive bars of one route are delivered
 * together.
 */
export const routeBars = (
  rows: readonly TickerRow[],
  deliver: Deliver<readonly TickerRow[]>,
  followed: Followed,
): readonly Misread[] => {
  const misread: Misread[] = [];
  let from = 0;
  while (from < rows.length) {
    const to = endOfRun(rows, from);
    misread.push(...routeRun(to - from === rows.length ? rows : rows.slice(from, to), deliver, followed));
    from = to;
  }
  return misread;
};
