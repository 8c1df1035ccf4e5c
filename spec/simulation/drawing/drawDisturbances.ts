import type { Random } from '../../../src/simulator/market/random.ts';
import { scriptEnd } from '../scenario.ts';
import type { Disturbances } from '../virtualTime.ts';
import { isIn, pick } from './chance.ts';

/** The wall clock set, ahead by less and by more than what looks like a sleep, or back; busy stretches. */
export const drawDisturbances = (random: Random): Disturbances => {
  const clockSteps = isIn(random, 1, 4)
    ? Array.from({ length: 1 + random.below(2) }, () => ({
        at: random.below(scriptEnd),
        by: pick(random, [-3_600_000, -60_000, -900, 900, 4_000, 60_000, 3_600_000]),
      }))
    : [];
  const busy = isIn(random, 1, 4)
    ? Array.from({ length: 1 + random.below(2) }, () => ({
        at: random.below(scriptEnd),
        lasts: 30 + random.below(1_500),
      }))
    : [];
  return { clockSteps, busy };
};
