import { asyncScheduler } from 'rxjs';
import { createExchange } from '../../../../src/simulator/index.ts';
import { marbles } from '../../../support/marbles.ts';
import { type Call, dial, limitOrder } from '../../support/dial.ts';

type Row = readonly [number, number, number, 0 | 1 | 2, number, number, number, number, number, 0 | 1];
const place = (row: Row): string => `${row[9]}/${row[6]}`;
const one = { OMSId: 1, InstrumentId: 1 };

/** The book of a listener who applies what is told: the size at each place. */
const heldBy = (call: Call, snapshot: readonly Row[]): ReadonlyMap<string, number> => {
  const held = new Map(snapshot.map((row) => [place(row), row[8]]));
  for (const row of call.events('Level2UpdateEvent').flat() as readonly Row[]) {
    if (row[3] === 2) held.delete(place(row));
    else held.set(place(row), row[8]);
  }
  return held;
};

describe('a window that leaves phantoms', () => {
  it('tells of a level that comes into it because a better one has gone', () => {
    const exchange = createExchange({ level2Window: 'phantom' });
    const call = dial(exchange);
    for (const price of ['100.00', '99.00', '98.00']) exchange.market.sendOrder(limitOrder(0, price, '1', 8));
    call.ask('SubscribeLevel2', { ...one, Depth: 2 });
    exchange.market.cancelOrder({ OrderId: 1 });
    const [rows] = call.events('Level2UpdateEvent') as readonly (readonly Row[])[];

    expect(rows?.map((row) => [row[3], row[6], row[8]])).toEqual([
      [2, 100, 0],
      [0, 98, 1],
    ]);
    expect(new Set(rows?.map(([id]) => id)).size).toBe(1);
    exchange.close();
  });

  it.each([1, 5, 10])(
    'has every level that lies in it, at a depth of %d, and phantoms beside them',
    (Depth) => {
      marbles(({ flush }) => {
        const exchange = createExchange({ level2Window: 'phantom', crowd: 250 });
        const call = dial(exchange);
        const first = call.ask('SubscribeLevel2', { ...one, Depth }) as readonly Row[];
        let most = 0;
        const look = (): void => {
          const held = heldBy(call, first);
          const window = call.ask('GetL2Snapshot', { ...one, Depth }) as readonly Row[];
          const told = window.map((row) => [place(row), held.get(place(row))]);
          expect(told).toEqual(window.map((row) => [place(row), row[8]]));
          most = Math.max(most, held.size - window.length);
        };
        for (let time = 100; time < 20_000; time += 500) asyncScheduler.schedule(look, time);
        asyncScheduler.schedule(() => exchange.close(), 20_000);
        flush();
        expect(most).toBeGreaterThan(0);
      });
    },
  );
});
