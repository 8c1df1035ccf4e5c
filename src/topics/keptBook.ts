import { type Book, createBook, type Sides } from '../book/book.ts';
import { isGone } from '../book/isGone.ts';
import { createKeptRows, type KeptRows } from '../book/keptRows.ts';
import { type Level, levelOf } from '../book/Level.ts';
import { levelsOf } from '../book/levelsOf.ts';
import { type BookView, viewOf } from '../book/view.ts';
import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';
import { isDigits } from '../json/Digits.ts';
import { type Continuity, continuityAfter, continuityOf, isContained } from './continuity.ts';

const {
  ActionDateTime,
  LastTradePrice,
  MDUpdateId,
  NumberOfAccounts,
  NumberOfOrders,
  Price,
  ProductPairCode,
  Quantity,
} = Level2Column;

/** Where a state keeps what the next one is made of; what a state shows does not change with it. */
const going: unique symbol = Symbol('going');

/** The state of `SubscribeLevel2`: a book at one moment, which never changes. */
export interface KeptBook {
  /** What can be asked of the book, in numbers. `depth`: how many levels a side it shows. @default all */
  readonly view: (depth?: number) => BookView;
  /**
   * The levels as rows, in the form of a snapshot: bids, best first, then asks, best first. The list and its rows are
   * the taker's own.
   */
  readonly rows: () => readonly Level2Row[];
  /** How many holes there were in ids that had been dense: then frames may be missing. */
  readonly holes: number;
  /** What the next state is made of; not to be used. @hidden */
  readonly [going]: Going;
}

interface Going {
  /** The book in numbers, or row by row where rows are read to the last digit. */
  readonly source: Book<RowLevel> | KeptRows;
  /** What the ids have told so far. */
  readonly continuity: Continuity;
  /** The last row: the instrument and its last trade are the same in all. */
  readonly last: Level2Row | undefined;
}

/** A level with what else a row tells of it. */
interface RowLevel extends Level {
  readonly id: number;
  readonly accounts: number;
}

const rowLevelOf = (row: Level2Row): RowLevel | undefined =>
  isGone(row)
    ? undefined
    : Object.freeze({
        price: Number(row[Price]),
        quantity: Number(row[Quantity]),
        orders: row[NumberOfOrders],
        changedAt: row[ActionDateTime],
        id: row[MDUpdateId],
        accounts: row[NumberOfAccounts],
      });

const rowsOf = (sides: Sides<RowLevel>, last: Level2Row): readonly Level2Row[] => {
  const [lastTrade, instrument] = [last[LastTradePrice], last[ProductPairCode]];
  const sideRows = (levels: Iterable<RowLevel>, side: number): readonly Level2Row[] =>
    Array.from(levels, ({ id, accounts, changedAt, orders, price, quantity }) => [
      id,
      accounts,
      changedAt,
      0,
      lastTrade,
      orders,
      price,
      instrument,
      quantity,
      side,
    ]);
  return [...sideRows(levelsOf(sides.bids, Infinity), 0), ...sideRows(levelsOf(sides.asks, Infinity), 1)];
};

const ofNumbers = (book: Book<RowLevel>, rest: Omit<Going, 'source'>): KeptBook => {
  const sides = book.sides();
  const { last } = rest;
  return {
    view: (depth) => viewOf(sides, depth),
    rows: () => (last === undefined ? [] : rowsOf(sides, last)),
    holes: rest.continuity.holes,
    [going]: { ...rest, source: book },
  };
};

const viewOfRows = (rows: readonly Level2Row[], depth: number | undefined): BookView => {
  const book = createBook(levelOf);
  book.load(rows);
  return viewOf(book.sides(), depth);
};

const ofDigits = (kept: KeptRows, rest: Omit<Going, 'source'>): KeptBook => {
  const rows = kept.rows() ?? [];
  return {
    view: (depth) => viewOfRows(rows, depth),
    rows: () => rows.map((row) => [...row] as const),
    holes: rest.continuity.holes,
    [going]: { ...rest, source: kept },
  };
};

const isExact = (rows: readonly Level2Row[]): boolean => isDigits(rows[0]?.[Price]);

/** The book that a snapshot holds. */
export const beginBook = (rows: readonly Level2Row[], { Depth }: { readonly Depth: number }): KeptBook => {
  const rest = { continuity: continuityOf(rows), last: rows.at(-1) };
  if (isExact(rows)) {
    const kept = createKeptRows();
    kept.load(rows);
    return ofDigits(kept, rest);
  }
  const book = createBook(rowLevelOf);
  book.load(rows, Depth);
  return ofNumbers(book, rest);
};

/** The book after the rows of a frame, cut to what was asked for: the exchange does not delete what leaves that. */
export const applyRows = (
  state: KeptBook,
  rows: readonly Level2Row[],
  params: { readonly Depth: number },
): KeptBook => {
  const { source, continuity, last } = state[going];
  // Only of an empty book it is not known before how its rows are read.
  if (last === undefined) return beginBook(rows, params);
  const rest = { continuity: continuityAfter(continuity, rows), last: rows.at(-1) ?? last };
  source.apply(rows);
  if (!('trim' in source)) return ofDigits(source, rest);
  source.trim(params.Depth);
  return ofNumbers(source, rest);
};

/** The rows of an event that came before the snapshot; none where the snapshot contains them. */
export const rowsSince = (rows: readonly Level2Row[], state: KeptBook): readonly Level2Row[] | undefined =>
  isContained(rows, state[going].continuity) ? undefined : rows;

/** What can be asked of the newest state alone. */
export type NewestBook = Pick<Book<Level>, 'best' | 'knownTo' | 'sides'>;

/**
 * The book that a state is of, as it is now: only the newest state of a stream says the same as it. `undefined` where
 * rows are read to the last digit.
 */
export const newestOf = (state: KeptBook): NewestBook | undefined => {
  const { source } = state[going];
  return 'trim' in source ? source : undefined;
};
