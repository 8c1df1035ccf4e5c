import * as E from 'fp-ts/lib/Either.js';
import type { Order } from '../../src/codec/records/Order.ts';
import { readExactJson } from '../../src/json/exactJson.ts';
import { SubscribeBlockTrades } from '../../src/topics/SubscribeBlockTrades.ts';
import { sampleText } from '../support/samples.ts';
import { callsOf, firstOf, handedOut, settled, stateAfter } from '../support/streams.ts';

const order = readExactJson(sampleText('streams/order-state.object-working-limit.json')) as Order;
const stream = settled(SubscribeBlockTrades, { InstrumentId: 1 });

describe('SubscribeBlockTrades', () => {
  it('is one stream for each instrument', () => {
    expect(stream).toMatchObject({ key: 'SubscribeBlockTrades 1', routes: ['1'] });
    expect(callsOf(stream)).toEqual([
      ['SubscribeBlockTrades', E.right('{"OMSId":1,"InstrumentId":1}')],
      ['UnsubscribeBlockTrades', E.right('{"OMSId":1,"InstrumentId":1}')],
    ]);
  });

  it('begins with a snapshot and hands each trade to its instrument', () => {
    expect(firstOf(stream, sampleText('streams/block-trades.reply.json'))).toMatchObject({
      _tag: 'Snapshot',
      payload: [{ OrderType: 'Unknown' }],
    });
    const payload = [order, { ...order, Instrument: 2 }];
    expect(handedOut(stream, 'BlockTradeDataUpdateEvent', payload)).toEqual([
      ['1', { _tag: 'Update', payload: [order] }],
      ['2', { _tag: 'Update', payload: [{ ...order, Instrument: 2 }] }],
    ]);
    expect(handedOut(stream, 'BlockTradeDataUpdateEvent', [{ Instrument: 7 }])).toMatchObject({
      routes: ['7'],
    });
  });

  it('keeps each order once, as it was last', () => {
    const first: readonly Order[] = [order];
    const changed = { ...order, Quantity: 7 };
    expect(stateAfter(stream, first, [changed])).toEqual([changed]);
  });
});
