import { faultScript } from '../../../src/simulator/index.ts';
import { createRandom } from '../../../src/simulator/market/random.ts';
import { type Scenario, scriptEnd, type Step } from '../scenario.ts';
import { drawBent } from './bent.ts';
import { isIn, pick } from './chance.ts';
import { drawClients } from './drawClients.ts';
import { drawDisturbances } from './drawDisturbances.ts';
import { drawEpisodes } from './drawEpisodes.ts';
import { standing } from './drawOrder.ts';
import { drawStep } from './drawStep.ts';
import type { Episode } from './episode.ts';
import { kindsOfRuns, lyingBooks } from './kindsOfRuns.ts';

const mostSteps = 30;
const mostFaults = 8;

const profileNames = ['none', 'notbank', 'bitazza', 'ndax', 'foxbit', 'adversarial'] as const;

/** Whether a step neither follows nor sends an order. */
const isStill = ({ does }: Step): boolean => does === 'ask' || does === 'reconnect';

/** Draws a whole run from a seed. */
export const drawScenario = (seed: number): Scenario => {
  const random = createRandom(seed * 2 + 1);
  const profile = pick(random, profileNames);
  const bent = drawBent(random);
  const kinds = pick(random, kindsOfRuns);
  const clients = drawClients(random, { bent, profile, isWary: kinds === lyingBooks });
  const mayTradeWithItself = isIn(random, 1, 2);
  const episodes = drawEpisodes(random, { bent, kinds, mayTradeWithItself });
  const drawn = faultScript(random.below(2 ** 31), {
    lasts: scriptEnd,
    most: mostFaults,
    userIds: [64, 65],
    largest: 20_000,
    kinds,
  });
  const most = clients.length;
  const others = Array.from({ length: 4 + random.below(mostSteps - 4) }, () => drawStep(random, most, bent));
  const first = bent.trading > 0 ? clients.map((_setup, client) => standing(random, client)) : [];
  const still = episodes.map(({ keepsStill }) => keepsStill);
  const steps = [...first, ...others].filter((step) => !still.includes(step.client) || isStill(step));
  return {
    ...{ seed, profile, clients, mayTradeWithItself },
    script: { ...drawn, faults: [...drawn.faults, ...episodes.flatMap(({ faults }) => faults)] },
    ...drawDisturbances(random),
    latency: pick(random, [0, 0, 1, 2, 15]),
    crowd: pick(random, [450, 900, 900, 1_800]),
    isHasty: isIn(random, 1, 2),
    steps: [...episodes.flatMap((episode) => episode.steps), ...steps].sort(
      (one, other) => one.at - other.at,
    ),
    ...episodes.reduce<Episode['options']>((all, { options }) => ({ ...all, ...options }), {}),
  };
};
