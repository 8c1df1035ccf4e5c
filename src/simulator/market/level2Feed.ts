import type { Book } from './book.ts';
import { type BookLevel, levelKey } from './bookLevel.ts';
import { type Level2Context, type Level2Row, level2Row } from './level2.ts';
import type { Random } from './random.ts';

/** The changes of a book as the rows of a frame, and the book itself as a snapshot. */
export interface Level2Feed {
  /**
   * The rows that bring a reader of the last frame up to date, to be applied in array order. Ids rise from frame
   * to frame, skip, and lie in no order within one. A changed level is now and then deleted and put anew, or told as it
   * was before it is told as it is.
   */
  readonly delta: (changed: readonly BookLevel[], context: Level2Context) => readonly Level2Row[];
  /** The id of a row that is told beside the changes. */
  readonly nextId: () => number;
  /** Bids best first, then asks best first, all with the largest id of the last frame. */
  readonly snapshot: (book: Book, depth: number, context: Level2Context) => readonly Level2Row[];
}

/** A row that was told, with another id and action, and the last price of now. */
const retold = (row: Level2Row, id: number, action: 0 | 1, { lastTradePrice }: Level2Context): Level2Row => {
  const [, accounts, changedAt, , , orders, ...rest] = row;
  return [id, accounts, changedAt, action, lastTradePrice, orders, ...rest];
};

/** A feed for a book that is empty still. */
export const createLevel2Feed = (random: Random): Level2Feed => {
  const published = new Map<bigint, Level2Row>();
  let lastId = 1 + random.below(1000);

  const nextId = (): number => {
    lastId += 1 + random.below(3);
    return lastId;
  };

  const rowsOf = (level: BookLevel, context: Level2Context): readonly Level2Row[] => {
    const key = levelKey(level);
    const before = published.get(key);
    if (level.count === 0) {
      published.delete(key);
      return before === undefined ? [] : [level2Row(nextId(), 2, level, context)];
    }
    const id = nextId();
    const update = level2Row(id, 1, level, context);
    published.set(key, update);
    if (before === undefined) return [retold(update, id, 0, context)];
    const way = random.below(8);
    if (way < 2) return [level2Row(id, 2, level, context), retold(update, nextId(), 0, context)];
    return way === 2 ? [retold(before, id, 1, context), retold(update, nextId(), 1, context)] : [update];
  };

  return {
    nextId,
    delta: (changed, context) => random.shuffle(changed.map((level) => rowsOf(level, context))).flat(),
    snapshot: (book, depth, context) =>
      (['Buy', 'Sell'] as const).flatMap((side) =>
        book.levels(side, depth).map((level) => level2Row(lastId, 0, level, context)),
      ),
  };
};
