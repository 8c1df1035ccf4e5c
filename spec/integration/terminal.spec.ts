import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { serve, type ServedExchange } from '../../src/simulator/node.ts';

const root = join(__dirname, '../..');
const program = join(root, 'dist/cli/main.cjs');
const tty = join(root, 'spec/support/tty.cjs');
const enter = '\u001b[?1049h\u001b[?25l';
const leave = '\u001b[?2026l\u001b[?25h\u001b[?1049l';

jest.setTimeout(60_000);

describe('the command on a terminal', () => {
  let served: ServedExchange;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    served = await serve({ exchange: { crowd: 100 } });
  });

  afterAll(async () => {
    await served.close();
  });

  afterEach(async () => {
    await Promise.all(
      children.splice(0).map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }),
    );
  });

  /** Runs the command on what it takes for a terminal. */
  const start = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
    const child = spawn(process.execPath, ['--require', tty, program, ...args], {
      env: { PATH: process.env['PATH'], TERM: 'xterm', NOTBANK_URL: served.url, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const shows = async (pattern: RegExp): Promise<void> => {
      while (!pattern.test(stdout)) await once(child.stdout, 'data');
    };
    const ended = once(child, 'close').then(([code, signal]: unknown[]) => ({
      code,
      signal,
      stdout,
      stderr,
    }));
    return { child, shows, ended };
  };

  it.each(['SIGINT', 'SIGTERM'] as const)('gives the screen back at %s, and dies of it', async (signal) => {
    const { child, shows, ended } = start(['watch', 'book', 'BTCUSDT']);
    await shows(/● live/);
    child.kill(signal);
    const { stdout, stderr, ...how } = await ended;
    expect(how).toEqual({ code: null, signal });
    expect(stderr).toBe('');
    expect(stdout.startsWith(enter)).toBe(true);
    expect(stdout.endsWith(leave)).toBe(true);
    expect(stdout.split(leave)).toHaveLength(2);
  });

  it('gives the screen back before it tells why it failed', async () => {
    const { code, stdout, stderr } = await start(['watch', 'trades', 'BTCUSD']).ended;
    expect(code).toBe(2);
    expect(stdout.endsWith(leave)).toBe(true);
    expect(stderr).toMatch(/^There is no instrument BTCUSD\. Did you mean .*BTCUSDT/);
  });

  it('gives the screen back when the program itself breaks', async () => {
    const breaking = join(root, 'spec/support/breaking.cjs');
    const child = spawn(
      process.execPath,
      ['--require', tty, '--require', breaking, program, 'watch', 'book', 'BTCUSDT'],
      { env: { PATH: process.env['PATH'], NOTBANK_URL: served.url }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    children.push(child);
    const [said] = await Promise.all([child.stdout.setEncoding('utf8').toArray(), once(child, 'close')]);
    expect(said.join('').endsWith(leave)).toBe(true);
  });

  it('ends by itself after its time, with 0, and shows colours only where they are wanted', async () => {
    const [coloured, plain] = await Promise.all([
      start(['watch', 'book', 'BTCUSDT', '--for', '2']).ended,
      start(['watch', 'book', 'BTCUSDT', '--for', '2'], { NO_COLOR: '1' }).ended,
    ]);
    expect([coloured.code, plain.code]).toEqual([0, 0]);
    expect(coloured.stdout).toContain('\u001b[32m');
    expect(plain.stdout).not.toContain('\u001b[32m');
    expect(plain.stdout.endsWith(leave)).toBe(true);
  });

  it('moves no cursor on a terminal that is dumb, nor with --plain', async () => {
    const ends = await Promise.all([
      start(['ping', '--count', '2', '--interval', '10'], { TERM: 'dumb' }).ended,
      start(['ping', '--count', '2', '--interval', '10', '--plain'], { NO_COLOR: '1' }).ended,
    ]);
    for (const { code, stdout } of ends) {
      expect(code).toBe(0);
      expect(stdout).not.toContain('\u001b');
      expect(stdout).toMatch(/^2 answered, 0 not; in milliseconds:$/m);
    }
  });

  it('ends quietly where its reader has had enough', async () => {
    const script = '"$0" "$1" watch trades BTCUSDT --json | head -n 3';
    const shell = spawn('sh', ['-c', script, process.execPath, program], {
      env: { PATH: process.env['PATH'], NOTBANK_URL: served.url },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(shell);
    const [said, complained] = await Promise.all(
      [shell.stdout, shell.stderr].map((stream) => stream.setEncoding('utf8').toArray()),
    );
    expect(said?.join('').trim().split('\n')).toHaveLength(3);
    expect(complained).toEqual([]);
  });

  it('runs the demo of the package to its end', async () => {
    const { code, stdout, stderr } = await start(['demo'], { TERM: 'dumb', NOTBANK_URL: '' }).ended;
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^connection: /m);
    expect(stdout).toMatch(/^book BTCUSDT: live$/m);
  });

  describe('under npx', () => {
    let folder: string;

    beforeAll(() => {
      const cache = join(root, 'node_modules/.cache');
      mkdirSync(cache, { recursive: true });
      folder = mkdtempSync(join(cache, 'npx-'));
      mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
      symlinkSync(program, join(folder, 'node_modules/.bin/notbank-rx'));
    });

    afterAll(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    it('is ended by Ctrl-C, which all that npx has started are sent, and leaves nobody behind', async () => {
      const npx = spawn('npx', ['--offline', 'notbank-rx', 'serve', '--json', '--crowd', 'off'], {
        cwd: folder,
        env: { PATH: process.env['PATH'], HOME: folder },
        stdio: ['ignore', 'pipe', 'ignore'],
        // A group of its own, as a shell gives it; Ctrl-C goes to the group.
        detached: true,
      });
      children.push(npx);
      const [line] = (await once(createInterface({ input: npx.stdout }), 'line')) as [string];
      const { url } = JSON.parse(line) as { readonly url: string };
      const ended = once(npx, 'close');
      process.kill(-(npx.pid ?? 0), 'SIGINT');
      await ended;

      const asked = await start(['call', 'Ping', '--url', url]).ended;
      expect(asked.code).toBe(1);
      expect(asked.stderr).toContain('ECONNREFUSED');
    });
  });
});
