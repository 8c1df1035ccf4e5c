import { config, repeat, timer } from 'rxjs';
import { createExchange, profiles } from '../../src/simulator/index.ts';
import { createRandom, type Random } from '../../src/simulator/market/random.ts';
import { inVirtualTime, startOfRun } from '../simulation/virtualTime.ts';
import { samplesOf } from '../support/samples.ts';
import { createAttack, type Toll } from './attack.ts';
import { busyFor, type Consumer, type Diary, runProgram, streams } from './program.ts';

/** What one seed has come to. */
export interface Trial {
  readonly toll: Toll;
  /** What is wrong; nothing where all is well. */
  readonly wrong: readonly string[];
  /** How many consumers there were that nothing had hit, and how many lines they were told. */
  readonly untouched: number;
  readonly lines: number;
}

const types = { request: 0, reply: 1, event: 3, error: 5 } as const;

/** Every sample there is, as a frame. One that ends the login would hit everybody. */
const sampleFrames: readonly string[] = (['functions', 'streams'] as const)
  .flatMap(samplesOf)
  .map(({ name, kind, text }, index) => JSON.stringify({ m: types[kind], i: 2 * index, n: name, o: text }));

const attackFrom = 2_000;
/** Between two lots of frames, in whole milliseconds. */
const tick = 4;
/** How many frames are slipped in by the seed. */
const strikesPerSeed = 6_000;

/** Every second is a victim; now and then nobody is, or everybody. */
const victimsOf = (seed: number, random: Random): ReadonlySet<Consumer> => {
  const all = [...streams, 'request'];
  if (seed % 8 === 0) return new Set();
  return new Set(seed % 8 === 1 ? all : all.filter(() => random.below(2) === 0));
};

interface How {
  readonly isHostile: boolean;
  readonly strikes?: number;
  /** What to do when, in milliseconds since the attack began. */
  readonly looks?: readonly { readonly at: number; readonly look: () => void }[];
}

interface Run {
  readonly diary: Diary;
  readonly toll: Toll;
  readonly uncaught: readonly string[];
}

const run = (seed: number, { isHostile, strikes = strikesPerSeed, looks = [] }: How): Run => {
  const diary: Diary = new Map();
  const uncaught: string[] = [];
  const random = createRandom(seed);
  const victims = victimsOf(seed, random);
  const [, profile] = Object.entries(profiles)[random.below(Object.keys(profiles).length)] ?? [];
  let toll: Toll | undefined;
  config.onUnhandledError = (error) =>
    uncaught.push(error instanceof Error ? (error.stack ?? '') : String(error));
  try {
    inVirtualTime(
      { clockSteps: [], busy: [] },
      ({ elapsed }) => {
        const exchange = createExchange({
          ...profile,
          ...{ seed, startTime: startOfRun, latency: 20, crowd: 400, crowdInstruments: [1, 2] },
        });
        const isOn = (): boolean => isHostile && elapsed() >= attackFrom && elapsed() < attackFrom + busyFor;
        const attack = createAttack(exchange.transport, { random, samples: sampleFrames, victims, isOn });
        const client = runProgram(exchange, attack.transport, { diary, elapsed, sending: attack.sending });
        // Longer in flight than all of the attack.
        exchange.withhold('GetUserInfo');
        timer(attackFrom + 6_000).subscribe(exchange.release);
        timer(attackFrom).subscribe(() =>
          timer(tick)
            .pipe(repeat(busyFor / tick))
            .subscribe(() => {
              for (let left = (strikes * tick) / busyFor; isHostile && left > 0; left -= 1) attack.strike();
            }),
        );
        for (const { at, look } of looks) timer(attackFrom + at).subscribe(look);
        timer(attackFrom + busyFor + 11_000).subscribe(() => {
          client.close();
          exchange.close();
          toll = attack.toll();
        });
      },
      () => undefined,
    );
  } catch (error) {
    uncaught.push(error instanceof Error ? (error.stack ?? '') : String(error));
  } finally {
    config.onUnhandledError = null;
  }
  return { diary, uncaught, toll: toll ?? { hits: new Set(), frames: 0, kinds: {}, aimless: 0 } };
};

const innocents = [Object.prototype, Array.prototype, Function.prototype, String.prototype] as const;
const namesOf = (): string => innocents.map((one) => Object.getOwnPropertyNames(one).join()).join(';');

const differences = (plain: Diary, hostile: Diary, hits: ReadonlySet<Consumer>): readonly string[] =>
  [...plain].flatMap(([consumer, lines]) => {
    if (hits.has(consumer)) return [];
    const others = hostile.get(consumer) ?? [];
    const at = lines.findIndex((line, index) => line !== others[index]);
    if (at < 0 && lines.length === others.length) return [];
    const first = at < 0 ? lines.length : at;
    return [`${consumer} line ${first}: ${lines[first]} became ${others[first]}`.slice(0, 600)];
  });

/** Runs a seed without damage and with it, and compares what everybody was told that nothing had hit. */
export const tryOut = (seed: number, strikes = strikesPerSeed): Trial => {
  const before = namesOf();
  const plain = run(seed, { isHostile: false, strikes });
  const hostile = run(seed, { isHostile: true, strikes });
  const { toll } = hostile;
  const untouched = [...plain.diary].filter(([consumer]) => !toll.hits.has(consumer));
  return {
    toll,
    untouched: untouched.length,
    lines: untouched.reduce((sum, [, lines]) => sum + lines.length, 0),
    wrong: [
      ...plain.uncaught.map((error) => `uncaught without damage: ${error}`),
      ...hostile.uncaught.map((error) => `uncaught: ${error}`),
      ...differences(plain.diary, hostile.diary, toll.hits),
      ...(namesOf() === before ? [] : ['a prototype was polluted']),
    ],
  };
};

/** The heap of one client that nothing spares, when half of so many frames have come and when all have. */
export const heapsOfOneLife = (strikes: number, heapNow: () => number): readonly number[] => {
  const heaps: number[] = [];
  const look = (): void => {
    heaps.push(heapNow());
  };
  const at = [busyFor / 2, busyFor - 1];
  run(1, { isHostile: true, strikes, looks: at.map((time) => ({ at: time, look })) });
  return heaps;
};
