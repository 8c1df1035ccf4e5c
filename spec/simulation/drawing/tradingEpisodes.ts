import type { Fault } from '../../../src/simulator/index.ts';
import type { Random } from '../../../src/simulator/market/random.ts';
import type { OrderDraft, Step } from '../scenario.ts';
import { isIn, pick } from './chance.ts';
import { drawOrder } from './drawOrder.ts';
import { type Episode, uneventful } from './episode.ts';

/** An order of which nobody is told, nor of what becomes of it, for as long as this lasts. */
const drawSilence = (random: Random): Episode => {
  // Long enough for two looks, of which there are a few in a second for all orders together.
  const [after, lasts] = [200 + random.below(1_200), 1_800 + random.below(1_200)];
  const silent = (event: string): Fault => ({ after, lasts, does: 'lose', event });
  const kept = (name: string): Fault => ({ after, lasts, does: 'withhold', name });
  return {
    faults: [
      ...[silent('OrderStateEvent'), silent('OrderTradeEvent')],
      ...[kept('SendOrder'), kept('GetOrdersHistory')],
    ],
    steps: [{ at: after + random.below(20), client: 0, does: 'place', draft: drawOrder(random) }],
    // Whoever looks for it for half a minute sees the end of the silence.
    ...(isIn(random, 3, 4) && { options: { isHasty: true } }),
  };
};

/** Orders that rest, so many. */
const resting = (random: Random, times: number, at: () => number): readonly Step[] =>
  Array.from({ length: times }, () => {
    const draft: OrderDraft = { ...drawOrder(random), pricing: 'far', isPostOnly: false };
    return { at: at(), client: 0, does: 'place', draft };
  });

/** Orders are canceled by hand while the lists that still have them are on their way to a client that has come back. */
const drawOvertaking = (random: Random): Episode => {
  const at = 1_000 + random.below(1_500);
  return {
    faults: [
      { after: at, does: 'drop' },
      { after: at - 200, lasts: 1_200, does: 'delay', by: 45 },
    ],
    steps: [
      ...resting(random, 6, () => at - 400),
      ...Array.from({ length: 14 }, (_, index): Step => {
        return { at: at + 40 + 30 * index, client: 0, does: 'meddle', nth: random.below(6) };
      }),
    ],
  };
};

/** A client comes back to lists that are old: what was placed last is not in them, and what is over still is. */
const drawOldLists = (random: Random): Episode => {
  const at = 1_000 + random.below(1_500);
  const by = 200 + random.below(600);
  return {
    faults: [
      { after: at, does: 'drop' },
      { after: Math.max(0, at - 100), lasts: 800 + random.below(600), does: 'historyLag', by },
    ],
    steps: [
      ...resting(random, 3, () => at - by - 100),
      ...resting(random, 3, () => at - 1 - random.below(by)),
      ...Array.from({ length: 4 }, (): Step => {
        return { at: at - random.below(by), client: 0, does: 'meddle', nth: random.below(6) };
      }),
    ],
  };
};

/** Events are not told at all, and answers come too late. */
const drawDeafness = (random: Random): Episode => {
  const [after, lasts] = [random.below(2_500), 800 + random.below(2_000)];
  return {
    faults: [
      { after, lasts, does: 'lose', event: 'OrderStateEvent' },
      { after, lasts, does: 'delay', by: 600 },
    ],
    steps: [],
  };
};

/** Orders arrive much later. */
const drawSlowness = (random: Random): Episode => {
  const [after, lasts] = [random.below(2_500), 800 + random.below(2_000)];
  const by = 600 + random.below(3_000);
  return { faults: [{ after, lasts, does: 'late', name: 'SendOrder', by }], steps: [] };
};

const overloads: readonly [(random: Random) => Episode, ...((random: Random) => Episode)[]] = [
  ...([drawSilence, drawSilence, drawDeafness, drawSlowness, drawOvertaking, drawOvertaking] as const),
  ...([drawOldLists, drawOldLists, () => uneventful, () => uneventful] as const),
];

/** What goes wrong together at a gateway that cannot keep up. */
export const drawOverload = (random: Random): Episode => pick(random, overloads)(random);

/** A lot is traded while the link is down, by an account whose fills are followed. */
export const drawAbsence = (random: Random, mayTradeWithItself: boolean): Episode => {
  const at = 800 + random.below(2_000);
  return {
    faults: [
      { after: at, does: 'drop' },
      { after: at, does: 'refuse', lasts: 200 + random.below(400) },
    ],
    steps: [
      { at: 0, client: 0, does: 'join', what: 'fills', instrument: 1 },
      {
        at: at + 1,
        client: 0,
        does: 'tradeElsewhere',
        times: pick(random, [10, mayTradeWithItself ? 110 : 220]),
      },
      { at: at + 1_000, client: 0, does: 'join', what: 'fills', instrument: 2 },
    ],
  };
};
