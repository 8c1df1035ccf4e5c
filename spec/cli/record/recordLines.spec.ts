import { bytesText, recordLines, recordSummary } from '../../../src/cli/record/recordLines.ts';
import { plainText } from '../../../src/cli/view/line.ts';

const scene = {
  ...{
    url: 'wss://venue.example/wsgateway',
    subject: 'day.ndjson',
    file: 'day.ndjson',
    what: 'BTCUSDT book',
  },
  ...{ began: 10_000, lines: 12_345, bytes: 3_400_000, lost: 0 },
};

describe('bytesText', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_000, '1.0 kB'],
    [1_234_567, '1.2 MB'],
    [7e15, '7000.0 TB'],
  ])('of %d is %s', (bytes, text) => {
    expect(bytesText(bytes)).toBe(text);
  });
});

describe('recordLines', () => {
  it('says what is recorded where, how much, how fast, and how it is played', () => {
    const lines = recordLines(scene, { now: 70_000, columns: 80, rows: 24 }).map(plainText);
    expect(lines[0]).toMatch(/^recording BTCUSDT book {2}○ not connected/);
    expect(lines.slice(3)).toEqual([
      '12,345 lines, 3.4 MB, in day.ndjson',
      '206 lines a second, for 60 s; Ctrl-C ends it',
      '',
      'notbank-rx replay day.ndjson plays it',
    ]);
  });

  it('says how many lines are missing', () => {
    expect(recordSummary({ ...scene, lost: 7 }).map(plainText)).toEqual([
      '12,345 lines, 3.4 MB, in day.ndjson; 7 lines are missing',
    ]);
  });
});
