import { type Book, createBook, type Sides } from '../book/book.ts';
import { isGone } from '../book/isGone.ts';
import { type TextsAt, textsOf } from '../book/ExactLevel.ts';
import { keptRows } from '../book/keptRows.ts';
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

interface Common {
  /** The price of the last trade. */
  readonly lastTrade: Level2Row[typeof LastTradePrice];
  /** The id of the instrument. */
  readonly instrument: Level2Row[typeof ProductPairCode];
}

interface Going {
  /** The levels. */
  readonly source: Source;
  /** Whether its state changes with it: whoever is given a draft reads it at once. */
  readonly isDraft: boolean;
  /** What the ids of the snapshot told. */
  readonly begun: Continuity;
  /** What the ids have told so far. */
  continuity: Continuity;
  /** What all rows of an instrument have in common; not known of a book that has been empty so far. */
  common: Common | undefined;
}

/** What the states of one snapshot are read from: levels in numbers, or to the last digit. */
type Source = Kind<'Numbers', RowLevel> | Kind<'Digits', TextsAt>;

interface Kind<T extends string, L> {
  /** Which of them. */
  readonly _tag: T;
  /** The book as it is now. */
  readonly book: Book<L>;
}

type Rest = Readonly<Omit<Going, 'isDraft'>>;

/** A level with what else a row tells of it. */
interface RowLevel extends Level {
  readonly id: number;
  readonly accounts: number;
}

const levelIn = (row: Level2Row): RowLevel | undefined =>
  isGone(row)
    ? undefined
    : {
        price: Number(row[Price]),
        quantity: Number(row[Quantity]),
        orders: row[NumberOfOrders],
        changedAt: row[ActionDateTime],
        id: row[MDUpdateId],
        accounts: row[NumberOfAccounts],
      };

// Not the row itself: who was given it may write into it.
const commonIn = (rows: readonly Level2Row[]): Common | undefined => {
  const row = rows.at(-1);
  return row === undefined ? undefined : { lastTrade: row[LastTradePrice], instrument: row[ProductPairCode] };
};

const rowsOf = (sides: Sides<RowLevel>, common: Common | undefined): readonly Level2Row[] => {
  if (common === undefined) return [];
  const { lastTrade, instrument } = common;
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

const viewOfRows = (rows: readonly Level2Row[], depth: number | undefined): BookView => {
  const book = createBook(levelOf);
  book.load(rows);
  return viewOf(book.sides(), depth, rows[0]?.[ProductPairCode]);
};

/** What a book says as it is now, for ever. */
const said = (source: Source, common: Common | undefined): Pick<KeptBook, 'view' | 'rows'> => {
  if (source._tag === 'Digits') {
    const sides = source.book.sides();
    return {
      view: (depth) => viewOfRows(keptRows(sides), depth),
      rows: () => keptRows(sides).map((row) => [...row] as const),
    };
  }
  const sides = source.book.sides();
  return {
    view: (depth) => viewOf(sides, depth, common?.instrument),
    rows: () => rowsOf(sides, common),
  };
};

const published = (kept: Rest): KeptBook => {
  const { view, rows } = said(kept.source, kept.common);
  return { view, rows, holes: kept.continuity.holes, [going]: { ...kept, isDraft: false } };
};

const draftOf = (kept: Rest): KeptBook => {
  const draft: Going = { ...kept, isDraft: true };
  return {
    view: (depth) => said(draft.source, draft.common).view(depth),
    rows: () => said(draft.source, draft.common).rows(),
    get holes() {
      return draft.continuity.holes;
    },
    [going]: draft,
  };
};

const isExact = (rows: readonly Level2Row[]): boolean => isDigits(rows[0]?.[Price]);

/** The book that a snapshot holds; a draft. */
export const beginBook = (rows: readonly Level2Row[], { Depth }: { readonly Depth: number }): KeptBook => {
  const source: Source = isExact(rows)
    ? { _tag: 'Digits', book: createBook(textsOf) }
    : { _tag: 'Numbers', book: createBook(levelIn) };
  source.book.load(rows, Depth);
  const begun = continuityOf(rows);
  return draftOf({ source, begun, continuity: begun, common: commonIn(rows) });
};

/**
 * The book after the rows of a frame, cut to what was asked for: the exchange does not delete what leaves that. What
 * follows on a draft is a draft, and the one before is no more.
 */
export const applyRows = (
  state: KeptBook,
  rows: readonly Level2Row[],
  params: { readonly Depth: number },
): KeptBook => {
  const kept = state[going];
  const { source } = kept;
  // Only of an empty book it is not known before how its rows are read.
  if (kept.common === undefined)
    return kept.isDraft ? beginBook(rows, params) : publishBook(beginBook(rows, params));
  const continuity = continuityAfter(kept.continuity, rows);
  const common = commonIn(rows) ?? kept.common;
  source.book.apply(rows);
  source.book.trim(params.Depth);
  if (!kept.isDraft) return published({ ...kept, continuity, common });
  kept.continuity = continuity;
  kept.common = common;
  return state;
};

/** The state that a draft stands for, which never changes; any other state as it is. */
export const publishBook = (state: KeptBook): KeptBook => {
  const kept = state[going];
  return kept.isDraft ? published(kept) : state;
};

/** The rows of an event that came before the snapshot; none where the snapshot that the state began with contains them. */
export const rowsSince = (rows: readonly Level2Row[], state: KeptBook): readonly Level2Row[] | undefined =>
  isContained(rows, state[going].begun) ? undefined : rows;

/** What can be asked of the newest state alone. */
export type NewestBook<L> = Pick<Book<L>, 'best' | 'knownTo' | 'sides'>;

/**
 * The book that a state is of, as it is now: only the newest state of a stream says the same as it. `undefined` where
 * rows are read to the last digit.
 */
export const newestOf = (state: KeptBook): NewestBook<Level> | undefined => {
  const { source } = state[going];
  return source._tag === 'Numbers' ? source.book : undefined;
};

/** As {@link newestOf}, to the last digit; `undefined` where rows are read in numbers. */
export const newestExactlyOf = (state: KeptBook): NewestBook<TextsAt> | undefined => {
  const { source } = state[going];
  return source._tag === 'Digits' ? source.book : undefined;
};
