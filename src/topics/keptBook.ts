import { type Book, createBook, type Sides } from '../book/book.ts';
import { isGone } from '../book/isGone.ts';
import { type TextsAt, textsOf } from '../book/ExactLevel.ts';
import { keptRows } from '../book/keptRows.ts';
import { type Level, levelOf } from '../book/Level.ts';
import { levelsOf } from '../book/levelsOf.ts';
import { type BookView, viewOf } from '../book/view.ts';
import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';
import { isDigits } from '../json/Digits.ts';
import { type Continuity, continuityAfter, continuityOf, isContained, snapshotId } from './continuity.ts';

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

/** The key under which a state holds what the next state is made of. Changes there do not change what a state shows. */
const going: unique symbol = Symbol('going');

/** The state of `SubscribeLevel2`: an immutable book at one moment. */
export interface KeptBook {
  /** A view of the book, in numbers. `depth`: how many levels per side it shows. @default all */
  readonly view: (depth?: number) => BookView;
  /**
   * The levels as rows, like a snapshot: bids, best first, then asks, best first. The list and its rows are fresh
   * copies, which the caller may change.
   */
  readonly rows: () => readonly Level2Row[];
  /** How many gaps there were after the update ids had proved to be dense. Each means that frames may be missing. */
  readonly holes: number;
  /** What the next state is made of. Internal. @hidden */
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
  /** Whether the state is a draft, which changes with the book and therefore must be read at once. */
  readonly isDraft: boolean;
  /** The id of the snapshot. */
  readonly begun: number;
  /** The continuity now. */
  continuity: Continuity;
  /** What all rows of an instrument have in common; unknown while the book has always been empty. */
  common: Common | undefined;
}

/** The book behind the states of one snapshot: its levels in numbers, or with every digit. */
type Source = Kind<'Numbers', RowLevel> | Kind<'Digits', TextsAt>;

interface Kind<T extends string, L> {
  /** Which of the two. */
  readonly _tag: T;
  /** The current book. */
  readonly book: Book<L>;
}

type Rest = Readonly<Omit<Going, 'isDraft'>>;

/** A level with the other fields of its row. */
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

// The values, not the row: a consumer who got the row may write into it.
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

/** An immutable view of the book as it is now. */
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

/** The book of a snapshot, as a draft. */
export const beginBook = (rows: readonly Level2Row[], { Depth }: { readonly Depth: number }): KeptBook => {
  const source: Source = isExact(rows)
    ? { _tag: 'Digits', book: createBook(textsOf) }
    : { _tag: 'Numbers', book: createBook(levelIn) };
  source.book.load(rows, Depth);
  const begun = snapshotId(rows);
  return draftOf({ source, begun, continuity: continuityOf(rows), common: commonIn(rows) });
};

/**
 * The book after the rows of a frame, cut to the requested depth: the exchange does not delete levels that leave it.
 * What follows a draft is a draft, and the earlier one must not be used any more.
 */
export const applyRows = (
  state: KeptBook,
  rows: readonly Level2Row[],
  params: { readonly Depth: number },
): KeptBook => {
  const kept = state[going];
  const { source } = kept;
  // Only while a book is empty is it unknown whether its rows are read exactly.
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

/** The immutable state of a draft; any other state unchanged. */
export const publishBook = (state: KeptBook): KeptBook => {
  const kept = state[going];
  return kept.isDraft ? published(kept) : state;
};

/** The rows of an event that came before the snapshot; `undefined` if the snapshot contains them. */
export const rowsSince = (rows: readonly Level2Row[], state: KeptBook): readonly Level2Row[] | undefined =>
  isContained(rows, state[going].begun) ? undefined : rows;

/** What only the newest state can answer. */
export type NewestBook<L> = Pick<Book<L>, 'best' | 'knownTo' | 'sides'>;

/**
 * The current book behind a state. Only the newest state of a stream agrees with it. `undefined` if rows are read
 * exactly.
 */
export const newestOf = (state: KeptBook): NewestBook<Level> | undefined => {
  const { source } = state[going];
  return source._tag === 'Numbers' ? source.book : undefined;
};

/** Like {@link newestOf}, with every digit; `undefined` if rows are read in numbers. */
export const newestExactlyOf = (state: KeptBook): NewestBook<TextsAt> | undefined => {
  const { source } = state[going];
  return source._tag === 'Digits' ? source.book : undefined;
};
