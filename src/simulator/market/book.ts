import { type BookLevel, type FilledLevel, createLevel, levelKey } from './bookLevel.ts';
import { isPositive } from './decimal.ts';
import type { Order } from './order.ts';
import type { Side } from './side.ts';

/** The resting orders of one instrument in price-time priority. All prices are of one scale. */
export interface Book {
  /** Puts an order at the end of its price, or a new version of it in the place of the old one. */
  readonly put: (order: Order) => void;
  readonly remove: (order: Order) => void;
  /** The best price at which something shows. */
  readonly best: (side: Side) => BookLevel | undefined;
  /** The levels at which something shows, best first, at most so many. */
  readonly levels: (side: Side, depth: number) => readonly BookLevel[];
  /** Every level, shown or not, best first. Leave the book alone while you go through them. */
  readonly walk: (side: Side) => Iterable<BookLevel>;
  /** The levels touched since the last call, each once, as they are now; without orders where the level is gone. */
  readonly takeChanged: () => readonly BookLevel[];
}

/** Whether `a` lies further from the touch than `b`. */
const isWorse = (side: Side, a: bigint, b: bigint): boolean => (side === 'Buy' ? a < b : a > b);

const isShown = ({ size }: BookLevel): boolean => isPositive(size);

/** An empty book. Levels lie in an array, worst first, so that what happens near the touch moves little of it. */
export const createBook = (): Book => {
  const sides: Record<Side, FilledLevel[]> = { Buy: [], Sell: [] };
  const byPrice: Record<Side, Map<bigint, FilledLevel>> = { Buy: new Map(), Sell: new Map() };
  const changed = new Map<bigint, BookLevel>();

  /** Where a price is, or would go. */
  const indexOf = (side: Side, units: bigint): number => {
    const levels = sides[side];
    let low = 0;
    let high = levels.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const level = levels[middle];
      if (level !== undefined && isWorse(side, level.price.units, units)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const open = ({ side, price, quantity }: Order): FilledLevel => {
    const level = createLevel(side, price, quantity.scale);
    byPrice[side].set(price.units, level);
    sides[side].splice(indexOf(side, price.units), 0, level);
    return level;
  };
  /** A level that is gone stays as it was left, without orders. */
  const mark = (level: BookLevel): void => {
    changed.set(levelKey(level), level);
  };

  function* walk(side: Side): Iterable<BookLevel> {
    for (let index = sides[side].length - 1; index >= 0; index -= 1) {
      const level = sides[side][index];
      if (level !== undefined) yield level;
    }
  }
  const levels = (side: Side, depth: number): readonly BookLevel[] => {
    const shown: BookLevel[] = [];
    for (const level of walk(side)) {
      if (shown.length >= depth) break;
      if (isShown(level)) shown.push(level);
    }
    return shown;
  };

  return {
    put: (order) => {
      const level = byPrice[order.side].get(order.price.units) ?? open(order);
      level.put(order);
      mark(level);
    },
    remove: (order) => {
      const { side, price } = order;
      const level = byPrice[side].get(price.units);
      if (level === undefined) return;
      level.remove(order);
      mark(level);
      if (level.orders.size > 0) return;
      byPrice[side].delete(price.units);
      sides[side].splice(indexOf(side, price.units), 1);
    },
    best: (side) => sides[side].findLast(isShown),
    levels,
    walk,
    takeChanged: () => {
      const taken = [...changed.values()];
      changed.clear();
      return taken;
    },
  };
};
