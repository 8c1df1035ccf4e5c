import { tradeOf } from '../../../src/market/trades/trade.ts';
import {
  emptyTradeLog,
  isDeep,
  lastId,
  lastTrades,
  type TradeLog,
} from '../../../src/market/trades/tradeLog.ts';

const kept = [1, 3, 9].map((id) => tradeOf([id, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0]));
const log: TradeLog = {
  ...emptyTradeLog,
  phase: { _tag: 'Live' },
  kept,
  gaps: [{ _tag: 'Gap', from: 3, to: 9 }],
  depth: 3,
};
const shown = (count: number): readonly unknown[] =>
  lastTrades(log, count).map((item) => (item._tag === 'Gap' ? 'gap' : item.TradeId));

describe('a log of trades', () => {
  it('gives its last trades with the gaps between them', () => {
    expect([shown(0), shown(1), shown(2), shown(9)]).toEqual([[], [9], [3, 'gap', 9], [1, 3, 'gap', 9]]);
  });

  it('knows its last id, if it has one', () => {
    expect([lastId(log), lastId(emptyTradeLog)]).toEqual([9, undefined]);
  });

  it('is deep where so many are there or were asked for, and never before the snapshot', () => {
    expect([isDeep(log, 3), isDeep(log, 4), isDeep({ ...log, depth: Infinity }, 4)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(isDeep(emptyTradeLog, 0)).toBe(false);
  });
});
