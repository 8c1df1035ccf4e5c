import type { Behaviour, StreamKind } from './behaviour.ts';
import type { Dialect } from './dialect/dialect.ts';
import type { EventNumbering } from './eventNumbers.ts';

type Scalar = string | number | boolean;

/** The values of an option that is one of a few, by what is written for each. */
export type Choice<A extends Scalar> = { readonly [V in A as `${V}`]: V };

/** The options that are one of a few values: not those whose values have no end. */
type ChoicesOf<O> = {
  readonly [
    K in keyof O as string extends O[K]
      ? never
      : number extends O[K]
        ? never
        : [O[K]] extends [Scalar]
          ? K
          : never
  ]: Choice<O[K] & Scalar>;
};

const yesOrNo = { true: true, false: false } as const;

/** The values of every option of an exchange that is one of a few: one that is missing, or too many, does not compile. */
export const choices = {
  events: { countOn: 'countOn', echo: 'echo', adversarial: 'adversarial', odd: 'odd' },
  eventBeforeReply: yesOrNo,
  unauthenticated: { endpointNotFound: 'endpointNotFound', notAuthorized: 'notAuthorized' },
  foreignAccount: {
    notSubscribed: 'notSubscribed',
    notAuthorized: 'notAuthorized',
    endpointNotFound: 'endpointNotFound',
  },
  refusals: { reply: 'reply', error: 'error' },
  strictKeys: yesOrNo,
  strictNames: yesOrNo,
  numberZero: { answered: 'answered', ignored: 'ignored' },
  subscribeTypes: { answered: 'answered', refused: 'refused', ignored: 'ignored' },
  otherDepth: { second: 'second', replaces: 'replaces' },
  unsubscribeOrderStates: { filter: 'filter', account: 'account' },
  orderStates: { perStream: 'perStream', once: 'once' },
  takenLists: { inProcess: 'inProcess', success: 'success' },
  rejectEvents: { lists: 'lists', all: 'all' },
  logOutEnds: { accountStreams: 'accountStreams', allStreams: 'allStreams', connection: 'connection' },
  afterLogoutEvent: { nothing: 'nothing', close: 'close' },
  earlierLogins: { stay: 'stay', end: 'end' },
  payloads: { text: 'text', value: 'value' },
  snapshotIds: { single: 'single', numbered: 'numbered' },
  level2Window: { whole: 'whole', phantom: 'phantom' },
  levelCounts: { true: 'true', zero: 'zero' },
  idleBars: { repeatClose: 'repeatClose', zero: 'zero' },
  barColumns: { 9: 9, 10: 10 },
  barTimes: { whole: 'whole', fractional: 'fractional' },
  barsInProgress: {
    replaced: 'replaced',
    repeated: 'repeated',
    incremental: 'incremental',
    withheld: 'withheld',
  },
  rows: { array: 'array', object: 'object' },
  tradeNumbers: { number: 'number', text: 'text' },
  blockTrade: { number: 'number', boolean: 'boolean' },
  accountNumbers: { number: 'number', text: 'text' },
  level1Times: { milliseconds: 'milliseconds', seconds: 'seconds' },
  level1TimeStamp: { text: 'text', number: 'number' },
  level1Notional: {
    CurrentDayNotional: 'CurrentDayNotional',
    CurrentNotional: 'CurrentNotional',
    none: 'none',
  },
  level1Sizes: { true: 'true', zero: 'zero', none: 'none' },
  level1MarketId: { none: 'none', symbol: 'symbol' },
  decimals: { increment: 'increment', shortest: 'shortest', longest: 'longest' },
  orderStateFields: { all: 'all', first: 'first' },
  tradeTimes: { inPlace: 'inPlace', swapped: 'swapped' },
  marketStateName: {
    MarketStateUpdate: 'MarketStateUpdate',
    MarketStatusUpdate: 'MarketStatusUpdate',
  },
  acceptanceKey: { Subscribed: 'Subscribed', Subscribe: 'Subscribe' },
  loginKeys: { asDocumented: 'asDocumented', camelCase: 'camelCase' },
} as const satisfies ChoicesOf<Behaviour & Dialect & { readonly events: EventNumbering }>;

/** The kinds of streams. */
export const streamKinds = {
  Level1: 'Level1',
  Level2: 'Level2',
  Trades: 'Trades',
  Ticker: 'Ticker',
  Account: 'Account',
  OrderState: 'OrderState',
  BlockTrades: 'BlockTrades',
} as const satisfies Choice<StreamKind>;
