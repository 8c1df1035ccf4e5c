import { asyncScheduler } from 'rxjs';
import { MessageType } from '../../src/frame.ts';
import { demoUsers } from '../../src/simulator/index.ts';
import { marbles } from '../support/marbles.ts';
import { dial, dialAs, limitOrder, refusal, success } from './support/dial.ts';
import { bid, isDropped, openings, type Rows, tradeAt } from './support/openings.ts';

const [trader] = demoUsers;
const one = { OMSId: 1, InstrumentId: 1 };
const own = { OMSId: 1, AccountId: 7 };
const foreign = { OMSId: 1, AccountId: 8 };
const book = { ...one, Depth: 10 };
const notFound = 'Endpoint Not Found';
const pong = { msg: 'PONG' };

const { open, callAt } = openings();

describe('an open question, each answer of it', () => {
  it.each([
    [false, []],
    [true, expect.objectContaining({ errorcode: 100 })],
  ] as const)('1. are payload keys case-sensitive? %s', (strictKeys, answer) => {
    const call = dial(open({ strictKeys }));
    expect(call.ask('SubscribeLevel2', { omsid: 1, instrumentid: 1, depth: 5 })).toEqual(answer);
  });

  it.each([
    ['answered', '{"msg":"PONG"}'],
    ['ignored', undefined],
  ] as const)('2. what does i:0 do? It is %s', (numberZero, payload) => {
    const call = dial(open({ numberZero }));
    call.wire.send('{"m":0,"i":0,"n":"Ping","o":"{}"}');
    expect(call.answerTo(0)?.payload).toBe(payload);
  });

  it.each([
    ['answered', [[], success]],
    ['refused', [notFound, notFound]],
    ['ignored', [undefined, undefined]],
  ] as const)('3. are m:2 and m:4 accepted? They are %s', (subscribeTypes, answers) => {
    const call = dial(open({ subscribeTypes }));
    expect([
      call.ask('SubscribeLevel2', book, MessageType.Subscribe),
      call.ask('UnsubscribeLevel2', one, MessageType.Unsubscribe),
    ]).toEqual(answers);
  });

  it.each([
    ['{}', 'nothing'],
    ['', 'close'],
  ] as const)('4. LogoutEvent: payload %j, and then to the socket: %s', (logoutPayload, afterLogoutEvent) => {
    const exchange = open({ logoutPayload, afterLogoutEvent });
    const call = dialAs(exchange, trader);
    exchange.logOut(trader.userId);
    expect(call.frames.at(-1)).toMatchObject({ name: 'LogoutEvent', payload: logoutPayload });
    if (afterLogoutEvent === 'close') isDropped(call, 1000);
    else expect(call.ask('Ping')).toEqual(pong);
  });

  it.each([
    ['stay', 0],
    ['end', 1],
  ] as const)('4. LogoutEvent: earlier logins of a user who logs in again %s', (earlierLogins, times) => {
    const exchange = open({ earlierLogins });
    const first = dialAs(exchange, trader);
    dialAs(exchange, trader);
    expect(first.events('LogoutEvent')).toHaveLength(times);
  });

  it.each([
    [false, pong],
    [true, notFound],
  ] as const)('5. are function names case-insensitive? Strict: %s', (strictNames, answer) => {
    expect(dial(open({ strictNames })).ask('pING')).toEqual(answer);
  });

  it.each([
    ['refused', refusal(101, 'Operation Failed', 'Too many requests')],
    ['ignored', undefined],
    ['dropped', undefined],
  ] as const)('6. the shape of a rate limit: what is beyond is %s', (beyond, answer) => {
    marbles(({ flush }) => {
      const call = dial(open({ rateLimit: { requests: 1, within: 100, beyond } }));
      expect([call.ask('Ping'), call.ask('Ping')]).toEqual([pong, answer]);
      expect(call.ends).toHaveLength(beyond === 'dropped' ? 2 : 0);
      flush();
    });
  });

  it.each([
    ['accountStreams', [1, 0, 0]],
    ['allStreams', [0, 0, 0]],
    ['connection', [0, 0, 2]],
  ] as const)('7. effects of LogOut: it ends %s', (logOutEnds, outcome) => {
    const exchange = open({ logOutEnds });
    const call = dialAs(exchange, trader);
    call.ask('SubscribeLevel2', book);
    call.ask('SubscribeAccountEvents', own);
    call.ask('LogOut');
    exchange.market.sendOrder(limitOrder(0, '100.00', '1'));
    const heard = ['Level2UpdateEvent', 'OrderStateEvent'].map((name) => call.events(name).length);
    expect([...heard, call.ends.length]).toEqual(outcome);
  });

  it.each([
    [[], 909],
    [['Trades'], undefined],
  ] as const)('8. does 909 apply to all subscribe calls? All but %j', (resubscribable, errorcode) => {
    const call = dial(open({ resubscribable }));
    const subscribe = (): unknown => call.ask('SubscribeTrades', { ...one, IncludeLastCount: 5 });
    expect(subscribe()).toEqual([]);
    expect((subscribe() as { readonly errorcode?: number }).errorcode).toBe(errorcode);
  });

  it.each([
    ['second', 909],
    ['replaces', undefined],
  ] as const)('8. does a different Depth count as a duplicate? It is a %s', (otherDepth, errorcode) => {
    const call = dial(open({ otherDepth }));
    call.ask('SubscribeLevel2', book);
    const again = call.ask('SubscribeLevel2', { ...one, Depth: 20 });
    expect((again as { readonly errorcode?: number }).errorcode).toBe(errorcode);
  });

  it.each([
    ['single', true],
    ['numbered', false],
  ] as const)('9. snapshot ids: %s', (snapshotIds, isOne) => {
    const exchange = open({ snapshotIds });
    ['100.00', '101.00'].forEach((price) => bid(exchange, price));
    const [first, second] = (dial(exchange).ask('SubscribeLevel2', book) as Rows).map(([id]) => id);
    expect(first === second).toBe(isOne);
  });

  it.each([
    ['replaced', [0.2, 0.3]],
    ['repeated', [0.2, 0.3, 0.3, 0.3]],
    ['incremental', [0.1, 0.1]],
    ['withheld', []],
  ] as const)('10. bars in progress, before they close: %s', (barsInProgress, volumes) => {
    marbles(({ flush }) => {
      const exchange = open({ barsInProgress });
      tradeAt(exchange, '100.00');
      const call = dial(exchange);
      call.send('SubscribeTicker', { ...one, Interval: 60, IncludeLastCount: 5 });
      tradeAt(exchange, '101.00');
      tradeAt(exchange, '102.00');
      asyncScheduler.schedule(() => {
        expect((call.events('TickerDataUpdateEvent') as readonly Rows[]).flat().map((row) => row[5])).toEqual(
          volumes,
        );
        exchange.close();
      }, 2_500);
      flush();
    });
  });

  it.each([
    ['perStream', 2],
    ['once', 1],
  ] as const)('11. OrderStateEvent with two subscriptions comes %s', (orderStates, times) => {
    const call = callAt({ orderStates });
    call.ask('SubscribeAccountEvents', own);
    call.ask('SubscribeOrderStateEvents', own);
    call.ask('SendOrder', limitOrder(0, '100.00', '1'));
    expect(call.events('OrderStateEvent')).toHaveLength(times);
  });

  it.each([
    ['filter', 1],
    ['account', 0],
  ] as const)(
    '12. UnSubscribeOrderStateEvents with an instrument ends the %s',
    (unsubscribeOrderStates, left) => {
      const call = callAt({ unsubscribeOrderStates });
      call.ask('SubscribeOrderStateEvents', { ...own, InstrumentId: 1 });
      call.ask('SubscribeOrderStateEvents', { ...own, InstrumentId: 2 });
      call.ask('UnSubscribeOrderStateEvents', { ...own, InstrumentId: 2 });
      call.ask('SendOrder', limitOrder(0, '100.00', '1'));
      expect(call.events('OrderStateEvent')).toHaveLength(left);
    },
  );

  it.each([
    ['notSubscribed', { Subscribed: false }],
    ['notAuthorized', refusal(20, 'Not Authorized', null)],
    ['endpointNotFound', notFound],
  ] as const)('13. SubscribeAccountEvents on a foreign account: %s', (foreignAccount, answer) => {
    expect(callAt({ foreignAccount }).ask('SubscribeAccountEvents', foreign)).toEqual(answer);
  });
});
