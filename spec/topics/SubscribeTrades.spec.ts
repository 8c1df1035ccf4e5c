import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import type { TradeRow } from '../../src/codec/records/TradeRow.ts';
import { SubscribeTrades, type TradesMessage } from '../../src/topics/SubscribeTrades.ts';
import { sampleText } from '../support/samples.ts';
import { callsOf, firstOf, handedOut, settled, settledAnyway, stateAfter } from '../support/streams.ts';

const trade = (id: number, instrument = 1): TradeRow => [id, instrument, 1, 100, 1, 2, 0, 0, 0, 0, 0];
const snapshot = (...payload: readonly TradeRow[]): TradesMessage => ({ _tag: 'Snapshot', payload });
const update = (...payload: readonly TradeRow[]): TradesMessage => ({ _tag: 'Update', payload });

const stream = settled(SubscribeTrades, { InstrumentId: 1 });

describe('SubscribeTrades', () => {
  it('is one stream for each instrument, with 100 trades of the past unless told otherwise', () => {
    expect(callsOf(stream)).toEqual([
      ['SubscribeTrades', E.right('{"OMSId":1,"InstrumentId":1,"IncludeLastCount":100}')],
      ['UnsubscribeTrades', E.right('{"OMSId":1,"InstrumentId":1}')],
    ]);
    const few = settled(SubscribeTrades, { InstrumentId: 1, IncludeLastCount: 0 });
    expect(few.subscribe.payload).toEqual(E.right('{"OMSId":1,"InstrumentId":1,"IncludeLastCount":0}'));
    expect([few.key, few.routes]).toEqual([stream.key, ['1']]);
    const undecided = settled(SubscribeTrades, { InstrumentId: 1, IncludeLastCount: undefined });
    expect(undecided.subscribe.payload).toEqual(stream.subscribe.payload);
  });

  it('reads rows that are objects, and the texts of one venue', () => {
    expect(firstOf(stream, sampleText('streams/trades.reply-object-rows.json'))).toEqual(
      snapshot([1713390, 1, 0.25643269, 6419.77, 203100209, 203101083, 1534863265752, 2, 1, 0, 0]),
    );
    expect(handedOut(stream, 'TradeDataUpdateEvent', sampleText('streams/trades.event-foxbit.json'))).toEqual(
      [['1', update([194, 1, 0.1, 8432, 787704, 792085, 1661952966311, 0, 0, 0, 0])]],
    );
  });

  it('hands each row to its instrument, and a broken event where its first id points', () => {
    const payload = [trade(1), trade(2, 2)];
    expect(handedOut(stream, 'TradeDataUpdateEvent', JSON.stringify(payload))).toEqual([
      ['1', update(trade(1))],
      ['2', update(trade(2, 2))],
    ]);
    expect(handedOut(stream, 'TradeDataUpdateEvent', '[{"1":7}]')).toMatchObject({ routes: ['7'] });
  });

  it('knows by the ids what of an event is in the snapshot', () => {
    expect(stream.news([trade(2)], [trade(1), trade(2)])).toBeUndefined();
    expect(stream.news([trade(2), trade(3)], [trade(1), trade(2)])).toEqual([trade(3)]);
    expect(stream.news([trade(1)], [])).toEqual([trade(1)]);
  });

  it('keeps the last trades, each once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 130 }),
        fc.array(fc.integer({ min: 1, max: 60 })),
        (count, sizes) => {
          const trades = settled(SubscribeTrades, { InstrumentId: 1, IncludeLastCount: count });
          let state: readonly TradeRow[] = [];
          let next = 1;
          const all: TradeRow[] = [];
          for (const size of sizes) {
            const rows = Array.from({ length: size }, () => trade(next++));
            all.push(...rows);
            // The last one comes twice.
            state = stateAfter(trades, state, [...rows, ...rows.slice(-1)]);
          }
          expect(state).toEqual(all.slice(-Math.max(count, 100)));
        },
      ),
    );
  });

  it('refuses a count below 0, and a symbol beside an id', () => {
    expect(() => settledAnyway(SubscribeTrades, { InstrumentId: 1, IncludeLastCount: -1 })).toThrow(
      'SubscribeTrades was not sent: IncludeLastCount should be an integer of 0 or more but is -1. Correct the call.',
    );
    expect(() => settledAnyway(SubscribeTrades, { InstrumentId: 1, Symbol: 'BTCUSD' })).toThrow(
      /Symbol should be left out, as an id is given/,
    );
  });
});
