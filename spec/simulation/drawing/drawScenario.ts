import { faultScript } from '../../../src/simulator/index.ts';
import { createRandom } from '../../../src/simulator/market/random.ts';
import { type Scenario, scriptEnd, type Step } from '../scenario.ts';
import { drawBent } from './bent.ts';
import { isIn, pick } from './chance.ts';
import { drawClients } from './drawClients.ts';
import { drawDisturbances } from './drawDisturbances.ts';
import { standing } from './drawOrder.ts';
import { drawStep } from './drawStep.ts';
import { uneventful } from './episode.ts';
import { kindsOfRuns, lyingBooks, unreadable } from './kindsOfRuns.ts';
import { drawAbsence, drawOverload } from './tradingEpisodes.ts';

const mostSteps = 30;
const mostFaults = 8;

const profileNames = ['none', 'notbank', 'bitazza', 'ndax', 'foxbit', 'adversarial'] as const;

/** Draws a whole run from a seed. */
export const drawScenario = (seed: number): Scenario => {
  const random = createRandom(seed * 2 + 1);
  const profile = pick(random, profileNames);
  const bent = drawBent(random);
  const clients = drawClients(random, bent, profile);
  const kinds = pick(random, kindsOfRuns);
  const mayTradeWithItself = isIn(random, 1, 2);
  const isTrading = bent.trading > 0;
  const absence = isTrading && isIn(random, 1, 8) ? drawAbsence(random, mayTradeWithItself) : uneventful;
  const overload = isTrading ? drawOverload(random) : uneventful;
  const drawn = faultScript(random.below(2 ** 31), {
    lasts: scriptEnd,
    most: mostFaults,
    userIds: [64, 65],
    largest: 20_000,
    kinds,
  });
  const most = clients.length;
  const script = { ...drawn, faults: [...drawn.faults, ...absence.faults, ...overload.faults] };
  const others = Array.from({ length: 4 + random.below(mostSteps - 4) }, () => drawStep(random, most, bent));
  const episodes = [...absence.steps, ...overload.steps];
  const steps = isTrading
    ? [...clients.map((_setup, client) => standing(random, client)), ...episodes, ...others]
    : others;
  // Where books are lied about somebody follows one that is audited, and where they cannot be read one that is not.
  const watching = { at: 0, client: 0, does: 'join', instrument: 1 } as const;
  const watched: readonly Step[] =
    kinds === lyingBooks
      ? [{ ...watching, what: 'orderBook' }]
      : kinds === unreadable
        ? [{ ...watching, what: pick(random, ['book', 'bookRows', 'summary', 'bars']) }]
        : [];
  return {
    ...{ seed, profile, clients, script, mayTradeWithItself },
    ...drawDisturbances(random),
    latency: pick(random, [0, 0, 1, 2, 15]),
    crowd: pick(random, [450, 900, 900, 1_800]),
    isHasty: isIn(random, 1, 2),
    steps: [...watched, ...steps].sort((one, other) => one.at - other.at),
  };
};
