import type { TickerRow } from '../../../src/codec/records/TickerRow.ts';
import { barOf, idleAt, isSameBar, isSameTrade, isUnpriced } from '../../../src/market/bars/bar.ts';

const minute = 60_000;
const full: TickerRow = [1_692_926_460_000, 12, 9, 10, 11, 3, 8, 13, 1, 1_692_926_400_000];

describe('barOf', () => {
  it('names the columns, mind their order', () => {
    expect(barOf(full, minute)).toEqual({
      begin: 1_692_926_400_000,
      end: 1_692_926_460_000,
      open: 10,
      high: 12,
      low: 9,
      close: 11,
      volume: 3,
      bid: 8,
      ask: 13,
      isFinal: false,
      isIdle: false,
      isFilled: false,
    });
  });

  it('finds the begin that old gateways leave out, also where the end has a part of a millisecond', () => {
    const [, ...rest] = full;
    const short = (end: number): TickerRow => [end, ...rest.slice(0, 8)] as unknown as TickerRow;
    expect(barOf(short(1_692_926_460_000), minute)).toMatchObject({
      begin: 1_692_926_400_000,
      end: 1_692_926_460_000,
    });
    expect(barOf(short(1_692_926_460_000.21), minute)).toMatchObject({
      begin: 1_692_926_400_000,
      end: 1_692_926_460_000,
    });
  });

  it('keeps the end that is told: a day may have 23 hours', () => {
    const day: TickerRow = [23 * 3_600_000, 12, 9, 10, 11, 3, 8, 13, 1, 0];
    expect(barOf(day, 86_400_000)).toMatchObject({ begin: 0, end: 23 * 3_600_000 });
  });

  it.each([
    ['zeros', 0, true, true],
    ['the close before it', 11, true, false],
  ])('knows an idle bar of %s', (_name, price, isIdle, isWithoutPrice) => {
    const bar = barOf([minute, price, price, price, price, 0, 8, 13, 1, 0], minute);
    expect([bar.isIdle, isUnpriced(bar)]).toEqual([isIdle, isWithoutPrice]);
    expect(idleAt(bar, 7)).toMatchObject({ open: 7, high: 7, low: 7, close: 7, volume: 0, isIdle: true });
  });
});

describe('two bars', () => {
  const bar = barOf(full, minute);

  it('tell the same of what was traded, whatever the bid was', () => {
    expect(isSameTrade(bar, { ...bar, bid: 1, ask: 2, isFinal: true })).toBe(true);
    expect(isSameBar(bar, { ...bar, bid: 1 })).toBe(false);
    expect(isSameBar(bar, { ...bar })).toBe(true);
  });

  it.each(['end', 'open', 'high', 'low', 'close', 'volume'] as const)('differ by %s', (field) => {
    expect(isSameTrade(bar, { ...bar, [field]: 77 })).toBe(false);
  });
});
