import type { Level2Row } from '../../src/codec/records/Level2Row.ts';
import { continuityAfter, continuityOf, isContained, snapshotId } from '../../src/topics/continuity.ts';

const rows = (...ids: readonly number[]): readonly Level2Row[] =>
  ids.map((id) => [id, 1, 0, 0, 1, 1, 1, 1, 1, 0]);
const dense = (from: number) => {
  let known = continuityOf(rows(from));
  for (let id = from + 1; id <= from + 10; id++) known = continuityAfter(known, rows(id));
  return known;
};

describe('continuity', () => {
  it('counts a hole in ids that have been dense', () => {
    expect(continuityAfter(dense(100), rows(111)).holes).toBe(0);
    expect(continuityAfter(dense(100), rows(113))).toEqual({ latestId: 113, denseFor: 0, holes: 1 });
  });

  it('counts none where ids skip as a rule', () => {
    expect(continuityAfter(continuityOf(rows(1)), rows(50)).holes).toBe(0);
  });

  it('finds an event in a snapshot by its ids, within one series', () => {
    const known = snapshotId(rows(5_000, 5_001));
    expect(
      [rows(4_999), rows(5_001), rows(5_002), rows(3)].map((event) => isContained(event, known)),
    ).toEqual([true, true, false, false]);
  });

  it('finds none in a snapshot whose rows are only numbered', () => {
    const numbered = snapshotId(rows(1, 2, 3, 4));
    expect([rows(2), rows(4), rows(5)].map((event) => isContained(event, numbered))).toEqual([
      false,
      false,
      false,
    ]);
    expect(isContained(rows(4), snapshotId(rows(4, 4, 4)))).toBe(true);
    expect(isContained(rows(1), snapshotId([]))).toBe(false);
  });
});
