import fc from 'fast-check';
import type { OrderTrade } from '../../src/codec/records/OrderTrade.ts';
import {
  flawed,
  mostPasses,
  pauseBefore,
  takePage,
  type Trades,
  tradesPage,
  type Turn,
  unread,
} from '../../src/orders/paging.ts';
import { trade } from './support/order.ts';

/** Fills from one id down to another, the newest first. */
const fills = (from: number, to = 1): readonly OrderTrade[] =>
  Array.from({ length: Math.max(0, from - to + 1) }, (_, index) => trade({ TradeId: from - index }));
const page = (rows: readonly OrderTrade[], StartIndex = 0): Trades => ({
  rows: rows.slice(StartIndex, StartIndex + tradesPage),
  leftOut: 0,
});
const begun = (): Turn => ({ _tag: 'Asks', paging: unread });
const never = (): boolean => false;

interface Log {
  readonly asked: readonly number[];
  readonly end: Turn;
}

/** Reads until the end, and no longer than so many pages; the list is as it is at each of them. */
const read = (
  answer: (StartIndex: number, asked: number) => Trades,
  isEnough: (row: OrderTrade) => boolean = never,
  most = 100,
): Log => {
  const asked: number[] = [];
  let end = begun();
  while (end._tag === 'Asks' && asked.length < most) {
    const { StartIndex } = end.paging;
    asked.push(StartIndex);
    end = takePage(end.paging, answer(StartIndex, asked.length - 1), isEnough);
  }
  return { asked, end };
};
const idsOf = (end: Turn): readonly unknown[] =>
  end._tag === 'Read' ? end.rows.map(({ TradeId }) => TradeId) : ['none'];
const ids = (from: number, to = 1): readonly number[] =>
  fills(from, to).map(({ TradeId }) => Number(TradeId));

describe('takePage', () => {
  it('reads a list of one page at once', () => {
    const { asked, end } = read((StartIndex) => page(fills(199), StartIndex));
    expect([asked, end]).toEqual([[0], { _tag: 'Read', rows: fills(199), flaw: undefined }]);
  });

  it('begins each page with the last row of the one before, and looks at the top again at the end', () => {
    const { asked, end } = read((StartIndex) => page(fills(450), StartIndex));
    expect(asked).toEqual([0, 199, 398, 0]);
    expect(idsOf(end)).toEqual(ids(450));
  });

  it('reads no further than to what is enough', () => {
    const { asked, end } = read(
      (StartIndex) => page(fills(900), StartIndex),
      ({ TradeId }) => TradeId <= 600,
    );
    expect(asked).toEqual([0, 199, 0]);
    expect(idsOf(end).slice(0, 300)).toEqual(ids(900, 601));
  });

  it('has what comes at the top meanwhile, also more than a page of it', () => {
    const { asked, end } = read((StartIndex, nth) => page(fills(nth < 2 ? 300 : 650), StartIndex));
    expect(asked).toEqual([0, 199, 0, 199, 0]);
    expect(idsOf(end)).toEqual(ids(650));
  });

  it('has a row once that a page in between did not have, as so many came meanwhile', () => {
    // The one that cannot be read is at the top of that page.
    const answer = (StartIndex: number, nth: number): Trades => {
      const { rows } = page(fills(nth < 2 ? 500 : 700), StartIndex);
      const readable = rows.filter(({ TradeId }) => TradeId !== 303);
      return { rows: readable, leftOut: rows.length - readable.length };
    };
    expect(idsOf(read(answer).end)).toEqual(ids(700).filter((id) => id !== 303));
  });

  it('begins anew where a page has no row of the one before, and does not end before it has what it had', () => {
    const lagsIn = [1, 2];
    const { asked, end } = read((StartIndex, nth) =>
      page(fills(lagsIn.includes(nth) ? 290 : 500), StartIndex),
    );
    expect(asked).toEqual([0, 199, 0, 199, 0, 199, 398, 0]);
    expect(idsOf(end)).toEqual(ids(500));
  });

  it('takes the list as it is after so many passes, and says that it lags', () => {
    const { asked, end } = read((StartIndex, nth) => page(fills(nth === 0 ? 500 : 100), StartIndex));
    expect(asked).toHaveLength(1 + mostPasses);
    expect(end).toEqual({ _tag: 'Read', rows: fills(100), flaw: 'lagging' });
  });

  it('does not end either without what was seen on a page that had no row of the one before', () => {
    const lengths = [500, 1_000, 500, 500, 500, 500, 1_000];
    const { asked, end } = read((StartIndex, nth) => page(fills(lengths[nth] ?? 1_000), StartIndex));
    expect(asked.slice(0, 7)).toEqual([0, 199, 0, 199, 398, 0, 0]);
    expect(idsOf(end)).toEqual(ids(1_000));
  });

  it('keeps what it has read to the end where the list lags behind all of it', () => {
    const lengths = [900, 900, 900, 900, 90];
    const { asked, end } = read(
      (StartIndex, nth) => page(fills(lengths[nth] ?? 900), StartIndex),
      ({ TradeId }) => TradeId === 300,
    );
    expect(asked).toEqual([0, 199, 398, 597, 0, 0]);
    expect(end).toEqual({ _tag: 'Read', rows: fills(900, 104), flaw: undefined });
  });

  it('never ends with a gap, however often it has to begin anew', () => {
    const flips = (StartIndex: number, nth: number): Trades =>
      page(fills(nth % 2 === 0 ? 500 : 490), StartIndex);
    const { end } = read(flips, never, 60);
    expect(end).toMatchObject({ _tag: 'Asks', paging: { passes: 31, owed: [trade({ TradeId: 500 })] } });
  });

  it('ends where full pages have nothing new twice, as of an exchange that does not page', () => {
    const { asked, end } = read(() => page(fills(450)));
    expect(asked).toEqual([0, 199, 398]);
    expect(end).toEqual({ _tag: 'Read', rows: fills(450, 251), flaw: 'unpaged' });
    const { asked: again, end: none } = read(() => ({ rows: [], leftOut: tradesPage }));
    expect([again, none]).toEqual([[0, 0], { _tag: 'Read', rows: [], flaw: 'unpaged' }]);
  });

  it('reads over rows that cannot be read', () => {
    const all = fills(900);
    const isOdd = ({ TradeId }: OrderTrade): boolean => Number(TradeId) % 3 === 0;
    const answer = (StartIndex: number): Trades => {
      const { rows } = page(all, StartIndex);
      return { rows: rows.filter((row) => !isOdd(row)), leftOut: rows.filter(isOdd).length };
    };
    expect(idsOf(read(answer).end)).toEqual(ids(900).filter((id) => id % 3 !== 0));
  });
});

/** What happens to a list before a page of it is answered: fills come at the top, and the newest are not listed. */
interface Move {
  readonly comes: number;
  readonly lags: number;
}
const often = (usual: fc.Arbitrary<number>, seldom: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: seldom });
const moves = fc.array(
  fc.record({ comes: often(fc.nat(3), fc.nat(450)), lags: often(fc.constantFrom(0, 0, 1, 5), fc.nat(600)) }),
  { minLength: 1, maxLength: 24 },
);

/** So many fills, some two of which share the id and the time of their trade, as those of a trade with oneself. */
const tied = (count: number): readonly OrderTrade[] =>
  fills(count).map((row) => ({
    ...row,
    TradeId: Math.ceil(Number(row.TradeId) / 1.5),
    OrderId: row.TradeId,
  }));

/** An exchange with so many fills at first, that moves as it is told to and then stands still. */
const venue = (length: number, script: readonly Move[], isReadable: (row: OrderTrade) => boolean) => {
  let count = length;
  const shown: OrderTrade[] = [];
  const answer = (StartIndex: number, nth: number): Trades => {
    const { comes, lags } = script[nth] ?? { comes: 0, lags: 0 };
    count += comes;
    const listed = tied(Math.max(0, count - lags));
    const { rows } = page(listed, StartIndex);
    const read = rows.filter(isReadable);
    // All that was listed at the beginning counts as shown.
    shown.push(...(nth === 0 ? listed.filter(isReadable) : read));
    return { rows: read, leftOut: rows.length - read.length };
  };
  return { answer, shown };
};

describe('a list that moves while it is read', () => {
  it.each([
    ['to its end', 0],
    ['to what is enough', 150],
  ])(
    'is read %s within a bound, and has all that was listed at the beginning and shown since',
    (_, enough) => {
      let [whole, flawed] = [0, 0];
      fc.assert(
        fc.property(fc.nat(700), moves, fc.boolean(), (length, script, hasOdd) => {
          const isReadable = ({ OrderId }: OrderTrade): boolean => !hasOdd || Number(OrderId) % 7 !== 0;
          const { answer, shown } = venue(length, script, isReadable);
          const { end } = read(answer, ({ OrderId }) => OrderId <= enough, 120);
          if (end._tag === 'Asks') throw new Error('it has not ended');
          const order = end.rows.map(({ OrderId }) => Number(OrderId));
          expect(order).toEqual([...new Set(order)].sort((a, b) => b - a));
          if (end.flaw === undefined) whole += 1;
          else flawed += 1;
          const got = new Set(order);
          const missing = shown.filter(({ OrderId }) => OrderId > enough && !got.has(Number(OrderId)));
          if (end.flaw === undefined) expect(missing).toEqual([]);
        }),
        { numRuns: 200 },
      );
      expect(whole).toBeGreaterThan(10 * flawed);
    },
  );
});

describe('the pauses of a reading', () => {
  it('are none in three passes, and make some 45 s of all', () => {
    const pauses = Array.from({ length: mostPasses }, (_, index) =>
      pauseBefore({ ...unread, passes: index + 1 }),
    );
    expect(pauses).toEqual([0, 0, 0, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
    expect(pauseBefore({ ...unread, passes: 9, StartIndex: 199 })).toBe(0);
  });
});

describe('a flaw of a list', () => {
  it.each([
    ['moving', /should be pages that follow on each other but is pages with no row in common/],
    ['lagging', /should be at least what it was before but is without fills that it had/],
    ['unpaged', /should be pages with older fills but is the same page over and over/],
  ] as const)('%s is an error that names the call and says what is missing', (flaw, message) => {
    expect(flawed('GetAccountTrades', flaw)).toMatchObject({ _tag: 'DecodeError', call: 'GetAccountTrades' });
    expect(flawed('GetAccountTrades', flaw).message).toMatch(message);
  });
});
