import fc from 'fast-check';
import type { TradeRow } from '../../../src/codec/records/TradeRow.ts';
import { reduceTrades, type TradeAsk, type TradeInput } from '../../../src/market/trades/reduceTrades.ts';
import type { Trade, TradeGap, TradeId } from '../../../src/market/trades/trade.ts';
import { emptyTradeLog, lastTrades, type TradeLog } from '../../../src/market/trades/tradeLog.ts';

const row = (id: TradeId): TradeRow => [id, 1, 0.5, 100, 7, 8, 1_700_000_000_000, 0, 1, 0, 0];
const rows = (...ids: readonly TradeId[]): readonly TradeRow[] => ids.map(row);
const snapshot = (...ids: readonly TradeId[]): TradeInput => ({
  _tag: 'Snapshot',
  rows: rows(...ids),
  count: 3,
});
const update = (...ids: readonly TradeId[]): TradeInput => ({ _tag: 'Update', rows: rows(...ids) });
const lost: TradeInput = { _tag: 'Lost' };
const last = (...ids: readonly TradeId[]): TradeInput => ({
  _tag: 'LastTrades',
  Count: 1_000,
  rows: rows(...ids),
});
const shown = (items: readonly (Trade | TradeGap)[]): readonly unknown[] =>
  items.map((item) => (item._tag === 'Gap' ? `${item.from} … ${item.to}` : item.TradeId));

/** Plays inputs from an empty log: the log, all that was told, and all that was asked. */
const play = (...inputs: readonly TradeInput[]) => {
  let log = emptyTradeLog;
  const told: unknown[] = [];
  const asks: TradeAsk[] = [];
  for (const input of inputs) {
    const [after, more] = reduceTrades(log, input);
    log = after;
    told.push(...shown(after.told));
    asks.push(...more);
  }
  return { log, told, asks };
};

describe('a log of trades', () => {
  it('tells what comes after the snapshot', () => {
    const { log, told } = play(snapshot(1, 2, 4), update(7), update(8, 11));
    expect(told).toEqual([7, 8, 11]);
    expect(shown(lastTrades(log, 4))).toEqual([4, 7, 8, 11]);
  });

  it('tells no trade twice, whatever is told again', () => {
    expect(play(snapshot(1, 2), update(3), update(3, 4), update(2, 1, 5)).told).toEqual([3, 4, 5]);
  });

  it('tells those of one message in order, and one that the exchange tells late', () => {
    expect(play(snapshot(1, 2), update(9, 5), update(7)).told).toEqual([5, 9, 7]);
  });

  it('goes on after a loss with what is new in a snapshot that reaches back', () => {
    const { told, asks } = play(snapshot(1, 2), update(3), lost, update(4), snapshot(4, 3, 5));
    expect([told, asks]).toEqual([[3, 4, 5], []]);
  });

  it('asks for the last trades where it does not, and holds back what comes meanwhile', () => {
    const begun = [snapshot(1, 2), lost, snapshot(7, 8), update(9)] as const;
    expect(play(...begun)).toMatchObject({ told: [], asks: [{ _tag: 'LastTrades', Count: 1_000 }] });
    expect(play(...begun, last(2, 4, 7, 8), update(10)).told).toEqual([4, 7, 8, 9, 10]);
  });

  it('asks and tells a gap also where nothing had been traded before, unless the list has all there is', () => {
    const begun = [snapshot(), lost] as const;
    expect(play(...begun, snapshot(7, 8))).toMatchObject({ told: [7, 8], asks: [] });
    expect(play(...begun, snapshot(7, 8, 9))).toMatchObject({ told: [], asks: [{ Count: 1_000 }] });
    expect(play(...begun, snapshot(7, 8, 9), last(4, 5, 7, 8, 9)).told).toEqual([4, 5, 7, 8, 9]);
    const thousand = Array.from({ length: 1_000 }, (_, index) => index + 4);
    const { told } = play(...begun, snapshot(1_001, 1_002, 1_003), last(...thousand), update(1_004));
    expect(told).toEqual(['0 … 4', ...thousand, 1_004]);
    const refused: TradeInput = { _tag: 'LastTrades', Count: 1_000, rows: undefined };
    expect(play(...begun, snapshot(7, 8, 9), refused).told).toEqual(['0 … 7', 7, 8, 9]);
  });

  it('tells a gap where those do not reach back either', () => {
    const { log, told } = play(snapshot(1, 2), lost, snapshot(7, 8), last(5, 7, 8), update(9));
    expect(told).toEqual(['2 … 5', 5, 7, 8, 9]);
    expect(shown(lastTrades(log, 9))).toEqual([1, 2, '2 … 5', 5, 7, 8, 9]);
    expect(shown(lastTrades(log, 2))).toEqual([8, 9]);
  });

  it('tells a gap where the exchange refuses to tell', () => {
    const refused: TradeInput = { _tag: 'LastTrades', Count: 1_000, rows: undefined };
    expect(play(snapshot(1, 2), lost, snapshot(7, 8), refused).told).toEqual(['2 … 7', 7, 8]);
  });

  it('takes no answer that was asked for before a loss', () => {
    const { told, asks } = play(
      snapshot(1, 2),
      lost,
      snapshot(7),
      lost,
      last(2, 7),
      snapshot(9),
      last(2, 7, 9),
    );
    expect(told).toEqual([7, 9]);
    expect(asks).toHaveLength(2);
  });

  it('asks for as many of the past as somebody wants, and tells none of them anew', () => {
    const { log, told, asks } = play(
      snapshot(7, 8, 9),
      { _tag: 'Wanted', count: 5 },
      update(10),
      { _tag: 'LastTrades', Count: 5, rows: rows(5, 6, 7, 8, 9, 10, 11) },
      update(11),
    );
    expect([told, asks]).toEqual([[10, 11], [{ _tag: 'LastTrades', Count: 5 }]]);
    expect(shown(lastTrades(log, 99))).toEqual([5, 6, 7, 8, 9, 10, 11]);
  });

  it('asks for no more than there are', () => {
    const { asks } = play(snapshot(1, 2), { _tag: 'Wanted', count: 5 });
    expect(asks).toEqual([]);
  });

  it('begins anew where the symbol moves, behind a gap, and compares no ids of different instruments', () => {
    const moved: TradeInput = { _tag: 'Moved' };
    const begun = [snapshot(11, 12), update(13), lost, moved, snapshot(3, 4)] as const;
    expect(play(...begun).told).toEqual([13]);
    const { log, told, asks } = play(...begun, update(4, 5), update(6));
    expect([told, asks]).toEqual([[13, '13 … 5', 5, 6], []]);
    expect(shown(lastTrades(log, 9))).toEqual([3, 4, '13 … 5', 5, 6]);
    expect(play(...begun, lost, snapshot(4, 5), lost, moved, snapshot(), update(1)).told).toEqual([
      ...[13, '13 … 5', 5],
      ...['5 … 1', 1],
    ]);
    expect(play(...begun, lost, moved, snapshot(1, 2), update(7)).told).toEqual([13, '13 … 7', 7]);
  });

  it('begins anew where the exchange counts from the beginning again, behind a gap', () => {
    const { told, asks } = play(
      snapshot(901, 902),
      update(903),
      lost,
      snapshot(1, 2),
      update(2, 3),
      update(4),
    );
    expect([told, asks]).toEqual([[903, '903 … 3', 3, 4], []]);
  });

  it('still wants as many of the past as before where the symbol moves', () => {
    const wanted: TradeInput = { _tag: 'Wanted', count: 5 };
    const { asks } = play(snapshot(), wanted, lost, { _tag: 'Moved' }, snapshot(7, 8, 9));
    expect(asks).toEqual([{ _tag: 'LastTrades', Count: 5 }]);
  });

  it('begins with the first trade of an instrument that never had one', () => {
    expect(play(snapshot(), update(1), lost, snapshot(1, 2)).told).toEqual([1, 2]);
    expect(play(snapshot(), lost, snapshot(1, 2)).told).toEqual([1, 2]);
  });

  it('keeps 2,048 trades, and knows the older ones by being smaller', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => index + 10);
    const { log, told } = play(snapshot(1, 2), update(...many), update(10, 2_000, 4_000, 5_009, 5_010));
    expect(log.kept).toHaveLength(2_048);
    expect(told).toEqual([...many, 5_010]);
  });

  it('takes ids beyond 2^53 in their order', () => {
    const [one, two, three] = [
      9_007_199_254_740_990,
      9_007_199_254_740_993n,
      9_007_199_254_740_995n,
    ] as const;
    expect(play(snapshot(1), update(three, one), update(two, three)).told).toEqual([one, three, two]);
  });
});

type Happening = 'trade' | 'burst' | 'lose' | 'rejoin' | 'answer' | 'refuse' | 'repeat' | 'more';
const happenings = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<Happening>('trade') },
    { weight: 3, arbitrary: fc.constantFrom<Happening>('rejoin', 'answer', 'lose') },
    fc.constantFrom<Happening>('burst', 'refuse', 'repeat', 'more'),
  ),
  { maxLength: 50 },
);

/** An exchange that knows all its trades, a link that is there or not, and the log of them. */
const run = (script: readonly Happening[], steps: readonly number[]) => {
  const truth: number[] = [3, 5, 6];
  const told: (Trade | TradeGap)[] = [];
  let log: TradeLog = emptyTradeLog;
  let isOn = false;
  let asks: readonly TradeAsk[] = [];
  let missed = 0;
  let mostMissed = 0;
  let isRefused = false;

  const give = (input: TradeInput): void => {
    const [after, more] = reduceTrades(log, input);
    log = after;
    asks = [...asks, ...more];
    told.push(...after.told);
    expect(after.kept.length).toBeLessThanOrEqual(2_048);
  };
  const shuffled = (ids: readonly number[]): readonly TradeRow[] =>
    rows(...[...ids].sort((one, other) => ((one * 7_919) % 13) - ((other * 7_919) % 13)));
  const trade = (count: number): void => {
    const ids = Array.from({ length: count }, () => {
      const id = (truth.at(-1) ?? 0) + (steps[truth.length % steps.length] ?? 1);
      truth.push(id);
      return id;
    });
    if (isOn) give({ _tag: 'Update', rows: shuffled(ids) });
    // What is held back is missed after all where the link is lost again before the answer.
    if (!isOn || log.phase._tag === 'Joining') missed += count;
    mostMissed = Math.max(mostMissed, missed);
  };
  const answer = (refuses: boolean): void => {
    const [ask] = asks;
    if (ask === undefined) return;
    asks = asks.slice(1);
    isRefused ||= refuses;
    missed = 0;
    give({ ...ask, rows: refuses ? undefined : shuffled(truth.slice(-ask.Count)) });
  };
  const acts: Readonly<Record<Happening, () => void>> = {
    trade: () => trade(2),
    burst: () => trade(1_200),
    lose: () => {
      isOn = false;
      asks = [];
      give({ _tag: 'Lost' });
    },
    rejoin: () => {
      acts.lose();
      isOn = true;
      give({ _tag: 'Snapshot', rows: shuffled(truth.slice(-5)), count: 5 });
    },
    answer: () => answer(false),
    refuse: () => answer(true),
    repeat: () => {
      if (isOn) give({ _tag: 'Update', rows: shuffled(truth.slice(-4)) });
    },
    more: () => give({ _tag: 'Wanted', count: log.wanted + 300 }),
  };
  acts.rejoin();
  const before = truth.at(-1) ?? 0;
  script.forEach((happening) => acts[happening]());
  acts.rejoin();
  for (let left = 20; asks.length > 0 && left > 0; left -= 1) acts.answer();
  return { told, log, since: truth.filter((id) => id > before), mostMissed, isRefused };
};

describe('a log of trades, whatever comes and goes', () => {
  it('tells every trade once and in order, or the gap that it lies in', () => {
    fc.assert(
      fc.property(
        happenings,
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 7 }),
        (script, steps) => {
          const { told, log, since, mostMissed, isRefused } = run(script, steps);
          expect(log.phase).toEqual({ _tag: 'Live' });

          const ids = told.flatMap((item) => (item._tag === 'Trade' ? [Number(item.TradeId)] : []));
          const gaps = told.flatMap((item) => (item._tag === 'Gap' ? [item] : []));
          expect(ids).toEqual([...new Set(ids)].sort((one, other) => one - other));
          const known = new Set(ids);
          const untold = since.filter((id) => !known.has(id));
          expect(untold.filter((id) => !gaps.some(({ from, to }) => from < id && id < to))).toEqual([]);
          if (mostMissed < 900 && !isRefused) expect(gaps).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
