import { formatDecimal, trim } from '../../../src/simulator/market/decimal.ts';
import { limit, atMarket, states, lastState, sent, replyTo, balance, rejected } from './orders.ts';
import { right, smallMarket, start } from './script.ts';

describe('a limit order', () => {
  it('rests, holds what it may spend, and is told with every field of the wire', () => {
    const { market } = smallMarket();
    const { reply, events } = market.sendOrder(limit(1, 'Buy', '2', '0.1', { ClientOrderId: '7' }));
    expect(reply).toEqual({ status: 'Accepted', errormsg: '', OrderId: 1 });
    expect(events.map(({ _tag }) => _tag)).toEqual(['OrderState', 'AccountPosition', 'Level2', 'Level1']);
    expect(balance(market, 1, 'USDT')).toEqual(['4', '0.2']);
    const { InsideBid, InsideBidSize, Price, Quantity, ...order } = lastState(events) ?? {};
    expect(
      [InsideBid, InsideBidSize, Price, Quantity].map((value) => value && formatDecimal(value as never)),
    ).toEqual(['0.10', '2.0', '0.10', '2.0']);
    expect(order).toMatchObject({
      Side: 'Buy',
      Instrument: 1,
      Account: 1,
      AccountName: 'account 1',
      OrderType: 'Limit',
      ClientOrderId: 7,
      OrderState: 'Working',
      ReceiveTime: start,
      ReceiveTimeTicks: BigInt(start) * 10_000n + 621_355_968_000_000_000n,
      ChangeReason: 'NewInputAccepted',
      OrigOrderId: 1,
      OrigClOrdId: 7,
      EnteredBy: 1,
      UserName: 'user 1',
      InsideAsk: 79228162514264337593543950335n,
      OrderFlag: 'AddedToBook',
      RejectReason: '',
      CancelReason: '',
      OMSId: 1,
    });
  });

  it('trades at the price of the one that was there, and rests with what is left', () => {
    const { market } = smallMarket();
    sent(market, limit(2, 'Sell', '1.0', '0.50'), limit(3, 'Sell', '1.0', '0.55'));
    const events = sent(market, limit(1, 'Buy', '3.0', '0.60'));
    expect(states(events)).toEqual([
      '3 Working NewInputAccepted 0.0/3.0',
      '1 FullyExecuted Trade 1.0/1.0',
      '3 Working Trade 1.0/3.0',
      '2 FullyExecuted Trade 1.0/1.0',
      '3 Working Trade 2.0/3.0',
    ]);
    expect(lastState(events)).toMatchObject({ OrderFlag: 'AddedToBook' });
    expect(formatDecimal(lastState(events)?.AvgPrice ?? trim({ _tag: 'Decimal', units: 0n, scale: 0 }))).toBe(
      '0.525000000000000000000000',
    );
    expect(balance(market, 1, 'BTC')).toEqual(['11', '0']);
    expect(balance(market, 1, 'USDT')).toEqual(['2.95', '0.6']);
    expect(balance(market, 2, 'USDT')).toEqual(['4.5', '0']);
    expect(balance(market, 3, 'BTC')).toEqual(['8', '0']);
  });

  it('that is IOC trades what it can, and its rest is cancelled', () => {
    const { market } = smallMarket();
    sent(market, limit(2, 'Sell', '1.0', '0.50'));
    const events = sent(market, limit(1, 'Buy', '3.0', '0.50', { TimeInForce: 3 }));
    expect(states(events)).toEqual([
      '2 Working NewInputAccepted 0.0/3.0',
      '1 FullyExecuted Trade 1.0/1.0',
      '2 Working Trade 1.0/3.0',
      '2 Canceled SystemCanceled_NoMoreMarket 1.0/3.0',
    ]);
    expect(balance(market, 1, 'USDT')).toEqual(['3.5', '0']);
    expect(right(market.openOrders(1))).toEqual([]);
  });

  it('that is FOK trades all of it or nothing', () => {
    const { market } = smallMarket();
    sent(market, limit(2, 'Sell', '1.0', '0.50'), limit(3, 'Sell', '1.0', '0.55'));
    expect(states(sent(market, limit(1, 'Buy', '2.1', '0.60', { TimeInForce: 4 })))).toEqual([
      '3 Working NewInputAccepted 0.0/2.1',
      '3 Canceled SystemCanceled_NoMoreMarket 0.0/2.1',
    ]);
    expect(states(sent(market, limit(1, 'Buy', '2.0', '0.60', { TimeInForce: 4 }))).at(-1)).toBe(
      '4 FullyExecuted Trade 2.0/2.0',
    );
  });

  it('that is post-only rests, or is accepted and then rejected by an event', () => {
    const { market } = smallMarket();
    sent(market, limit(2, 'Sell', '1.0', '0.50'));
    const { reply, events } = market.sendOrder(limit(1, 'Buy', '1.0', '0.50', { PostOnly: true }));
    expect(reply).toEqual({ status: 'Accepted', errormsg: '', OrderId: 2 });
    expect(states(events)).toEqual(['2 Rejected OtherRejected 0.0/1.0']);
    expect(lastState(events)?.RejectReason).toBe('Post_Only_Would_Trade');
    expect(events).toHaveLength(1);
    const resting = lastState(sent(market, limit(1, 'Buy', '1.0', '0.45', { PostOnly: true })));
    expect(resting).toMatchObject({ OrderState: 'Working', OrderFlag: 'AddedToBook, PostOnly' });
  });

  it('keeps its place at its price when it is filled in part', () => {
    const { market } = smallMarket();
    sent(market, limit(2, 'Sell', '1.0', '0.50'), limit(3, 'Sell', '1.0', '0.50'));
    sent(market, limit(1, 'Buy', '0.4', '0.50'));
    expect(states(sent(market, limit(1, 'Buy', '0.8', '0.50'))).slice(1)).toEqual([
      '1 FullyExecuted Trade 1.0/1.0',
      '4 Working Trade 0.6/0.8',
      '2 Working Trade 0.2/1.0',
      '4 FullyExecuted Trade 0.8/0.8',
    ]);
  });
});

describe('an order that meets one of its own account', () => {
  it('is stopped there where the instrument prevents it', () => {
    const { market } = smallMarket();
    sent(
      market,
      limit(2, 'Sell', '1.0', '0.50'),
      limit(1, 'Sell', '1.0', '0.50'),
      limit(3, 'Sell', '1.0', '0.50'),
    );
    const events = sent(market, limit(1, 'Buy', '3.0', '0.50'));
    expect(states(events).slice(1)).toEqual([
      '1 FullyExecuted Trade 1.0/1.0',
      '4 Working Trade 1.0/3.0',
      '4 Canceled SystemCanceled_NoMoreMarket 1.0/3.0',
    ]);
    expect(lastState(events)?.CancelReason).toBe('SelfTradePrevention');
  });

  it('trades with it where it may, and both sides share the trade', () => {
    const { market } = smallMarket();
    sent(market, limit(1, 'Sell', '1.0', '0.50', { InstrumentId: 2 }));
    const events = sent(market, limit(1, 'Buy', '1.0', '0.50', { InstrumentId: 2 }));
    const sides = events.flatMap((event) => (event._tag === 'OrderTrade' ? [event.payload] : []));
    expect(sides.map(({ TradeId, Side, MakerTaker }) => [TradeId, Side, MakerTaker])).toEqual([
      [1, 'Sell', 'Maker'],
      [1, 'Buy', 'Taker'],
    ]);
    expect(new Set(sides.map(({ ExecutionId }) => ExecutionId)).size).toBe(2);
    expect([balance(market, 1, 'ETH'), balance(market, 1, 'USDT')]).toEqual([
      ['9', '0'],
      ['4', '0'],
    ]);
  });
});

describe('a market order', () => {
  it('goes straight to FullyExecuted, best price first', () => {
    const { market } = smallMarket();
    sent(market, limit(2, 'Buy', '1.0', '0.50'), limit(3, 'Buy', '1.0', '0.55'));
    const events = sent(market, atMarket(1, 'Sell', { Quantity: '1.0' }));
    expect(states(events)).toEqual(['2 FullyExecuted Trade 1.0/1.0', '3 FullyExecuted Trade 1.0/1.0']);
    const tags = ['OrderState', 'OrderTrade', 'OrderState', 'OrderTrade'];
    expect(events.map(({ _tag }) => _tag).slice(0, 4)).toEqual(tags);
    const rest = events.slice(4).map(({ _tag }) => _tag);
    expect([...new Set(rest)]).toEqual([
      'Transaction',
      'AccountPosition',
      'Trades',
      'Level2',
      'Level1',
      'Ticker',
    ]);
    expect(balance(market, 1, 'USDT')).toEqual(['4.55', '0']);
  });

  it('never rests: what the book cannot serve is cancelled', () => {
    const { market } = smallMarket();
    expect(states(sent(market, atMarket(1, 'Sell', { Quantity: '1.0', TimeInForce: 1 })))).toEqual([
      '1 Canceled SystemCanceled_NoMoreMarket 0.0/1.0',
    ]);
    expect(balance(market, 1, 'BTC')).toEqual(['9', '0']);
  });

  it('stops at its cap where it has one', () => {
    const { market } = smallMarket();
    sent(market, limit(2, 'Sell', '1.0', '0.50'), limit(3, 'Sell', '1.0', '0.55'));
    expect(states(sent(market, atMarket(1, 'Buy', { Quantity: '2.0', LimitPrice: '0.50' }))).at(-1)).toBe(
      '3 Canceled SystemCanceled_NoMoreMarket 1.0/2.0',
    );
  });

  it('by value buys as many whole steps as the value pays for, and never spends more', () => {
    const { market } = smallMarket();
    sent(market, limit(2, 'Sell', '1.0', '0.50'), limit(3, 'Sell', '5.0', '0.60'));
    // 0.50 buys 1.0; of the other 0.45, 0.42 buys 0.7 and 0.03 is not enough for 0.1.
    expect(states(sent(market, atMarket(1, 'Buy', { Value: '0.95' }))).at(-1)).toBe(
      '3 FullyExecuted Trade 1.7/1.7',
    );
    expect(balance(market, 1, 'USDT')).toEqual(['3.08', '0']);
  });

  it('by value is cancelled where the book runs out, the rest counted at the worst price it met', () => {
    const { market } = smallMarket();
    sent(market, limit(2, 'Sell', '1.0', '0.50'));
    expect(states(sent(market, atMarket(1, 'Buy', { Value: '2.00' }))).at(-1)).toBe(
      '2 Canceled SystemCanceled_NoMoreMarket 1.0/4.0',
    );
    expect(states(sent(market, atMarket(1, 'Buy', { Value: '2.00' })))).toEqual([
      '3 Canceled SystemCanceled_NoMoreMarket 0.0/0.0',
    ]);
  });

  it('by value is refused where it does not buy the minimum', () => {
    const { market } = smallMarket();
    sent(market, limit(2, 'Sell', '1.0', '0.50'));
    expect(replyTo(market, atMarket(1, 'Buy', { Value: '0.09' }))).toEqual(
      rejected('Invalid_Order_Quantity'),
    );
    expect(replyTo(market, atMarket(1, 'Buy', { Value: '0.01' }))).toEqual(
      rejected('Invalid_Order_Quantity'),
    );
  });
});

describe('a partial fill and then a cancel', () => {
  it('leaves an order that is Canceled with what it had executed, and frees its hold', () => {
    const { market } = smallMarket();
    sent(market, limit(1, 'Sell', '3.0', '0.50'), limit(2, 'Buy', '1.0', '0.50'));
    expect(balance(market, 1, 'BTC')).toEqual(['8', '2']);
    const { reply, events } = market.cancelOrder({ AccountId: 1, OrderId: 1 });
    expect(reply).toEqual({ result: true, errormsg: null, errorcode: 0, detail: null });
    expect(states(events)).toEqual(['1 Canceled UserModified 1.0/3.0']);
    expect(lastState(events)?.OrderFlag).toBe('AddedToBook, RemovedFromBook');
    expect(balance(market, 1, 'BTC')).toEqual(['8', '0']);
    expect(right(market.level2(1, 10))).toEqual([]);
  });
});
