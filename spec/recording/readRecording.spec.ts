import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readRecording } from '../../src/recording/readRecording.ts';

describe('readRecording', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'recording-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('reads the lines of a file, any number of times', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((line) => !line.includes('\n') && line !== '');
    fc.assert(
      fc.property(fc.array(text), (lines) => {
        writeFileSync(at('day.ndjson'), lines.map((line) => `${line}\n`).join(''));
        const read = readRecording(at('day.ndjson'));
        expect([...read]).toEqual(lines);
        expect([...read]).toEqual(lines);
      }),
      { numRuns: 30 },
    );
  });

  it('reads lines that are longer than what it reads at once, and characters that are cut by that', () => {
    const lines = ['x', 'ñ€😀'.repeat(200_000), 'y'];
    writeFileSync(at('day.ndjson'), lines.join('\n'));
    expect([...readRecording(at('day.ndjson'))]).toEqual(lines);
  });

  it('reads all parts as one, each from its own first line', () => {
    writeFileSync(at('day.0001.ndjson'), 'a\nb\ncut o');
    writeFileSync(at('day.0002.ndjson'), 'c\n');
    expect([...readRecording(at('day.ndjson'))]).toEqual(['a', 'b', 'cut o', 'c']);
  });

  it('lets go of the file when whoever reads has had enough', () => {
    writeFileSync(at('day.ndjson'), 'a\nb\n');
    for (let times = 0; times < 3_000; times++) {
      const [first] = readRecording(at('day.ndjson'));
      expect(first).toBe('a');
    }
  });

  it('throws what the disk says', () => {
    expect(() => [...readRecording(at('none.ndjson'))]).toThrow('ENOENT');
  });
});
