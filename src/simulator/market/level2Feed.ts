import type { Book } from './book.ts';
import type { BookLevel } from './bookLevel.ts';
import { type Level2Context, type Level2Row, level2Row } from './level2.ts';
import type { Random } from './random.ts';

/** The changes of a book as the rows of a frame, and the book itself as a snapshot. */
export interface Level2Feed {
  /**
   * The rows that bring a reader of the last frame up to date, to be applied in array order. Ids rise from frame
   * to frame, skip, and lie in no order within one; a changed level is now and then deleted and put anew.
   */
  readonly delta: (changed: readonly BookLevel[], context: Level2Context) => readonly Level2Row[];
  /** Bids best first, then asks best first, all with the largest id of the last frame. */
  readonly snapshot: (book: Book, depth: number, context: Level2Context) => readonly Level2Row[];
}

const keyOf = ({ side, price }: BookLevel): string => `${side}/${price.units}`;

/** A feed for a book that is empty still. */
export const createLevel2Feed = (random: Random): Level2Feed => {
  const published = new Set<string>();
  let lastId = 1 + random.below(1000);

  const nextId = (): number => {
    lastId += 1 + random.below(3);
    return lastId;
  };

  const rowsOf = (level: BookLevel, context: Level2Context): readonly Level2Row[] => {
    const key = keyOf(level);
    const wasThere = published.has(key);
    if (level.count === 0) {
      published.delete(key);
      return wasThere ? [level2Row(nextId(), 2, level, context)] : [];
    }
    published.add(key);
    if (!wasThere) return [level2Row(nextId(), 0, level, context)];
    return random.below(4) === 0
      ? [level2Row(nextId(), 2, level, context), level2Row(nextId(), 0, level, context)]
      : [level2Row(nextId(), 1, level, context)];
  };

  return {
    delta: (changed, context) => random.shuffle(changed.map((level) => rowsOf(level, context))).flat(),
    snapshot: (book, depth, context) =>
      (['Buy', 'Sell'] as const).flatMap((side) =>
        book.levels(side, depth).map((level) => level2Row(lastId, 0, level, context)),
      ),
  };
};
