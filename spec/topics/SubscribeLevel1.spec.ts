import * as E from 'fp-ts/lib/Either.js';
import { expectTypeOf } from 'expect-type';
import { DecodeError } from '../../src/errors.ts';
import { SubscribeLevel1, type SubscribeLevel1Request } from '../../src/topics/SubscribeLevel1.ts';
import { sampleText } from '../support/samples.ts';
import {
  callsOf,
  firstOf,
  follow,
  handedOut,
  settled,
  settledAnyway,
  stateAfter,
} from '../support/streams.ts';

const level1 = (price: number) => ({ OMSId: 1, InstrumentId: 1, BestBid: price });
const stream = settled(SubscribeLevel1, { InstrumentId: 1 });

describe('SubscribeLevel1', () => {
  it('is one stream for each instrument', () => {
    expect(stream).toMatchObject({ key: 'SubscribeLevel1 1', group: 'SubscribeLevel1 1', routes: ['1'] });
    expect(settled(SubscribeLevel1, { InstrumentId: 1, OMSId: 2 }).key).toBe('SubscribeLevel1 2/1');
    expect(callsOf(stream)).toEqual([
      ['SubscribeLevel1', E.right('{"OMSId":1,"InstrumentId":1}')],
      ['UnsubscribeLevel1', E.right('{"OMSId":1,"InstrumentId":1}')],
    ]);
  });

  it('begins with a snapshot and hands each update to its instrument', () => {
    const text = JSON.stringify(level1(5));
    expect(firstOf(stream, text)).toEqual({ _tag: 'Snapshot', payload: level1(5) });
    expect(handedOut(stream, 'Level1UpdateEvent', text)).toEqual([
      ['1', { _tag: 'Update', payload: level1(5) }],
    ]);
  });

  it('tells the stream that a broken update was meant for, where it can', () => {
    expect(handedOut(stream, 'Level1UpdateEvent', '{"InstrumentId":7,"BestBid":true,"OMSId":1}')).toEqual({
      error: new DecodeError('Level1UpdateEvent', [
        { path: 'BestBid', expected: 'a decimal number', found: 'true' },
      ]),
      routes: ['7'],
    });
    expect(handedOut(stream, 'Level1UpdateEvent', '[]')).toMatchObject({ routes: [] });
  });

  it('keeps the latest', () => {
    expect(stateAfter(stream, level1(2), level1(3))).toEqual(level1(3));
  });

  it('passes over a summary from before the reply that is older than it', () => {
    const at = (TimeStamp: string | undefined) => ({ ...level1(1), ...(TimeStamp && { TimeStamp }) });
    expect(stream.news(at('999'), at('1000'))).toBeUndefined();
    expect(stream.news(at('1000'), at('1000'))).toEqual(at('1000'));
    expect(stream.news(at(undefined), at('1000'))).toEqual(at(undefined));
  });

  it.each([
    ['alone', { Symbol: 'ETHUSD' }],
    ['beside an id that is undefined', { InstrumentId: undefined, Symbol: 'ETHUSD' }],
  ])('finds the id of a symbol first, %s', (_how, params) => {
    const { client, exchange, seen, push } = follow(SubscribeLevel1, params, ({ name }) =>
      name === 'GetInstruments'
        ? sampleText('functions/GetInstruments.reply.03.json')
        : { ...level1(1), InstrumentId: 2 },
    );
    push('Level1UpdateEvent', level1(9));
    push('Level1UpdateEvent', { ...level1(2), InstrumentId: 2 });
    expect(exchange.received.map(({ payload }) => payload)).toEqual([
      { OMSId: 1 },
      { OMSId: 1, InstrumentId: 2 },
    ]);
    expect(seen).toEqual([
      { _tag: 'Snapshot', payload: { ...level1(1), InstrumentId: 2 } },
      { _tag: 'Update', payload: { ...level1(2), InstrumentId: 2 } },
    ]);
    client.close();
  });

  it.each([
    [{}, 'InstrumentId should be an integer but is undefined'],
    [{ Symbol: 7 }, 'Symbol should be a text but is 7'],
    [{ InstrumentId: 1, Symbol: 'X' }, 'Symbol should be left out, as an id is given, but is "X"'],
    [{ InstrumentId: 1, Depth: 5 }, 'Depth should be left out, as there is no such field, but is 5'],
  ])('refuses %p', (params, problem) => {
    expect(() => settledAnyway(SubscribeLevel1, params)).toThrow(
      `SubscribeLevel1 was not sent: ${problem}. Correct the call.`,
    );
  });

  it('takes an id or a symbol', () => {
    expectTypeOf<{ Symbol: string }>().toExtend<SubscribeLevel1Request>();
    expectTypeOf<{ InstrumentId: number; OMSId: number }>().toExtend<SubscribeLevel1Request>();
    expectTypeOf<{ InstrumentId: number; Symbol: string }>().not.toExtend<SubscribeLevel1Request>();
    expectTypeOf<{ OMSId: number }>().not.toExtend<SubscribeLevel1Request>();
    expect(SubscribeLevel1.name).toBe('SubscribeLevel1');
  });
});
