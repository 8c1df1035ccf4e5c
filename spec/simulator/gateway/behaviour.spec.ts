import { asyncScheduler } from 'rxjs';
import { TransportError } from '../../../src/errors.ts';
import { MessageType } from '../../../src/frame.ts';
import {
  createExchange,
  demoUsers,
  type Exchange,
  type ExchangeOptions,
} from '../../../src/simulator/index.ts';
import { marbles } from '../../support/marbles.ts';
import { type Call, dial, dialAs, limitOrder, refusal, signed } from '../support/dial.ts';

const [trader, partner] = demoUsers;
const one = { OMSId: 1, InstrumentId: 1 };
const own = { OMSId: 1, AccountId: 7 };
const foreign = { OMSId: 1, AccountId: 8 };
const book = { ...one, Depth: 10 };

describe('the behaviour of an exchange', () => {
  const exchanges: Exchange[] = [];
  const start = (options: ExchangeOptions): { readonly exchange: Exchange; readonly call: Call } => {
    const exchange = createExchange(options);
    exchanges.push(exchange);
    return { exchange, call: dialAs(exchange, trader) };
  };
  afterEach(() => exchanges.splice(0).forEach((exchange) => exchange.close()));
  const hasEnded = (call: Call, code: number): void =>
    expect(call.ends).toEqual([
      'silent',
      new TransportError('The exchange dropped the connection', { code }),
    ]);
  const already = (detail: object) => refusal(909, 'Already Subscribed.', JSON.stringify(detail));

  it.each([
    ['notSubscribed', { Subscribed: false }],
    ['notAuthorized', refusal(20, 'Not Authorized', null)],
    ['endpointNotFound', 'Endpoint Not Found'],
  ] as const)('says of the account of another: %s', (foreignAccount, answer) => {
    const { call } = start({ foreignAccount });

    expect(call.ask('SubscribeAccountEvents', foreign)).toEqual(answer);
    expect(call.ask('SubscribeOrderStateEvents', foreign)).toEqual(answer);
  });

  it.each([
    ['reply', MessageType.Reply],
    ['error', MessageType.Error],
  ] as const)('refuses with a code in a frame of the type %s', (refusals, type) => {
    const { call } = start({ refusals });
    const typeOf = (name: string, payload: object): number | undefined =>
      call.answerTo(call.send(name, payload))?.type;

    expect(typeOf('GetLevel1', { OMSId: 1, InstrumentId: 99 })).toBe(type);
    expect(typeOf('CancelOrder', { ...own, OrderId: 99 })).toBe(type);
    expect(typeOf('Ping', {})).toBe(MessageType.Reply);
    expect(typeOf('UnsubscribeLevel1', one)).toBe(MessageType.Reply);
  });

  it.each([
    ['answered', '{"msg":"PONG"}'],
    ['ignored', undefined],
  ] as const)('has a request with number 0 %s', (numberZero, answer) => {
    const { call } = start({ numberZero });
    call.wire.send('{"m":0,"i":0,"n":"Ping","o":"{}"}');

    expect(call.answerTo(0)?.payload).toBe(answer);
  });

  it.each([
    ['answered', []],
    ['refused', 'Endpoint Not Found'],
    ['ignored', undefined],
  ] as const)('has the types for subscribing %s', (subscribeTypes, answer) => {
    const { call } = start({ subscribeTypes });

    expect(call.ask('SubscribeLevel2', book, MessageType.Subscribe)).toEqual(answer);
    expect(call.ask('SubscribeTrades', { ...one, IncludeLastCount: 1 })).toEqual([]);
  });

  it('refuses a second subscribe of every kind, or takes it as a fresh one of the stream', () => {
    const calls: readonly (readonly [name: string, payload: object, snapshot: unknown])[] = [
      ['SubscribeLevel1', one, expect.objectContaining(one)],
      ['SubscribeLevel2', book, []],
      ['SubscribeTrades', { ...one, IncludeLastCount: 1 }, []],
      ['SubscribeTicker', { ...one, Interval: 60, IncludeLastCount: 1 }, []],
      ['SubscribeAccountEvents', own, { Subscribed: true }],
      ['SubscribeOrderStateEvents', own, { Subscribed: true }],
      ['SubscribeBlockTrades', one, []],
    ];
    const strict = start({}).call;
    const lenient = start({
      resubscribable: ['Level1', 'Level2', 'Trades', 'Ticker', 'Account', 'OrderState', 'BlockTrades'],
    });

    for (const [name, payload, snapshot] of calls) {
      expect([strict.ask(name, payload), strict.ask(name, payload)]).toEqual([snapshot, already(payload)]);
      expect([lenient.call.ask(name, payload), lenient.call.ask(name, payload)]).toEqual([
        snapshot,
        snapshot,
      ]);
    }
    lenient.exchange.market.sendOrder(limitOrder(0, '100.00', '1'));
    expect(lenient.call.events('Level2UpdateEvent')).toHaveLength(1);
    expect(lenient.call.events('OrderStateEvent')).toHaveLength(2);
  });

  it('takes another depth as a second subscribe, or in place of the first', () => {
    const deeper = { ...one, Depth: 20 };
    const { call } = start({});
    call.ask('SubscribeLevel2', book);
    expect(call.ask('SubscribeLevel2', deeper)).toEqual(already(deeper));

    const { call: other, exchange } = start({ otherDepth: 'replaces' });
    expect(other.ask('SubscribeLevel2', book)).toEqual([]);
    expect(other.ask('SubscribeLevel2', deeper)).toEqual([]);
    expect(other.ask('SubscribeLevel2', deeper)).toEqual(already(deeper));
    exchange.market.sendOrder(limitOrder(0, '100.00', '1'));
    expect(other.events('Level2UpdateEvent')).toHaveLength(1);
  });

  it.each([
    ['filter', 1],
    ['account', 0],
  ] as const)('ends with an unsubscribe from order states the %s', (unsubscribeOrderStates, left) => {
    const { call } = start({ unsubscribeOrderStates });
    call.ask('SubscribeOrderStateEvents', { ...own, InstrumentId: 1 });
    call.ask('SubscribeOrderStateEvents', { ...own, InstrumentId: 2 });
    call.ask('UnSubscribeOrderStateEvents', { ...own, InstrumentId: 2 });
    call.ask('SendOrder', limitOrder(0, '100.00', '1'));

    expect(call.events('OrderStateEvent')).toHaveLength(left);
  });

  it.each([
    ['perStream', 2],
    ['once', 1],
  ] as const)('tells an order with two streams %s', (orderStates, times) => {
    const { call } = start({ orderStates });
    call.ask('SubscribeAccountEvents', own);
    call.ask('SubscribeOrderStateEvents', own);
    for (const price of ['100.00', '101.00']) call.ask('SendOrder', limitOrder(0, price, '1'));

    expect(call.events('OrderStateEvent')).toHaveLength(2 * times);
  });

  it('finds functions by their names in any case, or as they are listed alone', () => {
    const answers = (options: ExchangeOptions): readonly unknown[] => {
      const { call } = start(options);
      return ['Ping', 'ping', 'UnSubscribeLevel1', 'UnsubscribeLevel1'].map((name) => call.ask(name, one));
    };
    const [pong, unsubscribed] = [{ msg: 'PONG' }, expect.objectContaining({ result: true }) as unknown];

    expect(answers({})).toEqual([pong, pong, unsubscribed, unsubscribed]);
    expect(answers({ strictNames: true })).toEqual([
      pong,
      'Endpoint Not Found',
      'Endpoint Not Found',
      unsubscribed,
    ]);
  });

  it('tells every summary, or one an interval, which is the last', () => {
    const toldIn = (level1Interval: number): readonly (readonly [at: number, bid: number])[] => {
      const told: (readonly [number, number])[] = [];
      marbles(({ flush }) => {
        const { exchange, call } = start({ level1Interval });
        call.ask('SubscribeLevel1', one);
        call.wire.message$.subscribe(() => {
          const { BestBid } = call.events('Level1UpdateEvent').at(-1) as { readonly BestBid: number };
          told.push([asyncScheduler.now(), BestBid]);
        });
        [0, 10, 20, 30, 150, 400].forEach((time, index) => {
          const order = limitOrder(0, `10${index}.00`, '1', 8);
          asyncScheduler.schedule(() => exchange.market.sendOrder(order), time);
        });
        asyncScheduler.schedule(() => call.subscription.unsubscribe(), 700);
        flush();
        expect(asyncScheduler.now()).toBe(700);
      });
      return told;
    };

    expect(toldIn(0)).toEqual([
      [0, 100],
      [10, 101],
      [20, 102],
      [30, 103],
      [150, 104],
      [400, 105],
    ]);
    expect(toldIn(100)).toEqual([
      [0, 100],
      [100, 103],
      [200, 104],
      [400, 105],
    ]);
  });

  it.each([
    ['inProcess', refusal(107, 'Operation In Process', null)],
    ['success', { result: true, errormsg: null, errorcode: 0, detail: null }],
  ] as const)('says of a list that it was taken: %s', (takenLists, answer) => {
    const { call } = start({ takenLists });

    expect(call.ask('SendOrderList', [limitOrder(0, '100.00', '1')])).toEqual(answer);
    expect(call.ask('GetOpenOrders', own)).toHaveLength(1);
  });

  it.each([
    ['lists', 0],
    ['all', 1],
  ] as const)('tells of refusals by events where it has to: %s', (rejectEvents, times) => {
    const { call } = start({ rejectEvents });
    call.ask('SubscribeAccountEvents', own);

    expect(call.ask('SendOrder', limitOrder(0, '1.00', '9999999'))).toMatchObject({ status: 'Rejected' });
    expect(call.ask('CancelOrder', { ...own, OrderId: 99 })).toMatchObject({ errorcode: 104 });
    expect(call.events('NewOrderRejectEvent')).toHaveLength(times);
    expect(call.events('CancelOrderRejectEvent')).toHaveLength(times);
    call.ask('SendOrderList', [limitOrder(0, '1.00', '9999999')]);
    expect(call.events('NewOrderRejectEvent')).toHaveLength(times + 1);
  });

  it.each([
    ['accountStreams', 1, false],
    ['allStreams', 0, false],
    ['connection', 0, true],
  ] as const)('ends with a logout the %s', (logOutEnds, events, isOver) => {
    const { call, exchange } = start({ logOutEnds });
    call.ask('SubscribeLevel2', book);
    call.ask('SubscribeAccountEvents', own);

    expect(call.ask('LogOut')).toMatchObject({ result: 'true' });
    exchange.market.sendOrder(limitOrder(0, '100.00', '1'));
    expect(call.events('Level2UpdateEvent')).toHaveLength(events);
    expect(call.events('OrderStateEvent')).toEqual([]);
    if (isOver) hasEnded(call, 1000);
    else expect(call.ask('Ping')).toEqual({ msg: 'PONG' });
  });

  it('says goodbye to a login its own way, and may close the connection after it', () => {
    const { call, exchange } = start({ afterLogoutEvent: 'close', logoutPayload: '' });
    exchange.logOut(trader.userId);

    expect(call.frames.at(-1)).toMatchObject({ name: 'LogoutEvent', payload: '' });
    hasEnded(call, 1000);
  });

  it('lets the logins of one user stay, or ends the earlier ones', () => {
    const staying = start({});
    dialAs(staying.exchange, trader);
    expect(staying.call.events('LogoutEvent')).toEqual([]);

    const { exchange, call: first } = start({ earlierLogins: 'end' });
    const other = dialAs(exchange, partner);
    const second = dial(exchange);
    expect(second.ask('AuthenticateUser', signed(trader))).toMatchObject({ Authenticated: true });
    expect(first.events('LogoutEvent')).toEqual([{}]);
    expect(first.ask('GetUserAccounts', { OMSId: 1 })).toBe('Endpoint Not Found');
    expect(second.ask('GetUserAccounts', { OMSId: 1 })).toEqual([7]);
    expect([other, second].flatMap((call) => call.events('LogoutEvent'))).toEqual([]);
  });

  it.each([
    ['refused', refusal(101, 'Operation Failed', 'Too many requests')],
    ['ignored', undefined],
    ['dropped', undefined],
  ] as const)('has requests beyond its rate %s', (beyond, answer) => {
    marbles(({ flush }) => {
      const { exchange } = start({ rateLimit: { requests: 2, within: 1_000, beyond } });
      const call = dial(exchange);
      const pong = { msg: 'PONG' };

      expect([call.ask('Ping'), call.ask('Ping'), call.ask('Ping')]).toEqual([pong, pong, answer]);
      asyncScheduler.schedule(() => {
        if (beyond === 'dropped') hasEnded(call, 1008);
        else expect(call.ask('Ping')).toEqual(pong);
      }, 1_000);
      expect(dial(exchange).ask('Ping')).toEqual(pong);
      flush();
    });
  });
});
