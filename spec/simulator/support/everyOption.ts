import fc from 'fast-check';
import type { Behaviour, Dialect, EventNumbering, ExchangeOptions } from '../../../src/simulator/index.ts';

type Values<A> = { readonly [K in keyof A]-?: readonly [A[K], ...A[K][]] };

const rate = { requests: 8, within: 500 } as const;

/** Every way to behave and to write, option by option: an option that is new does not compile without a line here. */
const values: Values<Behaviour & Dialect & { readonly events: EventNumbering }> = {
  events: ['countOn', 'echo', 'adversarial', 'odd'],
  eventBeforeReply: [false, true],
  unauthenticated: ['endpointNotFound', 'notAuthorized'],
  foreignAccount: ['notSubscribed', 'notAuthorized', 'endpointNotFound'],
  refusals: ['reply', 'error'],
  strictKeys: [false, true],
  strictNames: [false, true],
  numberZero: ['answered', 'ignored'],
  subscribeTypes: ['answered', 'refused', 'ignored'],
  resubscribable: [[], ['Level1', 'Level2', 'Trades', 'Ticker', 'Account', 'OrderState', 'BlockTrades']],
  otherDepth: ['second', 'replaces'],
  unsubscribeOrderStates: ['filter', 'account'],
  orderStates: ['perStream', 'once'],
  level1Interval: [0, 400],
  takenLists: ['inProcess', 'success'],
  rejectEvents: ['lists', 'all'],
  logOutEnds: ['accountStreams', 'allStreams', 'connection'],
  afterLogoutEvent: ['nothing', 'close'],
  logoutPayload: ['{}', '', '{"broken'],
  earlierLogins: ['stay', 'end'],
  rateLimit: [
    'none',
    { ...rate, beyond: 'refused' },
    { ...rate, beyond: 'ignored' },
    { ...rate, beyond: 'dropped' },
  ],
  payloads: ['text', 'value'],
  snapshotIds: ['single', 'numbered'],
  level2Window: ['whole', 'phantom'],
  levelCounts: ['true', 'zero'],
  idleBars: ['repeatClose', 'zero'],
  barColumns: [10, 9],
  barTimes: ['whole', 'fractional'],
  barsInProgress: ['replaced', 'repeated', 'incremental', 'withheld'],
  rows: ['array', 'object'],
  tradeNumbers: ['number', 'text'],
  blockTrade: ['number', 'boolean'],
  accountNumbers: ['number', 'text'],
  level1Times: ['milliseconds', 'seconds'],
  level1TimeStamp: ['text', 'number'],
  level1Notional: ['CurrentDayNotional', 'CurrentNotional', 'none'],
  level1Sizes: ['true', 'zero', 'none'],
  level1MarketId: ['none', 'symbol'],
  decimals: ['increment', 'shortest', 'longest'],
  orderStateFields: ['all', 'first'],
  tradeTimes: ['inPlace', 'swapped'],
  marketStateName: ['MarketStateUpdate', 'MarketStatusUpdate'],
  acceptanceKey: ['Subscribed', 'Subscribe'],
  loginKeys: ['asDocumented', 'camelCase'],
};

/** Options of an exchange with one value of each way to behave and to write. */
export const anyOptions: fc.Arbitrary<ExchangeOptions> = fc
  .record(
    Object.fromEntries(
      Object.entries<readonly unknown[]>(values).map(([name, all]) => [name, fc.constantFrom(...all)]),
    ),
  )
  .map((drawn) => drawn as ExchangeOptions);
