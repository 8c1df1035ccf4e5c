import type { Fault } from '../../../src/simulator/index.ts';
import type { Random } from '../../../src/simulator/market/random.ts';
import { type Followable, scriptEnd } from '../scenario.ts';
import { isIn, pick } from './chance.ts';
import type { Episode } from './episode.ts';

/** A book that is audited again and again is told wrongly again and again: sooner than it may be repaired. */
export const drawHaunting = (random: Random): Episode => {
  const every = 250 + random.below(500);
  const first = 300 + random.below(1_000);
  const times = 3 + random.below(4);
  const ghosts = Array.from({ length: times }, (_, index): Fault => {
    return { after: first + index * every, lasts: every, does: 'ghost', levels: 3 };
  });
  const lasts = 300 + random.below(1_000);
  const twice: Fault = { after: random.below(3_000), lasts, does: 'repeat', event: 'Level2UpdateEvent' };
  const what = isIn(random, 3, 4) ? 'orderBook' : 'touch';
  return {
    faults: isIn(random, 1, 2) ? [...ghosts, twice] : ghosts,
    steps: [{ at: 0, client: 0, does: 'join', what, instrument: 1 }],
  };
};

type Garble = readonly [event: string, followed: readonly [Followable, ...Followable[]]];

const ofBooks: Garble = ['Level2UpdateEvent', ['book', 'exactBook', 'bookRows', 'touch', 'orderBook']];
const garbles: readonly [Garble, ...Garble[]] = [
  ofBooks,
  ofBooks,
  ofBooks,
  ['Level1UpdateEvent', ['summary', 'summaryMessages']],
  ['TickerDataUpdateEvent', ['bars']],
  ['TradeDataUpdateEvent', ['trades', 'tradeMessages']],
];

/** A level with a price that is no number, and what is no JSON. */
const unreadables = ['[[1,0,0,0,0,0,"x",1,1,0]]', '[[1,2', 'no JSON'] as const;

/** What a stream that is followed says for once cannot be read. */
export const drawGarble = (random: Random): Episode => {
  const [name, followed] = pick(random, garbles);
  return {
    faults: [
      {
        after: 500 + random.below(scriptEnd - 500),
        ...({ does: 'malformedPayload', name } as const),
        payload: pick(random, unreadables),
      },
    ],
    steps: [{ at: 0, client: 0, does: 'join', what: pick(random, followed), instrument: 1 }],
  };
};
