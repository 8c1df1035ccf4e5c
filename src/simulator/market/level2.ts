import type { BookLevel } from './bookLevel.ts';
import { type Decimal, decimalOf } from './decimal.ts';
import { sideNumber } from './side.ts';

/** A level of the book, or the change of one, in its ten columns. */
export type Level2Row = readonly [
  MDUpdateId: number,
  NumberOfAccounts: number,
  /** Epoch milliseconds of the last change of the level. */
  ActionDateTime: number,
  /** 0 new, 1 update, 2 delete. */
  ActionType: 0 | 1 | 2,
  LastTradePrice: Decimal,
  NumberOfOrders: number,
  Price: Decimal,
  ProductPairCode: number,
  /** Absolute, 0 on deletes. */
  Quantity: Decimal,
  /** 0 buy, 1 sell. */
  Side: 0 | 1,
];

/** What the rows of one frame have in common. */
export interface Level2Context {
  readonly instrumentId: number;
  readonly lastTradePrice: Decimal;
  /** The scale of quantities, so that a deleted level has the zeros of a living one. */
  readonly quantityScale: number;
}

/** The row of a level; one at which nothing shows is a delete, whatever `action` says. */
export const level2Row = (
  id: number,
  action: 0 | 1 | 2,
  level: BookLevel,
  { instrumentId, lastTradePrice, quantityScale }: Level2Context,
): Level2Row => {
  const gone = action === 2 || level.count === 0;
  return [
    id,
    gone ? 0 : level.accounts,
    level.changedAt,
    gone ? 2 : action,
    lastTradePrice,
    gone ? 0 : level.count,
    level.price,
    instrumentId,
    gone ? decimalOf(0n, quantityScale) : level.size,
    sideNumber[level.side],
  ];
};
