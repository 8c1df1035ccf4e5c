import { createClient, orderBook$, type OrderBookView } from '../../../src/index.ts';
import { createExchange, type Exchange, profiles } from '../../../src/simulator/index.ts';
import { marbles } from '../../support/marbles.ts';

type Profile = Parameters<typeof createExchange>[0];
type Options = Parameters<typeof orderBook$>[2];

/** A book at a busy simulated exchange; what was told in the end, and each status in turn. */
const follow = (
  profile: Profile,
  seconds: number,
  { options, act = () => undefined }: { options?: Options; act?: (exchange: Exchange) => void },
) => {
  const statuses: string[] = [];
  let last: OrderBookView | undefined;
  let isEqual = false;
  marbles(({ cold, flush }) => {
    const exchange = createExchange({ ...profile, crowd: 200, startTime: 1_700_000_000_000, latency: 20 });
    const client = createClient({ transport: exchange.transport, backoff: () => 500, keepAlive: false });
    orderBook$(client, { InstrumentId: 1 }, options).subscribe((view) => {
      if (statuses.at(-1) !== view.status) statuses.push(view.status);
      last = view;
    });
    cold('5s a').subscribe(() => act(exchange));
    cold(`${seconds}s c`).subscribe(() => {
      const before = last;
      client.close();
      exchange.close();
      last = before;
      statuses.pop();
      isEqual = true;
    });
    flush();
  });
  return { statuses, repairs: last?.repairs, isEqual };
};

describe('orderBook$ at the simulated exchange', () => {
  it.each(Object.keys(profiles) as (keyof typeof profiles)[])(
    'never takes a book for wrong that is right: %s',
    (name) => {
      const { repairs } = follow(profiles[name], 120, { options: { auditAfter: 1_000 } });
      expect(repairs?.audits).toBeGreaterThan(20);
      expect(repairs).toMatchObject({ done: 0, differences: 0 });
    },
  );

  it('finds a ghost within three audits, and mends the book', () => {
    const { repairs, statuses } = follow({}, 60, {
      options: { auditAfter: 3_000 },
      act: (exchange) =>
        exchange.play({ lasts: 2_000, faults: [{ after: 0, does: 'ghost', levels: 2, lasts: 2_000 }] }),
    });
    expect(repairs?.done).toBeGreaterThan(0);
    expect(repairs?.last?.why).toBeDefined();
    expect(statuses.filter((status) => status === 'restoring').length).toBeGreaterThan(0);
  });

  it('finds a book wrong whose frame was lost, and mends it', () => {
    const { repairs } = follow({}, 90, {
      options: { auditAfter: 3_000 },
      act: (exchange) =>
        exchange.play({
          lasts: 1_000,
          faults: [{ after: 0, does: 'lose', event: 'Level2UpdateEvent', lasts: 1_000 }],
        }),
    });
    expect(repairs?.done).toBeGreaterThan(0);
  });

  it('says of a crossed book that it is, and begins it afresh where that lasts', () => {
    const { repairs, statuses } = follow({}, 40, {
      options: { audit: false },
      act: (exchange) =>
        exchange.play({ lasts: 10_000, faults: [{ after: 0, does: 'crossed', lasts: 10_000 }] }),
    });
    expect(statuses).toContain('crossed');
    expect(repairs?.crossed).toBeGreaterThan(0);
    expect(repairs?.done).toBeGreaterThan(0);
    expect(statuses.at(-1)).toBe('live');
  });
});
