import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastValueFrom } from 'rxjs';
import type { RecordingFailed } from '../../src/errors.ts';
import { fileSink, type FileSink, type FileSinkOptions } from '../../src/recording/fileSink.ts';
import { readRecording } from '../../src/recording/readRecording.ts';
import { stepsOf } from '../../src/recording/steps.ts';

describe('fileSink', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const contents = (): Readonly<Record<string, string>> =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(at(name), 'utf8')]));
  const written = (file: FileSink): Promise<void> =>
    lastValueFrom(file.close$(), { defaultValue: undefined });
  const open = (
    options: FileSinkOptions = {},
  ): { readonly file: FileSink; readonly told: RecordingFailed[] } => {
    const file = fileSink(at('day.ndjson'), options);
    const told: RecordingFailed[] = [];
    file.error$.subscribe((error) => told.push(error));
    return { file, told };
  };
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'recording-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('opens nothing before the first line, and appends a line each', async () => {
    const { file, told } = open();
    expect([file.file(), contents()]).toEqual([undefined, {}]);
    file.write('a');
    file.write('ñ');
    expect(file.file()).toBe(at('day.ndjson'));
    await written(file);
    file.write('too late');
    expect([contents(), told]).toEqual([{ 'day.ndjson': 'a\nñ\n' }, []]);
  });

  it('goes on in the file that is there, on a new line where the last one was cut off', async () => {
    appendFileSync(at('day.ndjson'), 'whole\ncut o');
    const one = open().file;
    one.write('a');
    await written(one);
    const other = open().file;
    other.write('b');
    await written(other);
    expect(contents()).toEqual({ 'day.ndjson': 'whole\ncut o\na\nb\n' });
  });

  it.each([
    [{ maxByte: 5 }, 'maxByte should be left out, as the options are maxBytes, maxAge, maxQueued, but is 5'],
    [{ maxBytes: NaN }, 'maxBytes should be a number above 0 but is NaN'],
    [{ maxAge: -1 }, 'maxAge should be a number above 0 but is -1'],
    [{ maxQueued: '64' }, 'maxQueued should be a number from 0 on but is a string'],
  ])('refuses options that cannot be meant: %j', (options, message) => {
    expect(() => open(options as object)).toThrow(RangeError);
    expect(() => open(options as object)).toThrow(`The options of fileSink cannot be meant: ${message}`);
    expect(contents()).toEqual({});
  });

  it('makes the folder', async () => {
    const file = fileSink(at('a/b/day.ndjson'));
    file.write('a');
    await written(file);
    expect([...readRecording(at('a/b/day.ndjson'))]).toEqual(['a']);
  });

  it('begins a new file before the line that would make one too large, and after those that are there', async () => {
    writeFileSync(at('day.0007.ndjson'), 'old\n');
    const { file, told } = open({ maxBytes: 6 });
    for (const line of ['a', 'b', 'ñ', 'longer than a file', 'c']) file.write(line);
    await written(file);
    expect(contents()).toEqual({
      'day.0007.ndjson': 'old\n',
      'day.0008.ndjson': 'a\nb\n',
      'day.0009.ndjson': 'ñ\n',
      'day.0010.ndjson': 'longer than a file\n',
      'day.0011.ndjson': 'c\n',
    });
    expect(told).toEqual([]);
    expect([...readRecording(at('day.ndjson'))]).toEqual(['old', 'a', 'b', 'ñ', 'longer than a file', 'c']);
  });

  it('begins a new file with the first line after its age', async () => {
    let now = 5;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
    const { file } = open({ maxAge: 1_000 });
    for (const [time, line] of [
      [5, 'a'],
      [1_004, 'b'],
      [1_005, 'c'],
      [9_000, 'd'],
    ] as const) {
      now = time;
      file.write(line);
    }
    clock.mockRestore();
    await written(file);
    expect(contents()).toEqual({
      'day.0001.ndjson': 'a\nb\n',
      'day.0002.ndjson': 'c\n',
      'day.0003.ndjson': 'd\n',
    });
  });

  it('leaves lines out while too much waits for the disk, tells it, and says so in the recording', async () => {
    const { file, told } = open({ maxQueued: 40 });
    const line = (t: number): string => `{"t":${t},"dir":"mark","name":"m"}`;
    let last = 0;
    const writeOne = (): void => file.write(line((last += 1)));
    for (let count = 0; count < 4; count++) writeOne();
    expect(told).toMatchObject([{ lost: 1, isOver: false }]);
    // The disk has its turns.
    for (let turn = 0; turn < 1_000_000 && told.length < 2; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
      writeOne();
    }
    await written(file);
    const lines = last - 2;
    expect(told).toMatchObject([{ lost: 1 }, { lost: lines, isOver: false, file: at('day.ndjson') }]);
    expect([...readRecording(at('day.ndjson'))]).toEqual([
      line(1),
      `{"t":${last},"dir":"mark","name":"lost","note":{"lines":${lines}}}`,
      line(last),
    ]);
    const warnings: unknown[] = [];
    expect([...stepsOf(readRecording(at('day.ndjson')), (warning) => warnings.push(warning))]).toHaveLength(
      3,
    );
    expect(warnings).toMatchObject([{ _tag: 'LinesLost', line: 2, lines }]);
  });

  it('tells that the disk has failed, throws nothing, and takes no more', async () => {
    writeFileSync(at('day.ndjson'), '');
    const file = fileSink(at('day.ndjson/inside.ndjson'));
    file.write('a');
    file.write('b');
    let [told, isOver] = ['', false];
    file.error$.subscribe({ next: ({ message }) => (told = message), complete: () => (isOver = true) });
    expect(told).toMatch(/^The recording in .*inside\.ndjson has ended: .*(ENOTDIR|EEXIST)/);
    expect(isOver).toBe(true);
    await written(file);
  });

  it('tells that the disk is full, which it says later', async () => {
    const file = fileSink('/dev/full');
    const told = lastValueFrom(file.error$);
    file.write('a');
    expect(await told).toMatchObject({ _tag: 'RecordingFailed', isOver: true, file: '/dev/full' });
    file.write('b');
    await written(file);
  });
});
