import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

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
    [
      'a name that is nearly right',
      ['call', 'GetIntruments'],
      'There is no function GetIntruments. Did you mean GetInstruments',
    ],
    ['a name that is nothing', ['call', 'Xyzzyxyzzy'], 'There is no function Xyzzyxyzzy.'],
    [
      'a missing parameter',
      ['call', 'GetInstrument', '{}', '--url', 'ws://127.0.0.1:1'],
      'GetInstrument was not sent: InstrumentId should be',
    ],
    ['an unknown command', ['sing'], 'There is no command sing.'],
    ['an unknown option', ['call', 'Ping', '--loud'], "Unknown option '--loud'"],
    ['a file that is not there', ['check', '/nowhere/at/all'], 'ENOENT'],
    ['no file', ['check'], 'usage: notbank-rx check FILE'],
    ['a port that is none', ['serve', '--port', 'x'], '--port takes a whole number, not x.'],
  ])('fails with a clear message at %s', async (_, args, message) => {
    const { code, stdout, stderr } = await run(args);

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('fails when nobody answers, saying that nothing was sent', async () => {
    const { code, stderr } = await run([
      'call',
      'Ping',
      '{}',
      '--url',
      'ws://127.0.0.1:1',
      '--timeout',
      '200',
    ]);

    expect(code).toBe(1);
    expect(stderr).toContain('Ping was not sent: the connection was not open within 200 ms.');
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
    expect(stdout).toMatch(/^\(no frame\)\s+0\s+1\s+The message is not JSON: this is no frame/m);
  });

  it('tells what it can do', async () => {
    const { code, stdout } = await run(['--help']);

    expect(code).toBe(0);
    for (const command of ['serve', 'call', 'check']) expect(stdout).toContain(`  ${command} `);
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
    expect(await ended).toEqual([0, null]);
    expect((await run(['serve', '--users', bad])).stderr).toContain('0.userId should be number');
  });

  it('logs connections in a line each, and stops cleanly when told to', async () => {
    const ended = once(server, 'exit');
    server.kill('SIGINT');

    expect(await ended).toEqual([0, null]);
    expect(log[0]).toBe('connection 1 opened');
    expect(log).toContain('connection 1 closed');
  });
});
