/** A price and what rests at it. */
export type Resting = readonly [price: number, quantity: number];

const rowsOf = (levels: readonly Resting[], side: 0 | 1): readonly (readonly number[])[] =>
  levels.map(([price, quantity]) => [1, 1, 1_700_000_000_000, 0, 100, 1, price, 1, quantity, side]);

/** The rows of a book of instrument 1, or of a change of it, with quantity 0 for a level that is gone. */
export const level2Rows = (bids: readonly Resting[], asks: readonly Resting[]) => [
  ...rowsOf(bids, 0),
  ...rowsOf(asks, 1),
];
