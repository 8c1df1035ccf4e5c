import type { TradeRow } from '../../../src/codec/records/TradeRow.ts';
import { inOrder, tradeOf } from '../../../src/market/trades/trade.ts';

const row = (id: number | bigint, price = 1_970): TradeRow => [
  id,
  2,
  0.02,
  price,
  5_922,
  5_923,
  1_675_332_676_849,
  1,
  0,
  0,
  0,
];

describe('a trade', () => {
  it('has the names of its columns', () => {
    expect(tradeOf(row(14))).toEqual({
      _tag: 'Trade',
      TradeId: 14,
      InstrumentId: 2,
      Quantity: 0.02,
      Price: 1_970,
      Order1: 5_922,
      Order2: 5_923,
      TradeTime: 1_675_332_676_849,
      Direction: 1,
      TakerSide: 0,
      BlockTrade: 0,
      ClientOrderId: 0,
    });
  });

  it('stands in the order of its id, once, be that a bigint or not', () => {
    const wide = 9_007_199_254_740_993n;
    expect(inOrder([row(wide), row(3), row(1), row(3, 7)])).toEqual([row(1), row(3, 7), row(wide)]);
  });
});
