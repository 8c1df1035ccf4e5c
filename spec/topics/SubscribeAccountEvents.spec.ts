import * as E from 'fp-ts/lib/Either.js';
import { expectTypeOf } from 'expect-type';
import type { Order } from '../../src/codec/records/Order.ts';
import type { OrderTrade } from '../../src/codec/records/OrderTrade.ts';
import { readExactJson } from '../../src/json/exactJson.ts';
import { type AccountMessage, SubscribeAccountEvents } from '../../src/topics/SubscribeAccountEvents.ts';
import { sampleText, samplesOf } from '../support/samples.ts';
import { callsOf, firstOf, follow, handedOut, settled, stateAfter } from '../support/streams.ts';

const stream = settled(SubscribeAccountEvents, { AccountId: 7 });
const order = readExactJson(sampleText('streams/order-state.object-working-limit.json')) as Order;
const trade = readExactJson(sampleText('streams/order-trade.object-apex4.json')) as OrderTrade;

const names = [
  'AccountPositionEvent',
  'OrderStateEvent',
  'OrderTradeEvent',
  'NewOrderRejectEvent',
  'CancelOrderRejectEvent',
  'CancelReplaceOrderRejectEvent',
  'CancelAllOrdersRejectEvent',
  'MarketStateUpdate',
  'PendingDepositUpdate',
  'TransactionEvent',
  'WithdrawTicketUpdateEvent',
  'DepositTicketUpdateEvent',
  'AccountInfoUpdateEvent',
  'DepositEvent',
];
const accountIn = (payload: unknown): string | undefined => {
  const { AccountId, Account } = payload as { readonly AccountId?: number; readonly Account?: number };
  return (AccountId ?? Account)?.toString();
};

describe('SubscribeAccountEvents', () => {
  it('is one stream for each account', () => {
    expect(stream).toMatchObject({ key: 'SubscribeAccountEvents 7', routes: ['7'] });
    expect(callsOf(stream)).toEqual([
      ['SubscribeAccountEvents', E.right('{"OMSId":1,"AccountId":7}')],
      ['UnSubscribeAccountEvents', E.right('{"OMSId":1,"AccountId":7}')],
    ]);
  });

  it('is fed by fourteen events', () => {
    expect(stream.events.map(({ name }) => name)).toEqual(names);
    expectTypeOf<AccountMessage['_tag']>().toExtend<string>();
    expectTypeOf<Extract<AccountMessage, { _tag: 'OrderStateEvent' }>['payload']>().toEqualTypeOf<Order>();
  });

  const samples = samplesOf('streams').filter(({ name, kind }) => kind === 'event' && names.includes(name));

  it.each(samples)('hands $file to its account', ({ name, text }) => {
    const value = readExactJson(text);
    const handed = handedOut(stream, name, text);
    expect('error' in handed ? handed : handed.slice(0, 1)).toMatchObject([
      [accountIn(value), { _tag: name }],
    ]);
  });

  it('has a sample of every event but two, which are made up here', () => {
    const sampled = new Set(samples.map(({ name }) => name));
    const apart = names.filter((name) => !sampled.has(name));
    expect(apart).toEqual(['CancelReplaceOrderRejectEvent', 'PendingDepositUpdate']);
    const rejected = {
      OMSId: 1,
      AccountId: 4,
      OrderIdToReplace: 9,
      Side: 'Buy',
      Status: 'Rejected',
      RejectReason: 'x',
    };
    expect(handedOut(stream, 'CancelReplaceOrderRejectEvent', rejected)).toEqual([
      ['4', { _tag: 'CancelReplaceOrderRejectEvent', payload: rejected }],
    ]);
    const pending = { AccountId: 4, AssetId: 1, TotalPendingDepositValue: 2.5 };
    expect(handedOut(stream, 'PendingDepositUpdate', pending)).toEqual([
      ['4', { _tag: 'PendingDepositUpdate', payload: pending }],
    ]);
  });

  it('tells the account that a broken event was meant for, where it can', () => {
    expect(handedOut(stream, 'OrderStateEvent', '{"Account":7}')).toMatchObject({ routes: ['7'] });
    expect(handedOut(stream, 'OrderTradeEvent', '{"AccountId":7}')).toMatchObject({ routes: ['7'] });
    expect(handedOut(stream, 'OrderTradeEvent', '[[1,2]]')).toMatchObject({ routes: [] });
    expect(handedOut(stream, 'MarketStateUpdate', '{}')).toMatchObject({ routes: [] });
  });

  it('knows the same state of an order again by all that can change of it', () => {
    const ofOrder = (change: Partial<Order>) =>
      stream.identity({ _tag: 'OrderStateEvent', payload: { ...order, ...change } });
    expect(ofOrder({ UserName: 'other' })).toEqual(ofOrder({}));
    const changes: readonly Partial<Order>[] = [
      { QuantityExecuted: 1 },
      { Quantity: 0.25 },
      { Price: 90 },
      { OrderState: 'Canceled' },
      { LastUpdatedTimeTicks: 638168047970264466n },
    ];
    for (const change of changes) expect(ofOrder(change)).not.toEqual(ofOrder({}));
    const timeless = readExactJson(sampleText('streams/order-state.event-v33.json')) as Order;
    expect(stream.identity({ _tag: 'OrderStateEvent', payload: timeless })).toBeUndefined();
  });

  it('knows the same fill again, and its correction for another', () => {
    const ofTrade = (change: Partial<OrderTrade>) =>
      stream.identity({ _tag: 'OrderTradeEvent', payload: { ...trade, ...change } });
    expect(ofTrade({})).toMatchObject({ kind: 'fill' });
    expect(ofTrade({ CounterParty: 'x' })).toEqual(ofTrade({}));
    const changes = [{ ExecutionId: 0 }, { OrderTradeRevision: 2 }, { Quantity: 9 }, { Price: 9 }];
    for (const change of changes) expect(ofTrade(change)).not.toEqual(ofTrade({}));
    expect(stream.identity({ _tag: 'MarketStateUpdate', payload: {} })).toBeUndefined();
  });

  it('says that it is on, then hands out the events, each state of an order once', () => {
    const { client, seen, push } = follow(SubscribeAccountEvents, { AccountId: 9 }, () => ({
      Subscribed: true,
    }));
    const text = sampleText('streams/order-state.object-working-limit.json');
    push('OrderStateEvent', text);
    push('OrderStateEvent', text);
    push('MarketStateUpdate', { VenueInstrumentId: 1, NewStatus: 'Paused' });
    expect(seen).toMatchObject([
      { _tag: 'Subscribed' },
      { _tag: 'OrderStateEvent' },
      { _tag: 'MarketStateUpdate' },
    ]);
    client.close();
  });

  it.each([
    [
      '{"Subscribed":false}',
      'SubscribeAccountEvents was refused: the exchange did not subscribe, as where the account is not one of the login',
    ],
    [
      '{"Subscribe":false}',
      'SubscribeAccountEvents was refused: the exchange did not subscribe, as where the account is not one of the login',
    ],
    ['{"Subscribed":false,"errormsg":"Not yours"}', 'SubscribeAccountEvents was refused: Not yours'],
    [
      '{"result":false,"errormsg":"Not Authorized","errorcode":20}',
      'SubscribeAccountEvents was refused: Not Authorized (code 20). The client has no credentials: the function may need a login, or the exchange may not have it.',
    ],
  ])('is refused by %s', (answer, message) => {
    const { client, seen } = follow(SubscribeAccountEvents, { AccountId: 9 }, () => answer);
    expect(seen).toEqual([message]);
    client.close();
  });

  it('reads the older spelling of a yes, and does not take silence for one', () => {
    expect(firstOf(stream, '{"Subscribe":true}')).toEqual({ _tag: 'Subscribed' });
    expect(firstOf(stream, '{}')).toMatch(
      /^SubscribeAccountEvents: the exchange's payload was not understood/,
    );
  });

  it('tells a late consumer that it is on', () => {
    const state = stateAfter(
      stream,
      { _tag: 'Subscribed' as const },
      { _tag: 'OrderStateEvent', payload: order },
    );
    expect(stream.topic.snapshot(state)).toEqual({ _tag: 'Subscribed' });
  });
});
