import type { ClientSetup, Scenario, Step } from './scenario.ts';

const client: ClientSetup = {
  user: 0,
  keepAlive: { interval: 400, timeout: 100 },
  inFlight: 10,
  backoff: 100,
  requestTimeout: 300,
  subscribeWith: 'request',
  auditAfter: 60_000,
};

/** A run in which nobody does anything, and nothing goes wrong. */
export const calm: Scenario = {
  seed: 1,
  profile: 'none',
  latency: 0,
  crowd: 450,
  clients: [client],
  steps: [],
  script: { lasts: 4_000, faults: [] },
  ...{ clockSteps: [], busy: [], isHasty: false, mayTradeWithItself: false },
};

type Joining = Extract<Step, { readonly does: 'join' }>;

const join = (what: Joining['what'], reaction?: Joining['reaction'], at = 0): Step => ({
  ...{ at, client: 0, does: 'join', what, instrument: 1 },
  ...(reaction !== undefined && { reaction }),
});

const unreadableBook = {
  ...({ does: 'malformedPayload', name: 'Level2UpdateEvent' } as const),
  payload: '[[1,0,0,0,0,0,"x",1,1,0]]',
};

type Placing = Extract<Step, { readonly does: 'place' }>;

const place = (at: number, draft: Omit<Placing['draft'], 'isPostOnly'>): Step => ({
  ...{ at, client: 0, does: 'place' },
  draft: { ...draft, isPostOnly: false },
});

/** What a seed once found, as the script that it was shrunk to. */
export const cases: readonly (readonly [title: string, scenario: Scenario])[] = [
  [
    'bars are not live any more when the loss of the socket is told',
    {
      ...calm,
      steps: [{ at: 0, client: 0, does: 'join', what: 'bars', instrument: 1 }],
      script: { lasts: 4_000, faults: [{ after: 1_000, does: 'drop' }] },
    },
  ],
  [
    'a socket that is lost while a follower is given the first state is a loss for that follower',
    {
      ...calm,
      steps: [
        {
          ...{ at: 0, client: 0, does: 'join', what: 'book', instrument: 1 },
          reaction: { on: 2, reaction: { does: 'reconnect' } },
        },
      ],
    },
  ],
  [
    'events that came before the snapshot are not told of a socket that its handler has given up',
    {
      ...calm,
      ...{ profile: 'adversarial', latency: 15, crowd: 900 },
      steps: [
        {
          ...{ at: 0, client: 0, does: 'join', what: 'bookRows', instrument: 1 },
          reaction: { on: 1, reaction: { does: 'reconnect' } },
        },
      ],
    },
  ],
  [
    'a stream that is held back begins for a listener that has had nothing of it yet',
    {
      ...calm,
      steps: [{ at: 0, client: 0, does: 'join', what: 'tradeMessages', instrument: 1 }],
      script: {
        lasts: 4_000,
        faults: [
          { after: 0, does: 'withhold', name: 'SubscribeTrades', lasts: 2_000 },
          ...[100, 350, 700, 1_100, 1_600].map((after) => ({ after, does: 'drop' }) as const),
        ],
      },
    },
  ],
  [
    'bars are not live for another consumer while a handler of theirs reconnects',
    {
      ...calm,
      steps: [
        { at: 0, client: 0, does: 'join', what: 'bars', instrument: 1 },
        {
          ...{ at: 0, client: 0, does: 'join', what: 'bars', instrument: 1 },
          reaction: { on: 3, reaction: { does: 'reconnect' } },
        },
      ],
    },
  ],
  [
    'three timers of one moment, one of which ends the others',
    {
      ...calm,
      ...{ seed: 753, latency: 1, crowd: 200 },
      clients: [{ ...client, user: 1, keepAlive: { interval: 249, timeout: 109 }, requestTimeout: 396 }],
      steps: [{ at: 0, client: 0, does: 'join', what: 'trades', instrument: 1 }],
    },
  ],
  [
    'trades are not told behind the end, though more came with what the client was closed on',
    {
      ...calm,
      ...{ latency: 1, clients: [{ ...client, user: undefined }] },
      steps: [join('trades', { on: 2, reaction: { does: 'close' } })],
    },
  ],
  [
    'a command about orders ends with the client',
    {
      ...calm,
      latency: 15,
      steps: [
        { at: 0, client: 0, does: 'act', verb: 'cancelAll', nth: 1 },
        { at: 70, client: 0, does: 'close' },
      ],
    },
  ],
  [
    'fills are not live any more when the loss is told that a handler of the orders has brought about',
    {
      ...calm,
      steps: [join('fills'), join('orders', { on: 2, reaction: { does: 'reconnect' } })],
    },
  ],
  [
    'an order is told to be unresolved before close() returns that its own handler has called',
    {
      ...calm,
      latency: 2,
      steps: [
        { at: 0, client: 0, does: 'ask', what: 'order' },
        { ...join('lifeOf', { on: 2, reaction: { does: 'close' } }), at: 7 },
      ],
    },
  ],
  [
    'open orders are not told behind the end that a handler of one order has brought about',
    {
      ...calm,
      latency: 2,
      steps: [join('openOrders'), join('lifeOf', { on: 2, reaction: { does: 'close' } })],
    },
  ],
  [
    'all are told of a loss before the state is, though one who hears of it reconnects once more',
    {
      ...calm,
      ...{ crowd: 900, clients: [{ ...client, user: undefined, inFlight: 1 }] },
      steps: [
        join('summary'),
        join('orderBook', { on: 2, reaction: { does: 'reconnect' } }, 2_000),
        join('summary', { on: 2, reaction: { does: 'reconnect' } }, 2_037),
        join('bookRows', { on: 1, reaction: { does: 'reconnect' } }, 2_835),
      ],
    },
  ],
  [
    'balances are not live for a follower that gives the socket up on being told the first',
    { ...calm, steps: [join('balances', { on: 1, reaction: { does: 'reconnect' } })] },
  ],
  [
    'orders are not told behind the end, though events wait for their turn',
    {
      ...calm,
      steps: [
        join('orders', {
          on: 2,
          reaction: { does: 'close' },
        }),
        {
          ...{ at: 0, client: 0, does: 'place' },
          draft: { side: 'Sell', pricing: 'through', quantity: 36, isPostOnly: false },
        },
      ],
    },
  ],
  [
    'a fill is told in the end though nothing told of it nor of its order, which is over',
    {
      ...calm,
      steps: [
        { at: 0, client: 0, does: 'join', what: 'fills', instrument: 2 },
        { at: 1, client: 0, does: 'tradeElsewhere', times: 1 },
      ],
      script: {
        lasts: 4_000,
        faults: [
          { after: 0, lasts: 3, does: 'lose', event: 'OrderStateEvent' },
          { after: 0, lasts: 49, does: 'lose', event: 'OrderTradeEvent' },
        ],
      },
      seed: 94,
    },
  ],
  [
    'a stream begins on the socket that its own follower has had opened while it was given the first state',
    {
      ...calm,
      latency: 0,
      steps: [
        { at: 50, client: 0, does: 'ask', what: 'depth' },
        {
          ...{ at: 1_010, client: 0, does: 'join', what: 'exactBook', instrument: 2 },
          reaction: { on: 1, reaction: { does: 'reconnect' } },
        },
      ],
      script: { lasts: 4_000, faults: [{ after: 1_000, does: 'drop' }] },
    },
  ],
  [
    'the stream of an account ends with fills$ where that gives up for want of the past',
    {
      ...calm,
      steps: [{ at: 885, client: 0, does: 'join', what: 'fills', instrument: 2 }],
      script: {
        lasts: 4_000,
        faults: [{ on: { frame: 1, name: 'GetOpenOrders' }, does: 'delay', by: 338, lasts: 1 }],
      },
    },
  ],
  [
    'looks that come due while the link is down do not leave together when it opens',
    {
      ...calm,
      ...{ seed: 105_841, latency: 15, crowd: 900 },
      clients: [
        {
          ...client,
          ...{ user: 1, keepAlive: { interval: 427, timeout: 164 }, backoff: 111 },
          ...{ requestTimeout: 492, auditAfter: 100 },
        },
      ],
      busy: [
        { at: 3_396, lasts: 1_390 },
        { at: 1_314, lasts: 476 },
      ],
      steps: [
        place(0, { side: 'Sell', pricing: 'through', quantity: 24 }),
        place(529, { side: 'Sell', pricing: 'far', quantity: 40 }),
        place(529, { side: 'Buy', pricing: 'far', quantity: 13 }),
        place(529, { side: 'Sell', pricing: 'far', quantity: 273 }),
        place(1_058, { side: 'Sell', pricing: 'far', quantity: 292 }),
        { at: 1_987, client: 0, does: 'ask', what: 'openOrders' },
      ],
      script: {
        lasts: 4_000,
        faults: [
          { after: 457, does: 'swallow', name: 'SendOrder', lasts: 835 },
          { after: 2_247, does: 'mute', lasts: 1_003 },
          { after: 1_258, lasts: 1_200, does: 'delay', by: 45 },
        ],
      },
    },
  ],
  [
    'a book that could not be read before its snapshot is not live until it has begun afresh',
    {
      ...calm,
      ...{ seed: 401_573, isHasty: true },
      clients: [
        {
          ...client,
          ...{ user: 0, keepAlive: { interval: 526, timeout: 60 }, inFlight: 1, backoff: 65 },
          ...{ requestTimeout: 254, auditAfter: 100 },
        },
      ],
      steps: [join('book'), place(0, { side: 'Sell', pricing: 'far', quantity: 25 })],
      script: {
        lasts: 4_000,
        faults: [
          { after: 1_942, does: 'drop' },
          { after: 1_742, lasts: 600, does: 'delay', by: 45 },
          ...[2_084, 49].map((after) => ({ after, ...unreadableBook })),
        ],
      },
    },
  ],
  [
    'a book is not live any more once the link is lost that a handler gives up on hearing that it cannot be read',
    {
      ...calm,
      ...{ seed: 800_960, crowd: 900, mayTradeWithItself: true },
      clients: [
        {
          ...client,
          ...{ user: 0, keepAlive: { interval: 264, timeout: 105 }, inFlight: 2, backoff: 40 },
          ...{ requestTimeout: 164, auditAfter: 400 },
        },
      ],
      steps: [
        join('orderBook'),
        join('book'),
        join('orderBook', { on: 4, reaction: { does: 'reconnect' } }, 2_429),
      ],
      script: { lasts: 4_000, faults: [{ after: 2_941, ...unreadableBook }] },
    },
  ],
  [
    'fills are all told though the list of the exchange lags from the second of its pages on',
    {
      ...calm,
      steps: [
        join('fills'),
        { at: 1_100, client: 0, does: 'tradeElsewhere', times: 300 },
        { at: 1_900, client: 0, does: 'tradeElsewhere', times: 250 },
      ],
      script: {
        lasts: 4_000,
        faults: [
          { after: 1_000, does: 'drop' },
          { after: 1_000, does: 'refuse', lasts: 1_000 },
          {
            ...{ after: 1_500, on: { frame: 2, name: 'GetAccountTrades' } },
            ...{ does: 'historyLag', by: 700, lasts: 1_500 },
          },
        ],
      },
    },
  ],
];
