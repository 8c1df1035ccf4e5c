import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileOfPart, filesOf, lastPart } from '../../src/recording/files.ts';

describe('the files of a recording', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'recording-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are named by number, before the extension', () => {
    expect(fileOfPart(join('a.b', 'day.ndjson'), 12)).toBe(join('a.b', 'day.0012.ndjson'));
    expect(fileOfPart('day', 12_345)).toBe('day.12345');
  });

  it('are found in the order of their numbers, and no others', () => {
    const names = [
      'day.10000.ndjson',
      'day.0002.ndjson',
      'day.0010.ndjson',
      'day.1.ndjson',
      'day.0003.gz',
      'other.0004.ndjson',
    ];
    for (const name of names) writeFileSync(at(name), '');
    expect(filesOf(at('day.ndjson'))).toEqual(
      ['day.0002.ndjson', 'day.0010.ndjson', 'day.10000.ndjson'].map(at),
    );
    expect(lastPart(at('day.ndjson'))).toBe(10_000);
    writeFileSync(at('day.ndjson'), '');
    expect(filesOf(at('day.ndjson'))[0]).toBe(at('day.ndjson'));
  });

  it('are none in a folder that is not there: then the file of the name is asked for, and the disk says no', () => {
    expect(lastPart(at('no/day.ndjson'))).toBe(0);
    expect(filesOf(at('no/day.ndjson'))).toEqual([at('no/day.ndjson')]);
  });
});
