import type { FaultKind } from '../../../src/simulator/index.ts';
import type { Random } from '../../../src/simulator/market/random.ts';
import type { Bent } from './bent.ts';
import { isIn } from './chance.ts';
import type { Episode } from './episode.ts';
import { drawGivingUp, drawVisits } from './handlerEpisodes.ts';
import { lyingBooks, unreadable } from './kindsOfRuns.ts';
import { drawGarble, drawHaunting } from './marketEpisodes.ts';
import { drawAbsence, drawOverload } from './tradingEpisodes.ts';

/** What the episodes of a run go by. */
export interface Setting {
  readonly bent: Bent;
  readonly kinds: readonly FaultKind[];
  readonly mayTradeWithItself: boolean;
}

/** Draws what happens together in one run, besides all that happens by itself. */
export const drawEpisodes = (
  random: Random,
  { bent, kinds, mayTradeWithItself }: Setting,
): readonly Episode[] => {
  // A loss would take the ghosts away.
  if (kinds === lyingBooks) return [drawHaunting(random)];
  // Where somebody watches from the first on, nobody comes to a link that is not watched.
  if (kinds !== unreadable && isIn(random, 1, 4)) return [drawVisits(random, bent)];
  const isTrading = bent.trading > 0;
  return [
    ...(isTrading && isIn(random, 1, 8) ? [drawAbsence(random, mayTradeWithItself)] : []),
    ...(isTrading ? [drawOverload(random)] : []),
    ...(kinds === unreadable ? [drawGarble(random)] : []),
    ...(isIn(random, 1, 4) ? [drawGivingUp(random, bent)] : []),
  ];
};
