import type { Decimal } from './decimal.ts';

/** The touch of a book and the last trade, as every order object carries them. */
export interface Inside {
  /** The decimal maximum of the platform where there is no ask. */
  readonly InsideAsk: Decimal | bigint;
  readonly InsideAskSize: Decimal;
  /** 0 where there is no bid. */
  readonly InsideBid: Decimal;
  readonly InsideBidSize: Decimal;
  /** 0 before the first trade. */
  readonly LastTradePrice: Decimal;
}

/** What stands for the price of an ask that is not there. */
export const noAsk = 79228162514264337593543950335n;
