import type { Random } from '../../../src/simulator/market/random.ts';
import { accountFollowables, type Followable, marketFollowables, scriptEnd, type Step } from '../scenario.ts';
import { type Bent, drawFollowable } from './bent.ts';
import { isIn, pick } from './chance.ts';
import { drawReaction } from './drawStep.ts';
import type { Episode } from './episode.ts';

/** What tells whoever comes something at once, though the link is up and the stream has not begun. */
const toldAtOnce = [
  ...(['book', 'exactBook', 'summary', 'book', 'exactBook', 'summary'] as const),
  ...(['orderBook', 'touch', 'bars'] as const),
] as const;

/** How long nobody follows anything from one visit to the next, at least, in milliseconds. */
const pause = 400;

/**
 * A program that follows nothing for most of the time: somebody comes to a link that is open and unwatched, acts on the
 * first that it is told, mostly by giving the link up, and leaves. Mostly the next link is open in the same turn.
 */
export const drawVisits = (random: Random, bent: Bent): Episode => {
  const visits = 1 + random.below(4);
  const between = Math.floor(scriptEnd / visits);
  const visit = (index: number): Step => ({
    ...{ at: index * between + 200 + random.below(between - pause - 200), client: 0, does: 'join' },
    what: isIn(random, 3, 4) ? pick(random, toldAtOnce) : drawFollowable(random, bent),
    instrument: 1,
    ...((index + 1 < visits || isIn(random, 1, 2)) && { lasts: random.below(pause) }),
    reaction: { on: 1, reaction: isIn(random, 2, 3) ? { does: 'reconnect' } : drawReaction(random, bent) },
  });
  return {
    faults: [],
    steps: Array.from({ length: visits }, (_, index) => visit(index)),
    keepsStill: 0,
    options: { latency: pick(random, [0, 0, 0, 1, 15]) },
  };
};

/** Several look at one and the same, and one of them gives the link up because of what it is told. */
export const drawGivingUp = (random: Random, { trading }: Bent): Episode => {
  const at = random.below(scriptEnd);
  const ofAccount = trading > 0 && isIn(random, 2, 3);
  const what = (): Followable => pick(random, ofAccount ? accountFollowables : marketFollowables);
  const join = (): Extract<Step, { does: 'join' }> => {
    return { at: Math.max(0, at - random.below(600)), client: 0, does: 'join', what: what(), instrument: 1 };
  };
  const on = isIn(random, 1, 4) ? 1 : 2 + random.below(5);
  const givesUp: Step = { ...join(), at, reaction: { on, reaction: { does: 'reconnect' } } };
  return { faults: [], steps: [join(), join(), givesUp] };
};
