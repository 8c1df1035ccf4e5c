import { type AuditReading, differenceKey, differences, type Prices } from '../../book/audit.ts';
import { Level2Column, type Level2Row } from '../../codec/records/Level2Row.ts';
import type { NewestBook } from '../../topics/keptBook.ts';
import type { Suspects } from './bookState.ts';

/** What an audit is judged by. */
export interface Evidence<L> {
  readonly book: NewestBook<L>;
  readonly answer: readonly Level2Row[];
  /** How many levels a side were asked for. */
  readonly depth: number;
  readonly touched: Prices;
  /** The most levels a side that an answer has had so far: the venue gives as many. */
  readonly mostTold: number;
  /** What the audit before found wrong. */
  readonly suspects: Suspects;
}

/** What an audit says. */
export type Judgement =
  | { readonly _tag: 'Agreed' }
  /** Something differs for the first time. */
  | { readonly _tag: 'Suspicious'; readonly suspects: Suspects }
  /** A level differs for the second time. */
  | { readonly _tag: 'Wrong' };

/** How many levels the longer side of an answer has. */
export const lengthOf = (answer: readonly Level2Row[]): number => {
  const bids = answer.filter((row) => row[Level2Column.Side] === 0).length;
  const asks = answer.filter((row) => row[Level2Column.Side] === 1).length;
  return Math.max(bids, asks);
};

/**
 * The longer side of an answer may have been cut by the venue, which may give less than it is asked for: unless it has
 * given more before.
 */
const depthOf = (answer: readonly Level2Row[], asked: number, mostTold: number): number => {
  const length = lengthOf(answer);
  return length === 0 || length < mostTold ? asked : Math.min(asked, length);
};

/** Compares a book with a snapshot that was asked for, and what differs with what differed before. */
export const judge = <L>(
  { book, answer, depth, touched, mostTold, suspects }: Evidence<L>,
  reading: AuditReading<L>,
): Judgement => {
  const audit = { book, answer, depth: depthOf(answer, depth, mostTold), touched };
  const found = differences(audit, reading).map(differenceKey);
  if (found.length === 0) return { _tag: 'Agreed' };
  return found.some((key) => suspects.has(key))
    ? { _tag: 'Wrong' }
    : { _tag: 'Suspicious', suspects: new Set(found) };
};
