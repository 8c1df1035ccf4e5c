import type { Decimal } from './decimal.ts';

/** A public trade in its eleven columns. */
export type PublicTradeRow = readonly [
  TradeId: number,
  InstrumentId: number,
  Quantity: Decimal,
  Price: Decimal,
  /** The maker's order. */
  Order1: number,
  /** The taker's order. */
  Order2: number,
  /** Epoch milliseconds. */
  TradeTime: number,
  /** 0 no change, 1 up, 2 down. */
  Direction: 0 | 1 | 2,
  /** 0 buy, 1 sell. */
  TakerSide: 0 | 1,
  BlockTrade: 0 | 1,
  /** The taker's, else the maker's; 0 where there is none. */
  ClientOrderId: number | bigint,
];
