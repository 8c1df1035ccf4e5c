import type { Fault } from '../../../src/simulator/index.ts';
import type { Random } from '../../../src/simulator/market/random.ts';
import { type Followable, scriptEnd, type Step } from '../scenario.ts';
import { isIn, pick } from './chance.ts';
import type { Episode } from './episode.ts';

/**
 * A book that is audited again and again is told wrongly again and again, sooner than it may be repaired: of the levels
 * that are traded away some stay, and now and then all are told twice.
 */
export const drawHaunting = (random: Random): Episode => {
  // An audit and the next take about so long, and a repair may follow another after two seconds.
  const every = 600 + random.below(400);
  const first = 200 + random.below(600);
  const begins = Array.from({ length: 3 + random.below(2) }, (_, index) => first + index * every);
  const ghosts = begins.map((after): Fault => ({ after, lasts: every, does: 'ghost', levels: 1 }));
  const twice = { lasts: every, does: 'repeat', event: 'Level2UpdateEvent' } as const;
  return {
    faults: isIn(random, 1, 2) ? [...ghosts, { ...twice, after: first + every }] : ghosts,
    steps: [
      { at: 0, client: 0, does: 'join', what: 'orderBook', instrument: 1 },
      ...begins.map((at): Step => ({ at: at + 50, client: 0, does: 'tradeElsewhere', times: 4 })),
    ],
  };
};

type Garble = readonly [event: string, followed: readonly [Followable, ...Followable[]]];

const ofBooks: Garble = [
  'Level2UpdateEvent',
  ['book', 'book', 'exactBook', 'bookRows', 'touch', 'orderBook'],
];
const garbles: readonly [Garble, ...Garble[]] = [
  ofBooks,
  ofBooks,
  ofBooks,
  ofBooks,
  ofBooks,
  ['Level1UpdateEvent', ['summary', 'summaryMessages']],
  ['TickerDataUpdateEvent', ['bars']],
  ['TradeDataUpdateEvent', ['trades', 'tradeMessages']],
];

/** A level with a price that is no number, and what is no JSON. */
const unreadables = ['[[1,0,0,0,0,0,"x",1,1,0]]', '[[1,2', 'no JSON'] as const;

/** What a stream that is followed says cannot be read, once or a few times. */
export const drawGarble = (random: Random): Episode => {
  const [name, followed] = pick(random, garbles);
  return {
    faults: Array.from({ length: 1 + random.below(3) }, (): Fault => {
      const after = 500 + random.below(scriptEnd - 500);
      return { after, does: 'malformedPayload', name, payload: pick(random, unreadables) };
    }),
    steps: [{ at: 0, client: 0, does: 'join', what: pick(random, followed), instrument: 1 }],
  };
};
