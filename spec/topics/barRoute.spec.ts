import type { TickerRow } from '../../src/codec/records/TickerRow.ts';
import { barRoute, routeBars } from '../../src/topics/barRoute.ts';

const bar = (seconds: number, instrument = 1): TickerRow => [
  seconds * 1_000,
  1,
  1,
  1,
  1,
  0,
  0,
  0,
  instrument,
  0,
];
const routed = (rows: readonly TickerRow[], ...followed: readonly string[]) => {
  const handed: unknown[] = [];
  const misread = routeBars(rows, (route, run) => handed.push([route, run.length]), {
    has: (route) => followed.includes(route),
    all: () => followed,
  });
  return { handed, once: misread.map(({ once }) => once) };
};

describe('barRoute', () => {
  it('is the instrument with the length of the bar', () => {
    expect([barRoute(1, bar(60)), barRoute(1, [])]).toEqual(['1:60', '1:?']);
  });
});

describe('routeBars', () => {
  it('hands runs to the followed interval that is nearest in length', () => {
    const rows = [bar(60), bar(60), bar(23 * 3_600), bar(60, 2)];
    expect(routed(rows, '1:60', '1:86400', '2:60').handed).toEqual([
      ['1:60', 2],
      ['1:86400', 1],
      ['2:60', 1],
    ]);
  });

  it('tells a length that fits none once, and nothing of what nobody follows', () => {
    expect(routed([bar(300)], '1:60')).toEqual({ handed: [], once: ['1:300'] });
    expect(routed([bar(300)])).toEqual({ handed: [], once: [] });
  });
});
