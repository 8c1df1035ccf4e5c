import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';

const { MDUpdateId } = Level2Column;

/** What the update ids of a book's rows have shown so far: whether frames are missing. */
export interface Continuity {
  /** The greatest id; `-Infinity` before the first. */
  readonly latestId: number;
  /** How many consecutive frames had no gap between their ids. */
  readonly denseFor: number;
  /** How many gaps there were after the ids had proved to be dense. */
  readonly holes: number;
}

/** After this many frames without a gap, the ids count as dense. At most venues they skip numbers. */
const dense = 10;

/** The least and the greatest id in rows. */
const spanOf = (rows: readonly Level2Row[]): readonly [least: number, greatest: number] => {
  let least = Infinity;
  let greatest = -Infinity;
  for (const row of rows) {
    const id = row[MDUpdateId];
    if (id < least) least = id;
    if (id > greatest) greatest = id;
  }
  return [least, greatest];
};

/** The continuity at a snapshot. */
export const continuityOf = (rows: readonly Level2Row[]): Continuity => ({
  latestId: spanOf(rows)[1],
  denseFor: 0,
  holes: 0,
});

/** The continuity after another frame. */
export const continuityAfter = (
  { latestId, denseFor, holes }: Continuity,
  rows: readonly Level2Row[],
): Continuity => {
  const [least, greatest] = spanOf(rows);
  const follows = least === latestId + 1 && greatest - least < rows.length;
  return {
    latestId: Math.max(latestId, greatest),
    denseFor: follows ? denseFor + 1 : 0,
    holes: !follows && denseFor >= dense && least > latestId + 1 ? holes + 1 : holes,
  };
};

/** Some gateways number the events of a subscription on their own, so ids of different magnitude cannot be compared. */
const isOneSeries = (a: number, b: number): boolean =>
  Math.max(a, b) < 1_000 || Math.max(a, b) <= 10 * Math.min(a, b);

/**
 * The greatest update id that a snapshot contains. `-Infinity` where its rows are only numbered 1, 2, 3 and so on, as by
 * some gateways: that says nothing of updates.
 */
export const snapshotId = (rows: readonly Level2Row[]): number =>
  rows.every((row, index) => row[MDUpdateId] === index + 1) ? -Infinity : spanOf(rows)[1];

/**
 * Whether a snapshot of this id contains an event that came before it: all ids of the event are of the same series and
 * not greater. Where that cannot be told it does not: each row of the event has all of its level, and what changed after
 * it follows.
 */
export const isContained = (rows: readonly Level2Row[], id: number): boolean => {
  const [, greatest] = spanOf(rows);
  return greatest <= id && isOneSeries(greatest, id);
};
