import { durationText, partOf, progressLines } from '../../../src/cli/replay/progressLines.ts';
import { plainText } from '../../../src/cli/view/line.ts';

const from = Date.UTC(2026, 0, 31, 14, 0, 0);
const minute = 60_000;
/** Some minutes into an hour. */
const after = (minutes: number) => ({
  ...{ line: minutes * 10 + 1, lines: 601, at: from + minutes * minute },
  ...{ from, to: from + 60 * minute },
});

describe('progressLines', () => {
  it('shows how much is played, where it is, the rate, and the time that is left at that rate', () => {
    const lines = progressLines({ progress: after(15), first: after(0), elapsed: 15_000 }, 60);
    expect(lines.map(plainText)).toEqual([
      `${'█'.repeat(10)}${' '.repeat(30)} 25%  14:15:00 of 14:00:00 to 15:00:00`,
      '60.0 times as fast  10 lines/s  left 0:45',
    ]);
  });

  it('reckons the rate from where it began, not from the beginning of the recording', () => {
    const [, second] = progressLines({ progress: after(45), first: after(30), elapsed: 30_000 }, 60);
    expect(plainText(second ?? [])).toBe('30.0 times as fast  5 lines/s  left 0:30');
  });

  it('says nothing of a rate before time has passed, and is whole at the end', () => {
    const [, begins] = progressLines({ progress: after(0), first: after(0), elapsed: 0 }, 60);
    expect(plainText(begins ?? [])).toBe('begins  left -');
    const [ended] = progressLines({ progress: after(60), first: after(0), elapsed: 60_000 }, 20);
    expect(plainText(ended ?? [])).toMatch(/^█{16} 100%/);
  });
});

describe('partOf', () => {
  it('of a recording of one moment is all', () => {
    expect(partOf({ ...after(0), to: from })).toBe(1);
  });
});

describe('durationText', () => {
  it.each([
    [0, '0:00'],
    [59_499, '0:59'],
    [60_000, '1:00'],
    [3_661_000, '1:01:01'],
    [-5, '0:00'],
    [NaN, '-'],
    [Infinity, '-'],
  ])('of %d is %s', (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });
});
