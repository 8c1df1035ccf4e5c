import { OrderBook } from '../../../src/endpoints/market-data/OrderBook.ts';
import { Summary } from '../../../src/endpoints/market-data/Summary.ts';
import { Ticker } from '../../../src/endpoints/market-data/Ticker.ts';
import { Trades } from '../../../src/endpoints/market-data/Trades.ts';
import { dispensable } from '../../support/dispensable.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

describe('Summary', () => {
  const pair = {
    trading_pairs: 'BTC_CAD',
    last_price: 75925.37,
    lowest_ask: 75926.63,
    highest_bid: 66.43534,
    base_volume: 75774.93,
    quote_volume: 5112197.7830825,
    price_change_percent_24h: -5.38,
    highest_price_24h: 79813.51,
    lowest_price_24h: 73700.01,
  };

  it('asks for nothing in particular, not even an order system', () => {
    expect(sent(Summary, {})).toBe('{}');
  });

  it('needs every field', () => {
    expect(dispensable(Summary, pair, (u) => [u], '0.')).toEqual([]);
  });
});

describe('Ticker', () => {
  const pair = { base_id: 21794, quote_id: 0, last_price: 2211, base_volume: 397.9, quote_volume: 2650.707 };

  it('is a dictionary by pair', () => {
    const reply = { BTC_USDT: pair, ETH_USDT: pair };
    expect(sent(Ticker, {})).toBe('{}');
    expect(received(Ticker, JSON.stringify(reply))).toEqual(reply);
    expect(received(Ticker, '{}')).toEqual({});
  });

  it('names the pair where something is missing', () => {
    expect(dispensable(Ticker, pair, (u) => ({ BTC_USDT: u }), 'BTC_USDT.')).toEqual([]);
  });

  it('does not understand a list', () => {
    expect(received(Ticker, '[]')).toMatch(/^Ticker: the exchange's payload was not understood/);
  });
});

describe('OrderBook', () => {
  const book = { timestamp: 1679548299447, bids: [[2, 28900]], asks: [] };

  it('spells the pair as the exchange does, and takes the level by name', () => {
    expect(sent(OrderBook, { Market_Pair: 'BTCUSDT' })).toBe('{"Market_Pair":"BTCUSDT"}');
    expect(sent(OrderBook, { Market_Pair: 'BTCUSDT', Depth: 5, Level: 'SeveralLevels' })).toBe(
      '{"Market_Pair":"BTCUSDT","Depth":5,"Level":2}',
    );
    expect(sentAnyway(OrderBook, { market_pair: 'BTCUSDT', Level: 3 })).toBe(
      'OrderBook was not sent: Market_Pair should be a text but is undefined; Level should be one of BestOnly, SeveralLevels but is 3; market_pair should be left out, as there is no such field, but is "BTCUSDT". Correct the call.',
    );
  });

  it('needs every field', () => {
    expect(received(OrderBook, JSON.stringify(book))).toEqual(book);
    expect(dispensable(OrderBook, book)).toEqual([]);
    expect(received(OrderBook, JSON.stringify({ ...book, asks: [[1]] }))).toBe(
      "OrderBook: the exchange's payload was not understood: asks.0.1 should be a decimal number but is undefined.",
    );
  });
});

describe('Trades', () => {
  const trade = {
    trade_id: 910,
    price: 28900,
    base_volume: 2,
    quote_volume: 57800,
    timestamp: '2023-03-23T05:11:39.447Z',
    type: 'buy',
  };

  it('spells the pair in lower case', () => {
    expect(sent(Trades, { market_pair: 'BTCUSDT' })).toBe('{"market_pair":"BTCUSDT"}');
    expect(sentAnyway(Trades, {})).toBe(
      'Trades was not sent: market_pair should be a text but is undefined. Correct the call.',
    );
  });

  it('reads ids of 64 bits, and the side in any case of letters', () => {
    const text = JSON.stringify([{ ...trade, type: 'Buy' }]).replace('910', '9007199254740993');
    expect(received(Trades, text)).toEqual([{ ...trade, trade_id: 9007199254740993n }]);
  });

  it('needs every field', () => {
    expect(dispensable(Trades, trade, (u) => [u], '0.')).toEqual([]);
  });
});
