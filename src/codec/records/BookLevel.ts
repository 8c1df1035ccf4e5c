/** How much of the book the `OrderBook` function tells. The names are ours: only the numbers are in use. */
export const BookLevel = {
  BestOnly: 1,
  SeveralLevels: 2,
} as const;
export type BookLevel = (typeof BookLevel)[keyof typeof BookLevel];
