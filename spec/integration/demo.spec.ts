import { startNode, type Ended, type Running } from '../support/child.ts';

jest.setTimeout(120_000);

const escape = '\u001b';

const demo = 'examples/demo.mjs';
const nowhere = { NOTBANK_URL: 'ws://127.0.0.1:9/' };

/** A pipe that passes for a terminal of this size. */
const onTerminal = (columns: number, rows: number, environment = {}): Running => {
  const disguise = `Object.assign(process.stdout, { isTTY: true, columns: ${columns}, rows: ${rows} })`;
  return startNode(demo, environment, { node: ['--import', `data:text/javascript,${disguise}`] });
};

interface Announcement {
  readonly url: string;
  readonly users: readonly [{ readonly userId: number; readonly apiKey: string; readonly secret: string }];
}

/** Starts a simulated exchange; resolves with what its users put into their environment. */
const startExchange = async () => {
  const exchange = startNode('dist/cli/main.cjs', {}, { program: ['serve', '--json'] });
  const [line] = await exchange.says(/^.*\n/);
  const { url, users } = JSON.parse(line) as Announcement;
  const [{ userId, apiKey, secret }] = users;
  const gateway = { NOTBANK_URL: url };
  const login = { NOTBANK_API_KEY: apiKey, NOTBANK_SECRET: secret, NOTBANK_USER_ID: String(userId) };
  return { exchange, gateway, user: { ...gateway, ...login } };
};

/** Every program, all at once: what they do most of the time is wait. */
const startAll = async () => {
  const story = startNode(demo).ended;
  const unreachable = startNode(demo, nowhere).ended;
  const colourless = onTerminal(80, 24, { ...nowhere, NO_COLOR: '1' }).ended;
  const { exchange, gateway, user } = await startExchange();
  return {
    story,
    unreachable,
    colourless,
    exchange,
    marketData: startNode('examples/market-data.mjs', gateway).ended,
    trading: startNode('examples/trading.mjs', user).ended,
    visitor: startNode(demo, gateway).ended,
    reader: startNode(demo, user).ended,
    trader: startNode(demo, { ...user, NOTBANK_PLACE_ORDER: 'yes' }).ended,
    impostor: startNode(demo, { ...user, NOTBANK_SECRET: 'wrong' }).ended,
  };
};

let programs: Awaited<ReturnType<typeof startAll>>;

beforeAll(async () => {
  programs = await startAll();
});

afterAll(async () => {
  programs.exchange.stop();
  // It dies of the signal, so there is no code, and it has said so to nobody.
  expect(await programs.exchange.ended).toMatchObject({ code: null });
});

describe('the demo, piped', () => {
  let told: Ended;
  let lines: readonly string[];
  const indexOf = (pattern: RegExp): number => lines.findIndex((line) => pattern.test(line));
  const matching = (pattern: RegExp): readonly string[] => lines.filter((line) => pattern.test(line));

  beforeAll(async () => {
    told = await programs.story;
    lines = told.stdout.split('\n');
  });

  it('ends by itself, without an error', () => {
    expect([told.code, told.stderr]).toEqual([0, '']);
    expect(lines.at(-2)).toBe('The end.');
  });

  it('prints plain lines, without escape codes', () => {
    expect(told.stdout).not.toContain(escape);
    expect(told.stdout).not.toContain('\r');
  });

  it('connects, logs in and lists the instruments', () => {
    const story = [
      /simulated exchange ws:\/\/127\.0\.0\.1:\d+/,
      /^connection: connecting$/,
      /^connection: logging in$/,
      /^connection: open$/,
      /^Logged in\.$/,
      /^instrument 1: BTCUSDT, BTC in USDT, Running$/,
    ].map(indexOf);
    expect(story).toEqual([...story].sort((a, b) => a - b));
    expect(story).not.toContain(-1);
    expect(matching(/^instrument /)).toHaveLength(5);
  });

  it('shows an order book that moves, and trades', () => {
    const books = matching(/^book BTCUSDT: bids \S+ @ \S+.* \| asks \S+ @ \S+/);
    expect(new Set(books).size).toBeGreaterThan(2);
    expect(matching(/^trade BTCUSDT .*(bought|sold) \S+ at \S+$/).length).toBeGreaterThan(5);
  });

  it('follows its order from placing to filled or cancelled', () => {
    const orders = matching(/^order \d+: Buy 0\.05 BTCUSDT at /);
    const [, id] = /^order (\d+)/.exec(orders[0] ?? '') ?? [];

    expect(indexOf(/^Placing an order: Buy 0\.050000 BTCUSDT/)).toBeLessThan(indexOf(/^order /));
    expect(orders.every((line) => line.startsWith(`order ${id ?? ''}:`))).toBe(true);
    expect(
      orders.slice(0, -1).every((line) => /: (Sent|Accepted|Working|PartiallyFilled)\b/.test(line)),
    ).toBe(true);
    expect(orders.at(-1)).toMatch(/: (Filled|Canceled)/);
  });

  it('survives a forced disconnect: login, a fresh snapshot, and nothing sent in between', () => {
    const dropped = indexOf(/^The exchange now drops the connection\.$/);
    const after = lines.slice(dropped);
    const story = [
      /^book BTCUSDT: restoring$/,
      /^connection: none: The socket to .* was closed \(code 1006\)\. Next attempt in \d+ ms$/,
      /is NotSent at once: SendOrder was not sent: .*It is safe to send again\.$/,
      /^connection: connecting again, attempt 1$/,
      /^connection: logging in$/,
      /^connection: open$/,
      /^book BTCUSDT: a fresh snapshot, \d+ bids and \d+ asks$/,
      /^book BTCUSDT: live$/,
    ].map((pattern) => after.findIndex((line) => pattern.test(line)));

    expect(dropped).toBeGreaterThan(0);
    expect(story).toEqual([...story].sort((a, b) => a - b));
    expect(story).not.toContain(-1);
  });

  it('shows what was bought and paid in the balances before and after', () => {
    const balance = (when: string, product: string): number => {
      const [line = ''] = matching(new RegExp(`^balance ${when}: ${product} `));
      return Number(/ (\d+(\.\d+)?)(,|$)/.exec(line)?.[1]);
    };
    const [, filled = '0', price = '0'] =
      /filled (\S+) at ([\d.]+)/.exec(matching(/^order /).at(-1) ?? '') ?? [];

    expect(balance('before', 'BTC')).toBe(2);
    expect(balance('before', 'USDT')).toBe(250_000);
    // The fee, a share of a thousandth at most, is taken from what was bought.
    const bought = balance('after', 'BTC') - 2;
    expect(bought).toBeLessThanOrEqual(Number(filled) + 1e-8);
    expect(bought).toBeGreaterThanOrEqual(Number(filled) * 0.999 - 1e-8);
    expect(balance('after', 'USDT')).toBeCloseTo(250_000 - Number(filled) * Number(price), 2);
  });
});

describe('the demo at a gateway that is not there', () => {
  it('says so in one line and exits with 1', async () => {
    const { code, stderr } = await programs.unreachable;
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^The demo failed: Could not connect: ws:\/\/127\.0\.0\.1:9\/: [^\n]*ECONNREFUSED[^\n]*\n$/,
    );
  });
});

describe('the demo on a terminal', () => {
  const hidden = `${escape}[?25l`;
  const shown = `${escape}[?25h`;
  const sequences = new RegExp(`${escape}\\[[?0-9;]*[A-Za-z]`, 'g');
  const visibleLines = (text: string): readonly string[] => text.replace(sequences, '').split(/[\r\n]+/);

  it('redraws in place with colour, within the width, and gives the cursor back on Ctrl-C', async () => {
    const running = onTerminal(44, 24);
    await running.says(/Order \d+/);
    running.stop('SIGINT');
    const { code, stdout, stderr } = await running.ended;

    expect([code, stderr]).toEqual([130, '']);
    expect(stdout.startsWith(hidden)).toBe(true);
    expect(stdout.endsWith(shown)).toBe(true);
    expect(stdout).toMatch(new RegExp(`\r${escape}\\[\\d+A`));
    expect(stdout).toContain(`${escape}[32m`);
    expect(Math.max(...visibleLines(stdout).map((line) => line.length))).toBe(43);
  });

  it('uses no colour where NO_COLOR is set, and gives the cursor back on a failure', async () => {
    const { code, stdout } = await programs.colourless;

    expect(code).toBe(1);
    expect(stdout.endsWith(shown)).toBe(true);
    expect(stdout).not.toMatch(new RegExp(`${escape}\\[\\d+m`));
  });
});

describe('examples at a gateway that others run', () => {
  it('market-data.mjs lists symbols, then follows a book', async () => {
    const { code, stdout, stderr } = await programs.marketData;
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^BTCUSDT .*\n([\d.]+ [\d.]+ [\d.]+ [\d.]+\n){3}$/);
  });

  it('trading.mjs places an order and tells how it stands', async () => {
    const { code, stdout, stderr } = await programs.trading;
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Sent 0 *\nAccepted 0 *\n/);
  });

  it('the demo shows the public part without a login, and says that it places no order', async () => {
    const { code, stdout, stderr } = await programs.visitor;
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^No login was given .*no order is placed\.$/m);
    expect(stdout).toMatch(/^book BTCUSDT: bids/m);
    expect(stdout).not.toMatch(/^(balance|order|Placing)/m);
  });

  it('the demo places no order with a login alone', async () => {
    const { code, stdout, stderr } = await programs.reader;
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^This is a real gateway: no order is placed/m);
    expect(stdout).toMatch(/^balance before: BTC/m);
    expect(stdout).not.toMatch(/^(order|Placing|The exchange now drops)/m);
  });

  it('the demo places an order far from the market and cancels it where NOTBANK_PLACE_ORDER says yes', async () => {
    const { code, stdout, stderr } = await programs.trader;
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Placing an order: Buy 0\.000100 BTCUSDT at \d+\.\d\d\.$/m);
    expect(stdout).toMatch(/^order \d+: .*: Working/m);
    expect(stdout).toMatch(/^order \d+: .*: Canceled\b/m);
    expect(stdout).not.toMatch(/^The exchange now drops/m);
  });

  it('the demo prints what the exchange says to wrong credentials', async () => {
    const { code, stderr } = await programs.impostor;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The demo failed: The exchange refused the credentials[^\n]*\n$/);
  });
});
