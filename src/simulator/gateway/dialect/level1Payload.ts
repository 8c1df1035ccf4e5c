import { decimalOf } from '../../market/decimal.ts';
import type { Level1 } from '../../market/level1.ts';
import type { Dialect } from './dialect.ts';

const seconds = (ms: number): number => Math.floor(ms / 1000);

const sizesOf = (level1: Level1, { level1Sizes }: Dialect): Partial<Record<keyof Level1, unknown>> => {
  const { BidQty, AskQty } = level1;
  switch (level1Sizes) {
    case 'true':
      return {};
    case 'zero':
      return { BidQty: decimalOf(0n, BidQty.scale), AskQty: decimalOf(0n, AskQty.scale) };
    case 'none':
      return { BidQty: undefined, AskQty: undefined, BidOrderCt: undefined, AskOrderCt: undefined };
  }
};

const notionalOf = (
  { CurrentDayNotional }: Level1,
  { level1Notional }: Dialect,
): Readonly<Record<string, unknown>> => {
  switch (level1Notional) {
    case 'CurrentDayNotional':
      return {};
    case 'CurrentNotional':
      return { CurrentDayNotional: undefined, CurrentNotional: CurrentDayNotional };
    case 'none':
      return { CurrentDayNotional: undefined, Rolling24HrNotional: undefined };
  }
};

/** A summary as the dialect has it. What is `undefined` in it is left out. */
export const level1Payload = (dialect: Dialect, level1: Level1): unknown => {
  const inUnit = dialect.level1Times === 'seconds' ? seconds : (ms: number) => ms;
  const timeStamp = inUnit(Number(level1.TimeStamp));
  return {
    ...level1,
    MarketId: dialect.level1MarketId === 'symbol' ? level1.MarketId : undefined,
    LastTradeTime: inUnit(level1.LastTradeTime),
    TimeStamp: dialect.level1TimeStamp === 'number' ? timeStamp : String(timeStamp),
    ...sizesOf(level1, dialect),
    ...notionalOf(level1, dialect),
  };
};
