import type { Decimal } from './decimal.ts';

/** The prices that a waiting order can watch. */
export type PegPriceType = 'Last' | 'Bid' | 'Ask';

/** What sets a waiting order off. */
export interface StopTerms {
  readonly peg: PegPriceType;
  /** The price that sets it off; it moves where the order trails. */
  readonly price: Decimal;
  readonly trail: Trail | undefined;
}

/** How the stop price of a trailing order follows the price it watches. */
export interface Trail {
  /** How far it stays behind the best price seen. */
  readonly amount: Decimal;
  /** How far beyond it the limit lies; `undefined` where there is no limit. */
  readonly limitOffset: Decimal | undefined;
}
