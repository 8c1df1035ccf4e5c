import { type Decimal, formatDecimal } from '../../market/decimal.ts';
import type { PublicTradeRow } from '../../market/publicTrade.ts';
import { withDecimals } from './decimals.ts';
import type { Dialect } from './dialect.ts';
import { rowObject } from './rowObject.ts';

const numberIn = (dialect: Dialect, value: Decimal): unknown =>
  dialect.tradeNumbers === 'text' ? formatDecimal(withDecimals(dialect, value) as Decimal) : value;

const tradeRow = (dialect: Dialect, row: PublicTradeRow): unknown => {
  const [tradeId, instrumentId, quantity, price, ...rest] = row;
  const [order1, order2, time, direction, takerSide, blockTrade, clientOrderId] = rest;
  return rowObject(dialect, [
    tradeId,
    instrumentId,
    numberIn(dialect, quantity),
    numberIn(dialect, price),
    order1,
    order2,
    time,
    direction,
    takerSide,
    dialect.blockTrade === 'boolean' ? blockTrade === 1 : blockTrade,
    clientOrderId,
  ]);
};

/** Public trades as the dialect has them. */
export const tradeRows = (dialect: Dialect, rows: readonly PublicTradeRow[]): readonly unknown[] =>
  rows.map((row) => tradeRow(dialect, row));
