import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { from, lastValueFrom, mergeMap } from 'rxjs';
import { demoUsers } from '../../src/simulator/index.ts';
import { serve, type ServedExchange } from '../../src/simulator/node.ts';
import { type Ended, startNode } from '../support/child.ts';
import { type ConnectProxy, startConnectProxy } from '../support/connectProxy.ts';
import { recipes } from '../support/examples.ts';
import { missingLines } from '../support/shape.ts';

jest.setTimeout(120_000);

const [trader, partner] = demoUsers;

interface Circumstances {
  /** What the program is told. */
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What is typed in. */
  readonly input?: string;
  /** What it says before somebody presses Ctrl-C. */
  readonly interruptedAt?: RegExp;
}

const folder = mkdtempSync(join(tmpdir(), 'recipes-'));
const recording = join(folder, 'today.ndjson');

/** Where it takes more than to start a program and wait for its end. */
const circumstances: Readonly<Record<string, Circumstances>> = {
  '10-cancel-all-on-shutdown.mjs': { interruptedAt: /Working/ },
  '15-record-and-replay.mjs': { args: [recording] },
  '16-a-strategy-over-a-recording.mjs': { args: [recording] },
  '20-several-accounts.mjs': {
    environment: {
      NOTBANK_API_KEY: partner.apiKey,
      NOTBANK_SECRET: partner.secret,
      NOTBANK_USER_ID: String(partner.userId),
    },
  },
  '24-graceful-shutdown.mjs': { interruptedAt: /(written.*\n){3}/ },
  '31-second-factor.mjs': { input: `${partner.twoFactorCode ?? ''}\n` },
};

const login = {
  NOTBANK_API_KEY: trader.apiKey,
  NOTBANK_SECRET: trader.secret,
  NOTBANK_USER_ID: String(trader.userId),
};

const follow = async (name: string, url: string, proxy: string): Promise<Ended> => {
  const { environment = {}, args = [], input = '', interruptedAt } = circumstances[name] ?? {};
  const program = startNode(
    `examples/recipes/${name}`,
    { ...login, NOTBANK_URL: url, HTTPS_PROXY: proxy, ...environment },
    { program: args, input },
  );
  if (interruptedAt !== undefined) {
    await program.says(interruptedAt);
    program.stop('SIGINT');
  }
  return program.ended;
};

describe('the recipes', () => {
  const files = readdirSync(join(__dirname, '../../examples/recipes')).filter((name) =>
    /^\d.*mjs$/.test(name),
  );
  const told = new Map<string, Ended>();
  let served: ServedExchange;
  let proxy: ConnectProxy;

  beforeAll(async () => {
    served = await serve({ exchange: { crowd: 50 } });
    proxy = await startConnectProxy();
    // Most of the time they wait; what plays a recording needs one first.
    const all$ = from(files.filter((name) => !name.startsWith('16'))).pipe(
      mergeMap(async (name) => told.set(name, await follow(name, served.url, proxy.url)), 8),
    );
    await lastValueFrom(all$);
    const strategy = '16-a-strategy-over-a-recording.mjs';
    told.set(strategy, await follow(strategy, served.url, proxy.url));
  });

  afterAll(async () => {
    await Promise.all([served.close(), proxy.close()]);
    rmSync(folder, { recursive: true });
  });

  it.each(files)('%s ends well and prints what docs/recipes.md shows', (name) => {
    const { code, stdout = '', stderr } = told.get(name) ?? {};
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const shown = recipes().get(name)?.output;
    expect(shown).toBeDefined();
    const missing = missingLines(shown ?? '', stdout);
    expect(missing.length > 0 ? { missing, stdout } : { missing }).toEqual({ missing: [] });
  });

  it('15-record-and-replay.mjs plays what it has recorded', () => {
    expect(told.get('15-record-and-replay.mjs')?.stdout).toMatch(/^(.+)\n\1\n$/);
  });

  it('32-proxy-and-headers.mjs goes through the proxy, and sends its header', () => {
    expect(proxy.targets).toEqual([new URL(served.url).host]);
    expect(proxy.openings).toEqual([
      expect.stringMatching(/^GET \/wsgateway[^]*User-Agent: my-bot\/1\.0/i) as string,
    ]);
  });

  it('29-watch.sh draws a book, until Ctrl-C', async () => {
    const text = readFileSync(join(__dirname, '../../examples/recipes/29-watch.sh'), 'utf8');
    const [, written = ''] = /^npx notbank-rx (.*) "\$\{NOTBANK_URL:-.*\}"\n$/.exec(text) ?? [];
    const watch = startNode('dist/cli/main.cjs', {}, { program: [...written.split(' '), served.url] });
    await watch.says(/\d @ \d.*spread \d/);
    watch.stop('SIGINT');
    // It dies of the signal, so there is no code.
    expect(await watch.ended).toMatchObject({ code: null });
    expect(written).toBe('watch book BTCUSDT --url');
  });
});
