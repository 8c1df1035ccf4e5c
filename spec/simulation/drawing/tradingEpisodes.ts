import type { Fault } from '../../../src/simulator/index.ts';
import type { Random } from '../../../src/simulator/market/random.ts';
import type { OrderDraft, Step } from '../scenario.ts';
import { pick } from './chance.ts';
import { drawOrder } from './drawOrder.ts';
import { type Episode, uneventful } from './episode.ts';

/** An order of which nobody is told, nor of what becomes of it, for as long as this lasts. */
const drawSilence = (random: Random): Episode => {
  const [after, lasts] = [300 + random.below(1_500), 1_500 + random.below(1_500)];
  const silent = (event: string): Fault => ({ after, lasts, does: 'lose', event });
  const kept = (name: string): Fault => ({ after, lasts, does: 'withhold', name });
  return {
    faults: [
      ...[silent('OrderStateEvent'), silent('OrderTradeEvent')],
      ...[kept('SendOrder'), kept('GetOrdersHistory')],
    ],
    steps: [{ at: after + random.below(100), client: 0, does: 'place', draft: drawOrder(random) }],
  };
};

/** Orders are canceled by hand while the lists that still have them are on their way to a client that has come back. */
const drawOvertaking = (random: Random): Episode => {
  const at = 1_000 + random.below(1_500);
  const draft = (): OrderDraft => ({
    ...drawOrder(random),
    ...({ pricing: 'far', isPostOnly: false } as const),
  });
  return {
    faults: [
      { after: at, does: 'drop' },
      { after: at - 200, lasts: 1_200, does: 'delay', by: 45 },
    ],
    steps: [
      ...Array.from({ length: 6 }, (): Step => ({ at: at - 400, client: 0, does: 'place', draft: draft() })),
      ...Array.from({ length: 14 }, (_, index): Step => {
        return { at: at + 40 + 30 * index, client: 0, does: 'meddle', nth: random.below(6) };
      }),
    ],
  };
};

/** What goes wrong together at a gateway that cannot keep up: answers too late, events not at all, orders much later. */
export const drawOverload = (random: Random): Episode => {
  const draw = random.below(8);
  if (draw === 0) return drawSilence(random);
  if (draw === 3) return drawOvertaking(random);
  if (draw > 3) return uneventful;
  const [after, lasts] = [random.below(2_500), 800 + random.below(2_000)];
  const deaf: readonly Fault[] = [
    { after, lasts, does: 'lose', event: 'OrderStateEvent' },
    { after, lasts, does: 'delay', by: 600 },
  ];
  const slow: Fault = { after, lasts, does: 'late', name: 'SendOrder', by: 600 + random.below(3_000) };
  return { faults: draw === 1 ? deaf : [slow], steps: [] };
};

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
