import fc from 'fast-check';
import { decimalOf, formatDecimal, multiply, sum, trim } from '../../../src/simulator/market/decimal.ts';
import { type Print, createStatistics } from '../../../src/simulator/market/statistics.ts';

const day = 86_400_000;
const minute = 60_000;
const midnight = day * 20_000;

const prints = fc
  .array(
    fc.record({
      wait: fc.oneof(fc.nat({ max: minute }), fc.nat({ max: day })),
      price: fc.bigInt({ min: 1n, max: 500n }),
      quantity: fc.bigInt({ min: 1n, max: 90n }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((waits) => {
    let ms = midnight;
    return waits.map(({ wait, price, quantity }): Print => {
      ms += wait;
      return { ms, price: decimalOf(price, 2), quantity: decimalOf(quantity, 1) };
    });
  });

const turnover = (trades: readonly Print[]): readonly (string | number)[] => [
  formatDecimal(trim(sum(trades.map(({ quantity }) => quantity)))),
  formatDecimal(trim(sum(trades.map(({ price, quantity }) => multiply(price, quantity))))),
  trades.length,
];

describe('statistics', () => {
  it('tell of the UTC day and of the last 24 hours what all trades together say', () => {
    fc.assert(
      fc.property(prints, fc.nat({ max: 2 * day }), (all, later) => {
        const statistics = createStatistics();
        for (const print of all) statistics.record(print);
        const last = all.at(-1);
        const now = (last?.ms ?? 0) + later;
        const session = statistics.session(now);
        const rolling = statistics.rolling(now);
        const today = all.filter(({ ms }) => Math.floor(ms / day) === Math.floor(now / day));
        const recent = all.filter(({ ms }) => Math.floor(ms / minute) * minute > now - day);
        const prices = today.map(({ price }) => Number(price.units)).sort((a, b) => a - b);
        const lastPrice = Number(last?.price.units);

        expect([
          formatDecimal(trim(session.volume)),
          formatDecimal(trim(session.notional)),
          session.trades,
        ]).toEqual(turnover(today));
        expect([
          formatDecimal(trim(rolling.volume)),
          formatDecimal(trim(rolling.notional)),
          rolling.trades,
        ]).toEqual(turnover(recent));
        expect(
          [session.low, session.high, session.open, session.close].map(({ units }) => Number(units)),
        ).toEqual([
          prices.at(0) ?? lastPrice,
          prices.at(-1) ?? lastPrice,
          Number(today[0]?.price.units ?? lastPrice),
          lastPrice,
        ]);
        expect(Number(rolling.open.units)).toBe(Number(recent[0]?.price.units ?? lastPrice));
      }),
    );
  });

  it('are all 0 before the first trade', () => {
    const { session, rolling } = createStatistics();
    expect(
      [session(midnight).open, session(midnight).volume, rolling(midnight).open].map(({ units }) => units),
    ).toEqual([0n, 0n, 0n]);
  });
});
