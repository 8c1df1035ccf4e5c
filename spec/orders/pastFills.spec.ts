import fc from 'fast-check';
import { newAccount } from '../../src/orders/account.ts';
import { isSince, pastFills } from '../../src/orders/pastFills.ts';
import { fillKey } from '../../src/orders/standing.ts';
import { takeFills } from '../../src/orders/takeOrder.ts';
import { trade } from './support/order.ts';

const fill = (TradeId: number, OrderTradeRevision = 0) =>
  trade({ TradeId, TradeTimeMS: 10 * TradeId, OrderTradeRevision });
type Fill = ReturnType<typeof fill>;

const event = { how: 'event', listedIn: 0, isTold: true } as const;
const knowing = (rows: readonly Fill[]) => takeFills(newAccount(7, 0), rows, () => event, 1)[0];

const ids = (rows: readonly Fill[]) => rows.map(({ TradeId }) => TradeId);

describe('pastFills', () => {
  it('are what the exchange lists since then, the oldest first', () => {
    expect(ids(pastFills(newAccount(7, 0), [fill(3), fill(2), fill(1)], 20))).toEqual([2, 3]);
  });

  it('have what only an event has told, where the list lags', () => {
    expect(ids(pastFills(knowing([fill(4), fill(2)]), [fill(3), fill(1)], 0))).toEqual([1, 2, 3, 4]);
  });

  it('are each there once, in the last revision, whoever has told it', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(2)), { maxLength: 8 });
    fc.assert(
      fc.property(some, some, (listed, known) => {
        const rows = [...new Map(listed).entries()].map(([id, revision]) => fill(id, revision));
        const account = knowing(known.map(([id, revision]) => fill(id, revision)));
        const past = pastFills(
          account,
          rows.sort((a, b) => Number(b.TradeId) - Number(a.TradeId)),
          0,
        );
        const all = [...rows, ...known.map(([id, revision]) => fill(id, revision))];
        const latest = [...new Set(all.map(fillKey))].map((key) =>
          Math.max(...all.filter((one) => fillKey(one) === key).map((one) => one.OrderTradeRevision ?? 0)),
        );
        expect(past.map(({ OrderTradeRevision }) => OrderTradeRevision).sort()).toEqual(latest.sort());
        expect(ids(past)).toEqual([...new Set(ids(all))].sort());
      }),
    );
  });
});

describe('isSince', () => {
  it('counts a fill without a time as new', () => {
    expect([isSince(fill(1), 10), isSince(fill(1), 11)]).toEqual([true, false]);
    expect(isSince({ ...fill(1), TradeTimeMS: undefined } as never, Infinity)).toBe(true);
  });
});
