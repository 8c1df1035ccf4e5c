import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import type { TickerRow } from '../../src/codec/records/TickerRow.ts';
import { TickerInterval } from '../../src/codec/enums/TickerInterval.ts';
import { SubscribeTicker, type TickerMessage } from '../../src/topics/SubscribeTicker.ts';
import { sampleText } from '../support/samples.ts';
import type { Followed } from '../../src/streams/topicEvent.ts';
import {
  callsOf,
  firstOf,
  follow,
  handedOut,
  settled,
  settledAnyway,
  stateAfter,
} from '../support/streams.ts';

const bar = (begin: number, { seconds = 60, close = 1, instrument = 1 } = {}): TickerRow => [
  begin + seconds * 1000,
  1,
  1,
  1,
  close,
  0,
  0,
  0,
  instrument,
  begin,
];
const snapshot = (...payload: readonly TickerRow[]): TickerMessage => ({ _tag: 'Snapshot', payload });
const update = (...payload: readonly TickerRow[]): TickerMessage => ({ _tag: 'Update', payload });

const followedAt = (...routes: readonly string[]): Followed => ({
  has: (route) => routes.includes(route),
  all: () => routes,
});
const minutes = settled(SubscribeTicker, { InstrumentId: 1, Interval: TickerInterval.OneMinute });
const hours = settled(SubscribeTicker, {
  InstrumentId: 1,
  Interval: TickerInterval.OneHour,
  IncludeLastCount: 5,
});

describe('SubscribeTicker', () => {
  it('is one stream for each interval; one unsubscribe ends all of an instrument', () => {
    expect([minutes.key, hours.key]).toEqual(['SubscribeTicker 1:60', 'SubscribeTicker 1:3600']);
    expect([minutes.group, hours.group]).toEqual(['SubscribeTicker 1', 'SubscribeTicker 1']);
    expect(callsOf(minutes)).toEqual([
      ['SubscribeTicker', E.right('{"OMSId":1,"InstrumentId":1,"Interval":60,"IncludeLastCount":100}')],
      ['UnsubscribeTicker', E.right('{"OMSId":1,"InstrumentId":1}')],
    ]);
    expect(hours.subscribe.payload).toEqual(
      E.right('{"OMSId":1,"InstrumentId":1,"Interval":3600,"IncludeLastCount":5}'),
    );
  });

  it('tells intervals apart by what a bar spans', () => {
    const payload = [bar(0), bar(60_000), bar(0, { seconds: 3600 }), bar(0, { instrument: 2 })];
    expect(handedOut(minutes, 'TickerDataUpdateEvent', JSON.stringify(payload))).toEqual([
      ['1:60', update(bar(0), bar(60_000))],
      ['1:3600', update(bar(0, { seconds: 3600 }))],
      ['2:60', update(bar(0, { instrument: 2 }))],
    ]);
  });

  it('gives a bar to the followed interval that is nearest in length', () => {
    const followed = followedAt('1:60', '1:86400', '2:86400');
    const given = (seconds: number) =>
      handedOut(minutes, 'TickerDataUpdateEvent', JSON.stringify([bar(0, { seconds })]), followed);
    expect(given(82_800)).toEqual([['1:86400', update(bar(0, { seconds: 82_800 }))]]);
    expect(given(90_000)).toEqual([['1:86400', update(bar(0, { seconds: 90_000 }))]]);
    expect(given(60)).toEqual([['1:60', update(bar(0))]]);
  });

  it('gives a bar of a length that fits none to nobody, and tells it once', () => {
    const odd = JSON.stringify([bar(0, { seconds: 37 })]);
    expect(handedOut(minutes, 'TickerDataUpdateEvent', odd, followedAt('1:60', '1:300'))).toMatchObject({
      error: { _tag: 'DecodeError' },
      routes: [],
      once: '1:37',
    });
    expect(handedOut(minutes, 'TickerDataUpdateEvent', odd, followedAt('2:60'))).toEqual([]);
  });

  it('gives a bar that does not tell its interval to the only one that is followed', () => {
    const text = sampleText('streams/ticker.rows-nine-columns.json');
    const [[row]] = [JSON.parse(text) as readonly TickerRow[]];
    const instrument = row?.[8];
    const one = handedOut(minutes, 'TickerDataUpdateEvent', text, followedAt(`${instrument}:60`));
    expect(one).toMatchObject([[`${instrument}:60`, {}]]);
    const two = followedAt(`${instrument}:60`, `${instrument}:300`);
    expect(handedOut(minutes, 'TickerDataUpdateEvent', text, two)).toMatchObject({ routes: [] });
  });

  it('tells the stream that a broken event was meant for, where it can', () => {
    expect(handedOut(minutes, 'TickerDataUpdateEvent', [bar(0).with(1, null as never)])).toMatchObject({
      routes: ['1:60'],
    });
    expect(handedOut(minutes, 'TickerDataUpdateEvent', [[1]])).toMatchObject({ routes: [] });
    expect(handedOut(minutes, 'TickerDataUpdateEvent', '{}')).toMatchObject({ routes: [] });
  });

  it('begins with the bars of the past', () => {
    const text = sampleText('streams/ticker.rows-coinext-1800-idle.json');
    expect(firstOf(minutes, text)).toEqual({ _tag: 'Snapshot', payload: JSON.parse(text) as unknown });
  });

  it('keeps the last bars, the latest version of each', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 50 })), { maxLength: 300 }),
        (steps) => {
          let state: readonly TickerRow[] = [bar(0)];
          const naive: TickerRow[] = [bar(0)];
          for (const [isNext, close] of steps) {
            const begin = (naive.at(-1)?.[9] ?? 0) + (isNext ? 60_000 : 0);
            const row = bar(begin, { close });
            if (!isNext) naive.pop();
            naive.push(row);
            state = stateAfter(minutes, state, [row]);
          }
          expect(state).toEqual(naive.slice(-100));
        },
      ),
    );
  });

  it('takes the end of a bar for its beginning where that is not told', () => {
    const short = (end: number): TickerRow => [end, 1, 1, 1, 1, 0, 0, 0, 1];
    expect(stateAfter(minutes, [short(1), short(2)], [short(2)])).toEqual([short(1), short(2)]);
  });

  it('passes over bars from before the reply that are older than it, in time or in volume', () => {
    const at = (begin: number, volume: number): TickerRow =>
      bar(begin).with(5, volume) as unknown as TickerRow;
    const state = [at(0, 9), at(60_000, 5)];
    expect(minutes.news([at(0, 12)], state)).toBeUndefined();
    expect(minutes.news([at(60_000, 4)], state)).toBeUndefined();
    expect(minutes.news([at(60_000, 4), at(60_000, 6), at(120_000, 0)], state)).toEqual([
      at(60_000, 6),
      at(120_000, 0),
    ]);
  });

  it('is fed at an exchange by both kinds of bars', () => {
    const { client, seen, push } = follow(SubscribeTicker, { InstrumentId: 1, Interval: 60 }, () => '[]');
    push('TickerDataUpdateEvent', [bar(0), bar(0, { seconds: 300 })]);
    push('TickerDataUpdateEvent', [bar(60_000).slice(0, 9)]);
    expect(seen).toEqual([
      snapshot(),
      update(bar(0)),
      update(bar(60_000).slice(0, 9) as unknown as TickerRow),
    ]);
    client.close();
  });

  it('must be told the interval', () => {
    expect(() => settledAnyway(SubscribeTicker, { InstrumentId: 1 })).toThrow(
      'SubscribeTicker was not sent: Interval should be an integer above 0 but is undefined. Correct the call.',
    );
  });
});
