import { differenceKey, differences, type Prices } from '../../book/audit.ts';
import { Level2Column, type Level2Row } from '../../codec/records/Level2Row.ts';
import type { NewestBook } from '../../topics/keptBook.ts';
import type { Suspects } from './bookState.ts';

/** What an audit is judged by. */
export interface Evidence {
  readonly book: NewestBook;
  readonly answer: readonly Level2Row[];
  /** How many levels a side were asked for. */
  readonly depth: number;
  readonly touched: Prices;
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

/** The longer side of the answer may have been cut by the venue, which may give less than it is asked for. */
const depthOf = (answer: readonly Level2Row[], asked: number): number => {
  const bids = answer.filter((row) => row[Level2Column.Side] === 0).length;
  const asks = answer.filter((row) => row[Level2Column.Side] === 1).length;
  return Math.min(asked, Math.max(bids, asks) || asked);
};

/** Compares a book with a snapshot that was asked for, and what differs with what differed before. */
export const judge = ({ book, answer, depth, touched, suspects }: Evidence): Judgement => {
  const found = differences({ book, answer, depth: depthOf(answer, depth), touched }).map(differenceKey);
  if (found.length === 0) return { _tag: 'Agreed' };
  return found.some((key) => suspects.has(key))
    ? { _tag: 'Wrong' }
    : { _tag: 'Suspicious', suspects: new Set(found) };
};
