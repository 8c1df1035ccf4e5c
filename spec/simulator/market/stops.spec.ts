import type { OrderRequest } from '../../../src/simulator/market/orderRequest.ts';
import { formatDecimal } from '../../../src/simulator/market/decimal.ts';
import { balance, lastState, limit, rejected, replyTo, sent, states } from './orders.ts';
import { right, smallMarket } from './script.ts';

type Fields = Partial<OrderRequest>;

const stop = (AccountId: number, Side: 'Buy' | 'Sell', OrderType: string, more: Fields): OrderRequest => ({
  AccountId,
  InstrumentId: 1,
  Side,
  OrderType,
  Quantity: '1.0',
  ...more,
});

/** A market that has traded at 0.50 and is quoted at 0.40 and 0.60 by account 2. */
const stage = () => {
  const { market } = smallMarket();
  sent(market, limit(2, 'Sell', '0.2', '0.50'), limit(3, 'Buy', '0.2', '0.50'));
  sent(market, limit(2, 'Buy', '1.0', '0.40'), limit(2, 'Sell', '1.0', '0.60'));
  return market;
};
/** Trades so much at a price between others, as far as nothing better is there. */
const tradeAt = (market: ReturnType<typeof stage>, price: string) =>
  sent(market, limit(2, 'Sell', '0.2', price), limit(3, 'Buy', '0.2', price));

describe('a stop order', () => {
  it('waits out of the book with no flag, and holds what it may spend', () => {
    const market = stage();
    const events = sent(market, stop(1, 'Sell', 'StopMarket', { StopPrice: '0.45' }));
    expect(lastState(events)).toMatchObject({ OrderState: 'Working', OrderFlag: '0', PegPriceType: 'Last' });
    expect(events.filter(({ _tag }) => _tag === 'Level2')).toEqual([]);
    expect(balance(market, 1, 'BTC')).toEqual(['9', '1']);
    expect(right(market.openOrders(1))).toHaveLength(1);
  });

  it('that buys is held at its stop price, or at its limit', () => {
    const market = stage();
    sent(market, stop(1, 'Buy', 'StopMarket', { StopPrice: '0.55' }));
    expect(balance(market, 1, 'USDT')).toEqual(['4', '0.55']);
    sent(market, stop(1, 'Buy', 'StopLimit', { StopPrice: '0.55', LimitPrice: '0.70' }));
    expect(balance(market, 1, 'USDT')).toEqual(['4', '1.25']);
  });

  it('at the market is set off by a trade at its price, and executes', () => {
    const market = stage();
    sent(market, stop(1, 'Sell', 'StopMarket', { StopPrice: '0.45' }));
    expect(states(tradeAt(market, '0.50')).filter((state) => state.startsWith('5 '))).toEqual([]);
    const events = tradeAt(market, '0.45');
    expect(states(events).slice(-2)).toEqual([
      '3 FullyExecuted Trade 1.0/1.0',
      '5 FullyExecuted Trade 1.0/1.0',
    ]);
    expect(balance(market, 1, 'BTC')).toEqual(['8', '0']);
    expect(balance(market, 1, 'USDT')).toEqual(['4.4', '0']);
  });

  it('with a limit enters the book when it is set off and cannot trade', () => {
    const market = stage();
    sent(market, stop(1, 'Sell', 'StopLimit', { StopPrice: '0.45', LimitPrice: '0.50' }));
    const state = lastState(tradeAt(market, '0.45'));
    expect(state).toMatchObject({ OrderId: 5, OrderState: 'Working', OrderFlag: 'AddedToBook' });
    expect(balance(market, 1, 'BTC')).toEqual(['9', '1']);
  });

  it.each([
    ['Bid', 'Sell', '0.35', 3],
    ['Ask', 'Buy', '0.65', 4],
  ] as const)(
    'that watches the %s is set off when it is touched, without a trade',
    (PegPriceType, side, price, best) => {
      const market = stage();
      const beyond = side === 'Sell' ? limit(2, 'Buy', '1.0', '0.35') : limit(2, 'Sell', '1.0', '0.65');
      sent(market, beyond, stop(1, side, 'StopMarket', { StopPrice: price, PegPriceType }));
      const { events } = market.cancelOrder({ OrderId: best });
      expect(states(events).at(-1)).toBe('6 FullyExecuted Trade 1.0/1.0');
    },
  );

  it('sets off another in turn', () => {
    const market = stage();
    sent(
      market,
      limit(2, 'Buy', '1.0', '0.30'),
      stop(1, 'Sell', 'StopMarket', { StopPrice: '0.40' }),
      stop(3, 'Sell', 'StopMarket', { StopPrice: '0.45' }),
    );
    expect(states(tradeAt(market, '0.45')).filter((state) => /^[67] /.test(state))).toEqual([
      '7 FullyExecuted Trade 1.0/1.0',
      '6 FullyExecuted Trade 1.0/1.0',
    ]);
  });

  it('that buys at any price is rejected when it is set off and its account cannot pay', () => {
    const market = stage();
    sent(market, stop(1, 'Buy', 'StopMarket', { StopPrice: '0.55', Quantity: '7.0' }));
    market.cancelOrder({ OrderId: 4 });
    sent(market, limit(3, 'Sell', '7.0', '0.95'));
    const events = tradeAt(market, '0.55');
    expect(lastState(events)).toMatchObject({
      OrderId: 5,
      OrderState: 'Rejected',
      RejectReason: 'Not_Enough_Funds',
    });
    expect(balance(market, 1, 'USDT')).toEqual(['4', '0']);
  });

  it('is cancelled like any other, and frees what it held', () => {
    const market = stage();
    sent(market, stop(1, 'Sell', 'StopMarket', { StopPrice: '0.45' }));
    const { events } = market.cancelOrder({ AccountId: 1, OrderId: 5 });
    expect(states(events)).toEqual(['5 Canceled UserModified 0.0/1.0']);
    expect(balance(market, 1, 'BTC')).toEqual(['9', '0']);
    tradeAt(market, '0.45');
    expect(right(market.orderStatus(1, 5)).OrderState).toBe('Canceled');
  });

  it.each([
    ['0', { StopPrice: '0' }],
    ['a price between two increments', { StopPrice: '0.47' }],
    ['a price that the market has passed', { StopPrice: '0.50' }],
    ['a price that the bid has passed', { StopPrice: '0.45', PegPriceType: 'Bid' }],
  ])('is refused with Invalid_Stop_Price for %s', (_what, fields) => {
    expect(replyTo(stage(), stop(1, 'Sell', 'StopMarket', fields))).toEqual(rejected('Invalid_Stop_Price'));
  });
});

describe('a trailing stop order', () => {
  const stopPrice = (events: ReturnType<typeof sent>): string =>
    formatDecimal(
      lastState(events.filter((event) => 'AccountId' in event && event.AccountId === 1))?.StopPrice ?? {
        _tag: 'Decimal',
        units: 0n,
        scale: 0,
      },
    );

  it('follows a rising price, stays when it falls, and executes when it has come back so far', () => {
    const market = stage();
    expect(stopPrice(sent(market, stop(1, 'Sell', 'TrailingStopMarket', { TrailingAmount: '0.10' })))).toBe(
      '0.40',
    );
    expect(stopPrice(tradeAt(market, '0.55'))).toBe('0.45');
    expect(states(tradeAt(market, '0.50')).some((state) => state.startsWith('5 '))).toBe(false);
    expect(states(tradeAt(market, '0.45')).at(-1)).toBe('5 FullyExecuted Trade 1.0/1.0');
  });

  it('with a limit takes that along, and holds what it may spend from there', () => {
    const market = stage();
    const more = { TrailingAmount: '0.10', LimitOffset: '0.05' };
    const events = sent(market, stop(1, 'Buy', 'TrailingStopLimit', more));
    expect(lastState(events)).toMatchObject({ PegOffset: { units: 10n }, PegLimitOffset: { units: 5n } });
    expect(balance(market, 1, 'USDT')).toEqual(['4', '0.65']);
    const moved = tradeAt(market, '0.45');
    expect(stopPrice(moved)).toBe('0.55');
    expect(balance(market, 1, 'USDT')).toEqual(['4', '0.6']);
  });

  it.each([
    ['without a price to trail', smallMarket().market, { TrailingAmount: '0.10' }],
    ['that would come to nothing', stage(), { TrailingAmount: '0.50' }],
    ['between two increments', stage(), { TrailingAmount: '0.07' }],
    ['of 0', stage(), { TrailingAmount: '0' }],
  ])('is refused with Invalid_Stop_Price for an amount %s', (_what, market, more) => {
    expect(replyTo(market, stop(1, 'Sell', 'TrailingStopMarket', more))).toEqual(
      rejected('Invalid_Stop_Price'),
    );
  });
});
