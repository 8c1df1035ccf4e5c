import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NEVER } from 'rxjs';
import { runProgram } from '../../../src/cli/program.ts';
import { demoUsers } from '../../../src/simulator/index.ts';
import { serve } from '../../../src/simulator/node.ts';
import { createScreen, createTerminal } from '../../support/terminal.ts';

const [{ userId, apiKey, secret }] = demoUsers;

/** Runs a command line that ends by itself, on a screen or in a pipe. */
const run = async (args: readonly string[], isScreen = false) => {
  const { terminal, said, logged } = createTerminal();
  const screen = createScreen({ columns: 80, rows: 24 });
  const ending = await runProgram(args, {
    ...{ ...terminal, stop$: NEVER },
    ...(isScreen && { screen: screen.screen }),
  });
  const records = (): readonly Readonly<Record<string, unknown>>[] =>
    said.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  return { ending, said, logged, records, pictures: screen.pictures };
};

describe('record and replay', () => {
  let folder: string;
  let file: string;
  let recorded: Awaited<ReturnType<typeof run>>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'notbank-rx-'));
    file = join(folder, 'day.ndjson');
    const login = join(folder, 'login');
    writeFileSync(login, `NOTBANK_USER_ID=${userId}\nNOTBANK_API_KEY=${apiKey}\nNOTBANK_SECRET=${secret}\n`);
    chmodSync(login, 0o600);
    const served = await serve({ exchange: { crowd: 50 } });
    const streams = ['--streams', 'book,trades,bars,account'];
    const how = ['--url', served.url, '--credentials', login, '--for', '3'];
    recorded = await run(['record', file, 'btcusdt', ...streams, ...how]);
    await served.close();
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('records what it follows, and says how much that is', () => {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(recorded.ending).toBe(0);
    expect(recorded.said).toEqual([
      expect.stringMatching(/^\d+ lines, [\d.]+ kB, in .*day\.ndjson$/) as string,
    ]);
    expect(lines.length).toBeGreaterThan(30);
    expect(lines[0]).toContain('"dir":"meta"');
    expect(lines.at(-1)).toContain('"dir":"close"');
    for (const name of ['SubscribeLevel2', 'SubscribeTrades', 'SubscribeTicker', 'SubscribeAccountEvents']) {
      expect(lines.some((line) => line.includes(name))).toBe(true);
    }
  });

  it('writes no secret of the login', () => {
    expect(readFileSync(file, 'utf8')).not.toContain(secret);
    expect(readFileSync(file, 'utf8')).not.toContain(apiKey);
  });

  it.each(['book', 'trades', 'bars'])('plays what watch shows of %s, and ends with 0', async (what) => {
    const { ending, records } = await run(['replay', file, what, 'BTCUSDT', '--speed', '20', '--json']);
    const type = { book: 'book', trades: 'trade', bars: 'bar' }[what];
    expect(ending).toBe(0);
    expect(records().filter((record) => record['type'] === type).length).toBeGreaterThan(2);
  });

  it('plays an account without its credentials', async () => {
    const { ending, records } = await run(['replay', file, 'account', '--speed', '20', '--json']);
    expect(ending).toBe(0);
    expect(records()).toContainEqual({ type: 'account', account: 7 });
    expect(
      records()
        .filter(({ type }) => type === 'balance')
        .map(({ ProductSymbol }) => ProductSymbol),
    ).toContain('BTC');
  });

  it('says of a recording without a login that there is no account in it', async () => {
    const [start, opening] = readFileSync(file, 'utf8').split('\n');
    const open = join(folder, 'open.ndjson');
    writeFileSync(open, [start, opening, ''].join('\n'));
    const { ending, logged } = await run(['replay', open, 'account', '--speed', '20']);
    expect(ending).toBe(2);
    expect(logged.join('\n')).toContain('was recorded without a login, so there is no account in it');
  });

  it('shows the book on a screen, and at its foot how far it has come', async () => {
    const { pictures } = await run(['replay', file, 'book', 'BTCUSDT', '--speed', '5'], true);
    const picture = pictures().at(-1) ?? [];
    expect(picture).toHaveLength(24);
    expect(picture[0]).toMatch(/^BTCUSDT order book/);
    expect(picture.at(-2)).toMatch(
      /^[█▏▎▍▌▋▊▉ ]{40} \d+% {2}\d\d:\d\d:\d\d of \d\d:\d\d:\d\d to \d\d:\d\d:\d\d$/,
    );
    expect(picture.at(-1)).toMatch(/^\d+\.\d times as fast {2}\d+ lines\/s {2}left \d+:\d\d$/);
  });

  it('says at the end that a recording was cut off', async () => {
    const cut = join(folder, 'cut.ndjson');
    const text = readFileSync(file, 'utf8');
    writeFileSync(cut, text.slice(0, text.lastIndexOf('"dir":"in"') + 20));
    const { ending, logged } = await run(['replay', cut, 'book', 'BTCUSDT', '--speed', '50']);
    expect(ending).toBe(0);
    expect(logged.join('\n')).toContain('The recording ends in the middle of line');
  });

  it.each([
    ['that is empty', ''],
    ['in which no line can be read', 'no recording\nnone\n'],
  ])('fails where there is nothing to play in a file %s', async (_, text) => {
    const nothing = join(folder, 'nothing.ndjson');
    writeFileSync(nothing, text);
    const { ending, logged } = await run(['replay', nothing, 'book', 'BTCUSDT']);
    expect(ending).toBe(1);
    expect(logged.at(-1)).toBe(`There is nothing to play in ${nothing}.`);
  });

  it.each([
    ['a file that is not there', ['/nowhere/day.ndjson', 'book', 'BTCUSDT'], 'there is no such file'],
    [
      'something that watch does not show',
      ['day', 'clock'],
      'Allowed choices are book, trades, bars, account.',
    ],
    ['a book of nothing', ['day', 'book'], 'Name the instrument as well, such as book BTCUSDT.'],
    ['a speed that is none', ['day', 'account', '--speed', '0'], 'It should be a number above 0'],
    ['a time that is none', ['day', 'account', '--from', 'noon'], 'It should be a time such as'],
  ])('cannot carry out a replay of %s', async (_, args, message) => {
    const { ending, said, logged } = await run(['replay', ...args]);
    expect({ ending, said }).toEqual({ ending: 2, said: [] });
    expect(logged.join('\n')).toContain(message);
  });

  it.each([
    ['no instrument', ['day.ndjson'], 'Name the instruments as well, such as record day.ndjson BTCUSDT'],
    [
      'a stream that is none',
      ['day.ndjson', 'BTCUSDT', '--streams', 'book,clock'],
      'names out of book, trades, bars, account',
    ],
    [
      'an account without a login',
      ['day.ndjson', '--streams', 'account'],
      'An account needs a login: set NOTBANK_API_KEY',
    ],
  ])('cannot record %s', async (_, args, message) => {
    const { ending, logged } = await run(['record', ...args]);
    expect(ending).toBe(2);
    expect(logged.join('\n')).toContain(message);
  });

  it('fails where the time is over and there has never been a connection', async () => {
    const served = await serve({ exchange: { crowd: 'off' } });
    await served.close();
    const { ending, logged } = await run(['watch', 'book', 'BTCUSDT', '--url', served.url, '--for', '1']);
    expect(ending).toBe(1);
    expect(logged.at(-1)).toMatch(/^There was no connection within 1 s\. Could not connect: .*ECONNREFUSED/);
  });

  it('fails where the file cannot be written', async () => {
    const served = await serve({ exchange: { crowd: 'off' } });
    const { ending, logged } = await run(['record', folder, 'BTCUSDT', '--url', served.url]);
    await served.close();
    expect(ending).toBe(1);
    expect(logged.join('\n')).toContain(`The recording in ${folder} has ended: `);
  });
});
