import { Big } from 'big.js';
import { expectTypeOf } from 'expect-type';
import * as fc from 'fast-check';
import type { Decimal } from '../src/codec/scalars/Decimal.ts';
import type { Exact } from '../src/codec/scalars/Exact.ts';
import type { Level1 } from '../src/codec/records/Level1.ts';
import type { Level2Row } from '../src/codec/records/Level2Row.ts';
import type { Endpoint } from '../src/endpoint.ts';
import { GetLevel1, type GetLevel1Request } from '../src/endpoints/market-data/GetLevel1.ts';
import { SendOrder } from '../src/endpoints/trading/SendOrder.ts';
import { exact } from '../src/exact.ts';
import { subscribe$ } from '../src/streams/subscribe.ts';
import { scriptedExchange } from '../src/testing/scriptedExchange.ts';
import { SubscribeLevel1, type Level1Message } from '../src/topics/SubscribeLevel1.ts';
import type { Topic } from '../src/streams/topic.ts';
import { connect } from './support/connect.ts';
import { received, sent } from './support/exchanged.ts';

const big = (text: string): Big => new Big(text);

/** A decimal with up to 28 digits, as an exchange writes it, without zeros at the end. */
const decimalText = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.stringMatching(/^\d{0,9}[1-9]$/))
  .map(([whole, fraction]) => `${whole}.${fraction}`);

describe('values of big.js', () => {
  it('stand for the decimals of a reply, and for nothing else', () => {
    const reply = received(exact(GetLevel1, big), '{"OMSId":1,"InstrumentId":7,"BestBid":104300.10}');
    expect(reply).toEqual({ OMSId: 1, InstrumentId: 7, BestBid: new Big('104300.1') });
    expectTypeOf(exact(GetLevel1, big)).toEqualTypeOf<Endpoint<GetLevel1Request, Exact<Level1, Big>>>();
    expectTypeOf<Exact<Level1, Big>['BestBid']>().toEqualTypeOf<Big | undefined>();
    expectTypeOf<Exact<Level1, Big>['InstrumentId']>().toEqualTypeOf<number>();
    expectTypeOf<Exact<Level2Row, Big>[6]>().toEqualTypeOf<Big>();
    expectTypeOf<Exact<Decimal, Big>>().toEqualTypeOf<Big>();
  });

  it('stand for the decimals of a stream, in the snapshot and in updates', () => {
    const ExactLevel1 = exact(SubscribeLevel1, big);
    const payload = (bid: string): string => `{"OMSId":1,"InstrumentId":1,"BestBid":${bid}}`;
    const exchange = scriptedExchange({ answer: () => payload('0.10') });
    const client = connect(exchange);
    const bids: (Big | undefined)[] = [];
    subscribe$(client, ExactLevel1, { InstrumentId: 1 }).subscribe((message) => {
      expectTypeOf(message.payload.BestBid).toEqualTypeOf<Big | undefined>();
      bids.push(message.payload.BestBid);
    });
    exchange.push({ name: 'Level1UpdateEvent', payload: payload('0.20') });
    client.close();
    expect(bids).toEqual([new Big('0.1'), new Big('0.2')]);
    expect(bids.reduce<Big>((sum, bid) => sum.plus(bid ?? 0), new Big(0)).toFixed()).toBe('0.3');
    expectTypeOf(ExactLevel1).toExtend<Topic<never, Exact<Level1, Big>, Exact<Level1Message, Big>>>();
  });

  it('come back from the wire digit for digit when they are sent as text', () => {
    fc.assert(
      fc.property(decimalText, (price) => {
        const read = received(exact(GetLevel1, big), `{"OMSId":1,"InstrumentId":1,"BestBid":${price}}`);
        const { BestBid } = read as Exact<Level1, Big>;
        const text = sent(SendOrder, {
          InstrumentId: 1,
          AccountId: 7,
          Side: 'Buy',
          OrderType: 'Limit',
          TimeInForce: 'GTC',
          Quantity: '1',
          LimitPrice: BestBid?.toFixed() ?? '',
        });
        expect((JSON.parse(text) as Readonly<Record<string, unknown>>)['LimitPrice']).toBe(price);
      }),
    );
  });
});
