import type { Level } from 'notbank-rx';

/** A level, with all that rests at its price and at better ones. */
export interface TotalledLevel {
  readonly price: number;
  readonly quantity: number;
  readonly total: number;
}

/** Levels of one side, best first, each with the total down to it. */
export const totalled = (levels: Iterable<Level>): readonly TotalledLevel[] => {
  let total = 0;
  return Array.from(levels, ({ price, quantity }) => {
    total += quantity;
    return { price, quantity, total };
  });
};
