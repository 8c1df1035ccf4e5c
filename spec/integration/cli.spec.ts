import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';

const program = join(__dirname, '../../dist/cli/main.cjs');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const run = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...args],
      { env: { PATH: process.env['PATH'], ...environment }, timeout: 20_000 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, stdout, stderr });
      },
    );
  });

interface Served {
  readonly url: string;
  readonly users: readonly {
    readonly userId: number;
    readonly apiKey: string;
    readonly secret: string;
    readonly accountId: number;
  }[];
  readonly instruments: readonly { readonly InstrumentId: number; readonly Symbol: string }[];
}

jest.setTimeout(60_000);

describe('the command line', () => {
  let folder: string;
  let server: ChildProcess;
  let served: Served;
  const log: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'notbank-rx-'));
    server = spawn(process.execPath, [program, 'serve', '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
    if (server.stdout === null || server.stderr === null) throw new Error('no pipes');
    createInterface({ input: server.stderr }).on('line', (line) => log.push(line));
    const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
    served = JSON.parse(line) as Served;
  });

  afterAll(() => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const file = (name: string, lines: readonly string[]): string => {
    const path = join(folder, name);
    writeFileSync(path, lines.join('\n'));
    return path;
  };

  it('serves an exchange and says in one line of JSON how to use it', () => {
    expect(served.url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/wsgateway$/);
    expect(served.users[0]).toEqual({
      userId: 64,
      apiKey: 'EXAMPLE-PUBLIC-KEY-0001',
      secret: 'EXAMPLE-SECRET-NOT-REAL-0001',
      accountId: 7,
    });
    expect(served.instruments).toContainEqual({ InstrumentId: 1, Symbol: 'BTCUSDT' });
  });

  it('calls a function and prints the reply as JSON, without colours in a pipe', async () => {
    const { code, stdout, stderr } = await run([
      'call',
      'getinstrument',
      '{"InstrumentId":1}',
      '--url',
      served.url,
    ]);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ InstrumentId: 1, Symbol: 'BTCUSDT' });
  });

  it('keeps every digit with --exact', async () => {
    const plain = await run(['call', 'GetInstrument', '{"InstrumentId":1}', '--url', served.url]);
    const exact = await run(['call', 'GetInstrument', '{"InstrumentId":1}', '--url', served.url, '--exact']);

    expect(exact.code).toBe(0);
    expect(JSON.parse(exact.stdout)).toEqual(JSON.parse(plain.stdout));
    expect(exact.stdout).toMatch(/"QuantityIncrement": 0\.\d*0*/);
  });

  it('logs in with what the environment says', async () => {
    const [user] = served.users;
    const { code, stdout } = await run(['call', 'GetUserAccounts', '{}'], {
      NOTBANK_URL: served.url,
      NOTBANK_API_KEY: user?.apiKey ?? '',
      NOTBANK_SECRET: user?.secret ?? '',
      NOTBANK_USER_ID: String(user?.userId),
    });

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual([7]);
  });

  it.each([
    ['a name that is nearly right', ['call', 'GetIntruments'], 'Did you mean GetInstruments'],
    ['a name that is nothing', ['call', 'Xyzzyxyzzy'], 'There is no function Xyzzyxyzzy.'],
    ['a verb that is nearly right', ['srve'], '(Did you mean serve?)'],
    ['an option that is none', ['call', 'Ping', '--loud'], "unknown option '--loud'"],
    ['a port that is none', ['serve', '--port', '-1'], "argument '-1' is invalid."],
    ['a file that is not there', ['check', '/nowhere/at/all'], '/nowhere/at/all: there is no such file.'],
    ['a folder', ['check', __dirname], `${__dirname}: that is a folder.`],
    ['no file', ['check'], "missing required argument 'file'"],
  ])('says that a command line cannot be carried out at %s', async (_, args, message) => {
    const { code, stdout, stderr } = await run(args);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('fails with a clear message at a parameter that is missing', async () => {
    const { code, stdout, stderr } = await run(['call', 'GetInstrument', '{}', '--url', 'ws://127.0.0.1:1']);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('GetInstrument was not sent: InstrumentId should be');
  });

  it('says at once why nobody answers, and that nothing was sent', async () => {
    const limit = ['--timeout', '500000'];
    const { code, stderr } = await run(['call', 'Ping', '{}', '--url', 'ws://127.0.0.1:1', ...limit]);

    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^Ping was not sent: .*ECONNREFUSED 127\.0\.0\.1:1.* It is safe to send again, over a new client\.\n$/,
    );
  });

  it('says what a private call without login is told', async () => {
    const { code, stderr } = await run(['call', 'GetOpenOrders', '{"AccountId":7}', '--url', served.url]);

    expect(code).toBe(1);
    expect(stderr).toContain('GetOpenOrders was refused: Endpoint Not Found');
  });

  it('checks a recording that is all right', async () => {
    const recording = file('good.ndjson', [
      '{"dir":"out","text":"{\\"m\\":0,\\"i\\":2,\\"n\\":\\"Ping\\",\\"o\\":\\"{}\\"}"}',
      '{"dir":"in","text":"{\\"m\\":1,\\"i\\":2,\\"n\\":\\"Ping\\",\\"o\\":\\"{\\\\\\"msg\\\\\\":\\\\\\"PONG\\\\\\"}\\"}"}',
      '{"m":3,"i":4,"n":"Level1UpdateEvent","o":"{\\"OMSId\\":1,\\"InstrumentId\\":1}"}',
      '{"m":5,"i":6,"n":"Nonsense","o":"Endpoint Not Found"}',
    ]);
    const { code, stdout } = await run(['check', recording]);

    expect(code).toBe(0);
    expect(stdout).toMatch(/^Ping reply\s+1\s+0$/m);
    expect(stdout).toMatch(/^Ping request\s+1\s+0$/m);
    expect(stdout).toMatch(/^Level1UpdateEvent event\s+1\s+0$/m);
    expect(stdout).toContain('Nonsense reply: not in the catalogue (1)');
  });

  it('checks a recording that is not, and names the first failure and its place', async () => {
    const recording = file('bad.ndjson', [
      '{"m":1,"i":2,"n":"Ping","o":"{\\"msg\\":5}"}',
      '{"m":1,"i":2,"n":"Ping","o":"{\\"msg\\":6}"}',
      'this is no frame',
    ]);
    const { code, stdout } = await run(['check', recording]);

    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^Ping reply\s+0\s+2\s+Ping: the exchange's payload was not understood: msg should be string but is 5\.$/m,
    );
    expect(stdout).toMatch(/^\(no frame\)\s+0\s+1\s+The message is no JSON object: this is no frame/m);
  });

  it('prints no control character of the exchange’s or of a file', async () => {
    const recording = file('rude.ndjson', ['{"m":1,"i":2,"n":"\\u001b[2JPing","o":"{}"}', '\u001b[2J']);
    const { code, stdout } = await run(['check', recording]);

    expect(code).toBe(1);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('\\u001b[2J');
  });

  it('ends quietly where its reader has had enough', async () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => `{"m":3,"i":4,"n":"No${n}","o":"{}"}`);
    const command = `"${process.execPath}" "${program}" check "${file('long.ndjson', lines)}" | head -n 1`;
    const child = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [said, complained] = [child.stdout, child.stderr].map((stream) =>
      stream.setEncoding('utf8').toArray(),
    );

    expect((await said)?.join('').split('\n')).toHaveLength(2);
    expect(await complained).toEqual([]);
  });

  it('tells its version and what it can do', async () => {
    const [version, help] = await Promise.all([run(['--version']), run(['--help'])]);

    expect(version).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
      stderr: '',
    });
    expect(help.code).toBe(0);
    for (const command of ['serve', 'call', 'check']) expect(help.stdout).toContain(`  ${command} `);
  });

  it('serves users of ones own, and refuses a file that names none', async () => {
    const good = file('users.json', [
      '[{"userId":1,"userName":"a","password":"b","apiKey":"c","secret":"d","accounts":[70]}]',
    ]);
    const bad = file('bad.json', ['[{"userId":"one"}]']);
    const own = spawn(process.execPath, [program, 'serve', '--json', '--users', good], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = (await once(createInterface({ input: own.stdout }), 'line')) as [string];
    const ended = once(own, 'exit');
    own.kill('SIGTERM');

    expect(JSON.parse(line)).toMatchObject({
      users: [{ userId: 1, apiKey: 'c', secret: 'd', accountId: 70 }],
    });
    expect(await ended).toEqual([null, 'SIGTERM']);
    expect((await run(['serve', '--users', bad])).stderr).toContain('0.userId should be number');
  });

  describe('serve', () => {
    const servers: ChildProcess[] = [];
    const serve = async (...args: readonly string[]) => {
      const child = spawn(process.execPath, [program, 'serve', '--json', '--crowd', 'off', ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      servers.push(child);
      const lines: string[] = [];
      const errors = createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
      const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
      return { child, lines, errors, served: JSON.parse(line) as Served & { readonly faults?: unknown } };
    };
    /** Sends frames and gives the first so many messages. */
    const exchanged = async (
      url: string,
      frames: readonly string[],
      count: number,
      ca?: string,
    ): Promise<readonly string[]> => {
      const socket = new WebSocket(url, ca === undefined ? {} : { ca });
      const messages: string[] = [];
      await once(socket, 'open');
      for (const frame of frames) socket.send(frame);
      while (messages.length < count) {
        const [data] = (await once(socket, 'message')) as [Buffer];
        messages.push(data.toString());
      }
      socket.terminate();
      return messages;
    };

    afterEach(async () => {
      await Promise.all(
        servers.splice(0).map(async (child) => {
          const hasEnded = child.exitCode !== null || child.signalCode !== null;
          const ended = hasEnded ? undefined : once(child, 'exit');
          child.kill('SIGKILL');
          await ended;
        }),
      );
    });

    it('fails in one line at broken JSON, wrong users and a wrong script', async () => {
      const broken = file('broken.json', ['[{']);
      const script = file('script.json', ['{"lasts":100,"faults":[{"does":"dropp"}]}']);
      const ends = await Promise.all([
        run(['serve', '--users', broken]),
        run(['serve', '--users', script]),
        run(['serve', '--faults', script]),
      ]);

      expect(ends.map(({ code }) => code)).toEqual([2, 2, 2]);
      expect(ends.map(({ stderr }) => stderr.replaceAll(folder, ''))).toEqual([
        expect.stringMatching(/^\/broken\.json is not JSON: .*\n$/),
        '/script.json: the file should be a list of users but is an object.\n',
        '/script.json: faults.0.does should be drop or drip but is "dropp".\n',
      ]);
    });

    it('says that a port is in use', async () => {
      const port = new URL(served.url).port;
      const { code, stderr } = await run(['serve', '--port', port]);

      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: `Port ${port} is in use already; without --port one that is free is taken.\n`,
      });
    });

    it('speaks the dialect of a profile, with single options changed', async () => {
      const { served: notbank } = await serve('--profile', 'notbank', '--set', 'numberZero=ignored');
      const frames = ['{"m":0,"i":0,"n":"Ping","o":"{}"}', '{"m":0,"i":2,"n":"GetOpenOrders","o":"{}"}'];

      expect(await exchanged(notbank.url, frames, 1)).toEqual([
        expect.stringMatching(/^{"m":1,"i":2,.*Not Authorized/),
      ]);
    });

    it('is at any spelling of its path', async () => {
      const base = served.url.replace('/wsgateway', '');
      for (const path of ['/wsgateway', '/wsgateway/', '/WSGateway/']) {
        expect(await exchanged(base + path, ['{"m":0,"i":2,"n":"Ping","o":"{}"}'], 1)).toHaveLength(1);
      }
    });

    it('serves over TLS', async () => {
      const [key, cert] = ['key', 'cert'].map((name) => join(__dirname, `../fixtures/tls/${name}.pem`));
      const { served: secure } = await serve('--key', key ?? '', '--cert', cert ?? '');
      const ping = ['{"m":0,"i":2,"n":"Ping","o":"{}"}'];

      expect(secure.url).toMatch(/^wss:/);
      expect(await exchanged(secure.url, ping, 1, readFileSync(cert ?? '', 'utf8'))).toHaveLength(1);
    });

    it('answers late when told to', async () => {
      const { served: late } = await serve('--latency', '60');
      const start = performance.now();
      await exchanged(late.url, ['{"m":0,"i":2,"n":"Ping","o":"{}"}'], 1);

      expect(performance.now() - start).toBeGreaterThanOrEqual(55);
    });

    it('plays a script from the first connection on, and prints it', async () => {
      const script = { lasts: 60_000, faults: [{ does: 'drop', on: { frame: 2 } }] };
      const { served: faulty, lines } = await serve('--faults', file('drop.json', [JSON.stringify(script)]));
      const socket = new WebSocket(faulty.url);
      await once(socket, 'open');
      const closed = once(socket, 'close');
      for (const i of [2, 4]) socket.send(`{"m":0,"i":${i},"n":"Ping","o":"{}"}`);

      expect((await closed)[0]).toBe(1006);
      expect(faulty.faults).toEqual(script);
      expect(lines).toContain('the script of faults begins, for 60000 ms');
    });

    it('makes a script of a seed, the same each time', async () => {
      const [first, second] = await Promise.all([serve('--faults', '7'), serve('--faults', '7')]);

      expect(first.served.faults).toMatchObject({ lasts: 30_000 });
      expect(second.served.faults).toEqual(first.served.faults);
    });

    it.each(['SIGTERM', 'SIGINT'] as const)('ends its connections and then itself at %s', async (signal) => {
      const { child, served: own } = await serve('--crowd', '50', '--faults', '7');
      const socket = new WebSocket(own.url);
      await once(socket, 'open');
      const closed = once(socket, 'close');
      const ended = once(child, 'exit');
      child.kill(signal);

      expect((await closed)[0]).toBe(1001);
      expect(await ended).toEqual([null, signal]);
    });

    it.each([
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ])('ends as a shell expects it at %s', async (signal, code) => {
      const script = `"$0" "$1" serve --json --crowd off & read _; kill -s "$2" $!; wait $!; echo "code $?"`;
      const args = ['-c', script, process.execPath, program, signal.slice(3)];
      const shell = spawn('bash', args, { stdio: ['pipe', 'pipe', 'ignore'] });
      servers.push(shell);
      const lines = createInterface({ input: shell.stdout });
      await once(lines, 'line');
      shell.stdin.end('\n');

      expect(await once(lines, 'line')).toEqual([`code ${code}`]);
    });

    it('ends with npm, which keeps SIGTERM to itself and its shell', async () => {
      const script = `"$0" "$1" serve --json --crowd off & read _`;
      const environment = { PATH: process.env['PATH'], npm_command: 'exec' };
      const shell = spawn('sh', ['-c', script, process.execPath, program], {
        env: environment,
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      const [line] = (await once(createInterface({ input: shell.stdout }), 'line')) as [string];
      const socket = new WebSocket((JSON.parse(line) as Served).url);
      await once(socket, 'open');
      const closed = once(socket, 'close');
      shell.kill('SIGTERM');

      expect((await closed)[0]).toBe(1001);
    });
  });

  it('logs connections in a line each, and stops cleanly when told to', async () => {
    const ended = once(server, 'exit');
    server.kill('SIGINT');

    expect(await ended).toEqual([null, 'SIGINT']);
    expect(log[0]).toBe('connection 1 opened');
    expect(log).toContain('connection 1 closed');
  });
});
