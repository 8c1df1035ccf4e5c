import type { Level2Row } from '../codec/records/Level2Row.ts';
import type { BookSide, Sides } from './book.ts';
import type { TextsAt } from './ExactLevel.ts';
import { textsIn } from './exactLevels.ts';

const rowsIn = (sides: Sides<TextsAt>, side: BookSide): readonly Level2Row[] =>
  Array.from(textsIn(sides, side, Infinity), ({ row }) => row);

/** The rows that told of the levels of an exact book, bids, best first, then asks, best first. */
export const keptRows = (sides: Sides<TextsAt>): readonly Level2Row[] => [
  ...rowsIn(sides, 'bids'),
  ...rowsIn(sides, 'asks'),
];
