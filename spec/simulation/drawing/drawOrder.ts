import type { Random } from '../../../src/simulator/market/random.ts';
import { type OrderDraft, type OrderVerb, orderVerbs, pricings, type Step } from '../scenario.ts';
import { isIn, pick } from './chance.ts';

/** Draws an order. */
export const drawOrder = (random: Random): OrderDraft => ({
  side: pick(random, ['Buy', 'Sell'] as const),
  pricing: pick(random, pricings),
  // Now and then more than anybody takes at once, so that a part of it stays.
  quantity: isIn(random, 1, 4) ? 100 + random.below(200) : 1 + random.below(40),
  isPostOnly: isIn(random, 1, 8),
  ...(isIn(random, 1, 6) && { leavesAfter: random.below(400) }),
});

/** Something that is done with an order. */
export interface Act {
  readonly does: 'act';
  readonly verb: OrderVerb;
  readonly nth: number;
}

/** Draws a command about an order, or about all. */
export const drawVerb = (random: Random): Act => ({
  does: 'act',
  verb: isIn(random, 1, 8) ? 'cancelAll' : pick(random, orderVerbs),
  nth: random.below(6),
});

/** Draws a step that is about orders. */
export const drawTrade = (random: Random, at: number, client: number): Step => {
  const draw = random.below(10);
  if (draw < 6) return { at, client, does: 'place', draft: drawOrder(random) };
  if (draw < 8) return { at, client, ...drawVerb(random) };
  if (draw < 9)
    return isIn(random, 1, 2)
      ? { at, client, does: 'meddle', nth: random.below(6) }
      : { at, client, does: 'placeByHand', draft: drawOrder(random) };
  return { at, client, does: 'tradeElsewhere', times: pick(random, [1, 2, 2, 20]) };
};

/** Whoever trades has something standing, far from the market. */
export const standing = (random: Random, client: number): Step => ({
  ...{ at: random.below(300), client, does: 'place' },
  draft: { ...drawOrder(random), pricing: 'far' },
});
