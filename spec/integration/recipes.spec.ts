import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { firstValueFrom, from, map, mergeMap, toArray } from 'rxjs';
import { demoUsers } from '../../src/simulator/index.ts';
import { serve, type ServedExchange } from '../../src/simulator/node.ts';
import { type Ended, startNode } from '../support/child.ts';
import { recipes } from '../support/examples.ts';
import { missingLines } from '../support/shape.ts';

jest.setTimeout(120_000);

const [trader, partner] = demoUsers;

interface Circumstances {
  readonly environment?: Readonly<Record<string, string>>;
  /** What is typed in. */
  readonly input?: string;
  /** What it says before somebody presses Ctrl-C. */
  readonly interruptedAt?: RegExp;
}

/** Where it takes more than to start a program and wait for its end. */
const circumstances: Readonly<Record<string, Circumstances>> = {
  '10-cancel-all-on-shutdown.mjs': { interruptedAt: /Working/ },
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

const follow = async (name: string, url: string): Promise<Ended> => {
  const { environment = {}, input, interruptedAt } = circumstances[name] ?? {};
  const program = startNode(
    `examples/recipes/${name}`,
    { ...login, NOTBANK_URL: url, ...environment },
    input === undefined ? {} : { input },
  );
  if (interruptedAt !== undefined) {
    await program.says(interruptedAt);
    program.stop('SIGINT');
  }
  return program.ended;
};

describe('the recipes', () => {
  const files = readdirSync(join(__dirname, '../../examples/recipes')).filter((name) => /^\d/.test(name));
  let served: ServedExchange;
  let told: ReadonlyMap<string, Ended>;

  beforeAll(async () => {
    served = await serve({ exchange: { crowd: 50 } });
    const all$ = from(files).pipe(
      // Most of the time they wait.
      mergeMap((name) => from(follow(name, served.url)).pipe(map((ended) => [name, ended] as const)), 8),
      toArray(),
    );
    told = new Map(await firstValueFrom(all$));
  });

  afterAll(async () => {
    await served.close();
  });

  it.each(files)('%s ends well and prints what docs/recipes.md shows', (name) => {
    const { code, stdout = '', stderr } = told.get(name) ?? {};
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const shown = recipes().get(name)?.output;
    expect(shown).toBeDefined();
    const missing = missingLines(shown ?? '', stdout);
    expect(missing.length > 0 ? { missing, stdout } : { missing }).toEqual({ missing: [] });
  });
});
