import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';

const { MDUpdateId } = Level2Column;

/** What the ids of a book's rows have told so far. */
export interface Continuity {
  /** The greatest id; `-Infinity` before the first. */
  readonly latestId: number;
  /** How many frames in a row have followed each other without a gap. */
  readonly denseFor: number;
  /** How many gaps there were in ids that had been dense. */
  readonly holes: number;
}

/** So many frames without a gap, and ids are taken for dense; at most venues they skip. */
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

/** What a snapshot begins with. */
export const continuityOf = (rows: readonly Level2Row[]): Continuity => ({
  latestId: spanOf(rows)[1],
  denseFor: 0,
  holes: 0,
});

/** What is known after another frame. */
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

/** Some gateways count the events of a subscription by themselves: ids of different magnitude cannot be compared. */
const isOneSeries = (a: number, b: number): boolean =>
  Math.max(a, b) < 1_000 || Math.max(a, b) <= 10 * Math.min(a, b);

/** Says whether an event that came before a snapshot is contained in it: all its ids are of the same series and no greater. */
export const isContained = (rows: readonly Level2Row[], { latestId }: Continuity): boolean => {
  const [, greatest] = spanOf(rows);
  return greatest <= latestId && isOneSeries(greatest, latestId);
};
