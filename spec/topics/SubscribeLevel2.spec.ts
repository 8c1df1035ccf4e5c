import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import type { Level2Row } from '../../src/codec/records/Level2Row.ts';
import { type Level2Message, SubscribeLevel2 } from '../../src/topics/SubscribeLevel2.ts';
import { sampleText } from '../support/samples.ts';
import type { KeptBook } from '../../src/topics/keptBook.ts';
import {
  beginWith,
  callsOf,
  firstOf,
  follow,
  handedOut,
  settled,
  settledAnyway,
  stateAfter,
} from '../support/streams.ts';

const row = (
  id: number,
  { action = 0, price = 100, instrument = 1, quantity = 1, side = 0 } = {},
): Level2Row => [id, 1, 0, action, 0, 1, price, instrument, quantity, side];
const snapshot = (...payload: readonly Level2Row[]): Level2Message => ({ _tag: 'Snapshot', payload });
const update = (...payload: readonly Level2Row[]): Level2Message => ({ _tag: 'Update', payload });

const stream = settled(SubscribeLevel2, { InstrumentId: 1 });
const bookOf = (...rows: readonly Level2Row[]): KeptBook =>
  beginWith(stream, JSON.stringify(rows)) as KeptBook;
const handedOutRows = (...rows: readonly unknown[]) =>
  handedOut(stream, 'Level2UpdateEvent', JSON.stringify(rows));

describe('SubscribeLevel2', () => {
  it('is one stream for each instrument, whatever the depth, and asks for 500 levels at least', () => {
    expect(callsOf(stream)).toEqual([
      ['SubscribeLevel2', E.right('{"OMSId":1,"InstrumentId":1,"Depth":500}')],
      ['UnsubscribeLevel2', E.right('{"OMSId":1,"InstrumentId":1}')],
    ]);
    const shallow = settled(SubscribeLevel2, { InstrumentId: 1, Depth: 10 });
    const deep = settled(SubscribeLevel2, { InstrumentId: 1, Depth: 2000 });
    expect([shallow.key, deep.key]).toEqual([stream.key, stream.key]);
    expect(shallow.subscribe.payload).toEqual(stream.subscribe.payload);
    expect(deep.subscribe.payload).toEqual(E.right('{"OMSId":1,"InstrumentId":1,"Depth":2000}'));
  });

  it('begins with the whole book, which may be empty', () => {
    expect(firstOf(stream, '[]')).toEqual(snapshot());
    expect(firstOf(stream, sampleText('streams/level2.reply-snapshot-ccxt.json'))).toEqual(
      snapshot([1, 1, 1608204295901, 0, 20782.49, 1, 18200, 8, 1, 0]),
    );
  });

  it('hands on the rows of an event as they are', () => {
    const rows = [row(1), row(2, { price: 101 })];
    const handed = handedOut(stream, 'Level2UpdateEvent', rows);
    expect(handed).toEqual([['1', update(...rows)]]);
    expect('error' in handed ? undefined : handed[0]?.[1].payload).toBe(rows);
    expect(handedOutRows()).toEqual([]);
  });

  it('splits an event of several instruments, in order', () => {
    const [a, b, c, d] = [row(1), row(2, { instrument: 2 }), row(3, { instrument: 2 }), row(4)];
    expect(handedOutRows(a, b, c, d)).toEqual([
      ['1', update(a)],
      ['2', update(b, c)],
      ['1', update(d)],
    ]);
  });

  it('tells the stream that a broken event was meant for, where it can', () => {
    expect(handedOutRows([...row(1, { instrument: 7 })].with(6, NaN))).toMatchObject({ routes: ['7'] });
    expect(handedOutRows(1)).toMatchObject({ routes: [] });
    expect(handedOut(stream, 'Level2UpdateEvent', 'not JSON')).toMatchObject({ routes: [] });
  });

  it('knows by the largest id whether an event is in the snapshot', () => {
    const book = bookOf(row(5), row(9), row(7));
    expect(stream.news([row(9), row(3)], book)).toBeUndefined();
    expect(stream.news([row(3), row(10)], book)).toEqual([row(3), row(10)]);
    expect(stream.news([row(1)], bookOf())).toEqual([row(1)]);
  });

  it('does not compare ids of two series', () => {
    const ofQuery = bookOf(row(607_000_000));
    expect(stream.news([row(41)], ofQuery)).toEqual([row(41)]);
    expect(stream.news([row(606_999_999)], ofQuery)).toBeUndefined();
  });

  it('takes rows in their order: a level that is deleted and made anew in one event is there', () => {
    const book = stateAfter(stream, bookOf(row(1, { price: 100, quantity: 5 })), [
      row(2, { price: 100, action: 2, quantity: 0 }),
      row(3, { price: 100, quantity: 7 }),
      row(4, { side: 3 }),
    ]);
    expect(stream.topic.snapshot(book)).toEqual(snapshot(row(3, { price: 100, quantity: 7 })));
  });

  it('keeps the book that a naive one keeps, bids and asks best first', () => {
    const rows = fc.array(
      fc
        .record({
          action: fc.constantFrom(0, 1, 2),
          price: fc.integer({ min: 1, max: 8 }),
          quantity: fc.constantFrom(0, 1, 2.5),
          side: fc.constantFrom(0, 1, 2, 3),
        })
        .map((fields) => row(1, fields)),
      { maxLength: 12 },
    );
    const naive = (messages: readonly Level2Message[]): readonly Level2Row[] => {
      const last = messages.findLastIndex(({ _tag }) => _tag === 'Snapshot');
      const all = messages.slice(last).flatMap(({ payload }) => payload);
      const levels = all.filter(
        (candidate, index) =>
          candidate[3] !== 2 &&
          candidate[8] !== 0 &&
          !all.slice(index + 1).some((later) => later[6] === candidate[6] && later[9] === candidate[9]),
      );
      const side = (which: number) => levels.filter((level) => level[9] === which);
      const sorted = [...side(0).sort((a, b) => b[6] - a[6]), ...side(1).sort((a, b) => a[6] - b[6])];
      // As in every snapshot, each level is new.
      return sorted.map((level) => level.with(3, 0) as unknown as Level2Row);
    };
    fc.assert(
      fc.property(rows, fc.array(rows), (first, later) => {
        const messages = [snapshot(...first), ...later.map((payload) => update(...payload))];
        const book = stateAfter(stream, bookOf(...first), ...later);
        expect(stream.topic.snapshot(book)).toEqual(snapshot(...naive(messages)));
      }),
    );
  });

  it('gives a book by symbol, also where it is empty', () => {
    const { client, exchange, seen, push } = follow(
      SubscribeLevel2,
      { Symbol: 'BTCUSD', Depth: 5 },
      ({ name }) => (name === 'GetInstruments' ? sampleText('functions/GetInstruments.reply.03.json') : '[]'),
    );
    push('Level2UpdateEvent', [row(1, { instrument: 2 })]);
    push('Level2UpdateEvent', [row(2)]);
    expect(exchange.received.at(-1)?.payload).toEqual({ OMSId: 1, InstrumentId: 1, Depth: 500 });
    expect(seen).toEqual([snapshot(), update(row(2))]);
    client.close();
  });

  it.each([
    [{ InstrumentId: 1, Depth: 0 }, 'Depth should be an integer above 0 but is 0'],
    [{ Symbol: 'X', depth: 5 }, 'depth should be left out, as there is no such field, but is 5'],
  ])('refuses %p', (params, problem) => {
    expect(() => settledAnyway(SubscribeLevel2, params)).toThrow(
      `SubscribeLevel2 was not sent: ${problem}. Correct the call.`,
    );
  });
});
