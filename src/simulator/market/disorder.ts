/** What is wrong with a market on purpose, asked whenever it matters. */
export interface Disorder {
  /** Whether all versions of orders that are made get the same ticks. */
  readonly areTicksSlow: () => boolean;
  /** Whether an order may have the client order id of another that is open. */
  readonly areIdsReused: () => boolean;
}

/** A market in order. */
export const noDisorder: Disorder = { areTicksSlow: () => false, areIdsReused: () => false };
