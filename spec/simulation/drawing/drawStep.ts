import type { Random } from '../../../src/simulator/market/random.ts';
import { askables, manners, type Reaction, scriptEnd, type Step } from '../scenario.ts';
import { type Bent, drawFollowable } from './bent.ts';
import { isIn, pick } from './chance.ts';
import { drawOrder, drawTrade, drawVerb } from './drawOrder.ts';

/** Draws what a handler does. */
export const drawReaction = (random: Random, bent: Bent): Reaction => {
  const draw = random.below(24);
  if (draw < 7) return { does: 'leave' };
  if (draw < 12) return { does: 'join', what: drawFollowable(random, bent) };
  if (draw < 15) return { does: 'ask', what: pick(random, askables) };
  if (draw < 18) return { does: 'place', draft: drawOrder(random) };
  if (draw < 20) return drawVerb(random);
  return draw < 23 ? { does: 'reconnect' } : { does: 'close' };
};

const drawJoin = (random: Random, at: number, client: number, bent: Bent): Step => ({
  ...{ at, client, does: 'join', what: drawFollowable(random, bent) },
  instrument: isIn(random, 4, 5) ? 1 : 2,
  ...(isIn(random, 1, 2) && { lasts: random.below(2_000) }),
  ...(isIn(random, bent.reactions, 10) && {
    // With the first, which is mostly told within the joining, more often than with others.
    reaction: { on: isIn(random, 1, 3) ? 1 : 1 + random.below(5), reaction: drawReaction(random, bent) },
  }),
  ...(isIn(random, 1, 4) && { slow: { manner: pick(random, manners), takes: 1 + random.below(900) } }),
});

/** Draws a step of one of so many clients. */
export const drawStep = (random: Random, clients: number, bent: Bent): Step => {
  const client = random.below(clients);
  // Many at one and the same time: there they meet.
  const at = isIn(random, 1, 4) ? 500 * random.below(8) : random.below(scriptEnd);
  if (isIn(random, bent.trading, 10)) return drawTrade(random, at, client);
  const draw = random.below(40);
  if (draw < 24) return drawJoin(random, at, client, bent);
  if (draw < 38)
    return {
      ...{ at, client, does: 'ask', what: pick(random, askables) },
      ...(isIn(random, 1, 6) && { leavesAfter: random.below(60) }),
    };
  return { at, client, does: draw === 38 ? 'reconnect' : 'close' };
};
