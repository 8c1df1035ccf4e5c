import { type Bounds, quotesAt, stepsTo } from '../../examples/strategies/quotes.ts';
import { order } from '../orders/support/order.ts';

const terms: Bounds = { Quantity: 1, least: 0, most: 5 };
const level = (price: number) => ({ price, quantity: 1, orders: 1, changedAt: 0 });
const buy = { Side: 'Buy', LimitPrice: 99 } as const;
const sell = { Side: 'Sell', LimitPrice: 101 } as const;

describe('quotesAt', () => {
  it.each([
    ['joins both sides', 2, [buy, sell]],
    ['does not buy beyond the most', 4.5, [sell]],
    ['does not sell below the least', 0.5, [buy]],
    ['does nothing where it is not known what is held', NaN, []],
  ])('%s', (_name, held, expected) => {
    expect(quotesAt({ bid: level(99), ask: level(101) }, held, terms)).toEqual(expected);
  });

  it('has room for what makes way too, which may be filled before it is gone', () => {
    const at = (Side: 'Buy' | 'Sell', Price: number) => order({ OrderId: Price, Side, Price });
    const quotes = (held: number, ...own: Parameters<typeof stepsTo>[1]) =>
      quotesAt({ bid: level(99), ask: level(101) }, held, terms, own);

    expect(quotes(4, at('Buy', 98), at('Sell', 101))).toEqual([sell]);
    expect(quotes(3, at('Buy', 98), at('Sell', 102))).toEqual([buy, sell]);
    expect(quotes(1, at('Buy', 99), at('Sell', 102))).toEqual([buy]);
  });

  it('quotes on no side that is empty', () => {
    expect(quotesAt({ ask: level(101) }, 2, terms)).toEqual([sell]);
    expect(quotesAt({}, 2, terms)).toEqual([]);
  });
});

describe('stepsTo', () => {
  const at = (OrderId: number, Side: 'Buy' | 'Sell', Price: number) => order({ OrderId, Side, Price });
  const bid = at(1, 'Buy', 99);
  const low = at(2, 'Buy', 98);
  const ask = at(3, 'Sell', 101);
  it.each([
    ['places what is missing', [buy, sell], [ask], [{ quote: buy }]],
    ['leaves alone what stands where it should', [buy, sell], [bid, ask], []],
    ['replaces what stands elsewhere', [buy, sell], [low, ask], [{ old: low, quote: buy }]],
    ['cancels what may not stand', [sell], [bid, ask], [{ old: bid }]],
    ['leaves one order on a side', [buy], [low, bid], [{ old: low }]],
    [
      'replaces the first of two, and cancels the other',
      [buy],
      [low, { ...low, OrderId: 4 }],
      [{ old: low, quote: buy }, { old: { ...low, OrderId: 4 } }],
    ],
  ])('%s', (_name, quotes, own, steps) => {
    expect(stepsTo(quotes, own)).toEqual(steps);
  });
});
