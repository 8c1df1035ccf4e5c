import type { Behaviour, Dialect, EventNumbering, StreamKind } from '../simulator/index.ts';

/** Every option that says how an exchange behaves and writes. */
export type Settable = Behaviour & Dialect & { readonly events: EventNumbering };

/** Reads what is written for an option that has more values than can be listed; `undefined` where it is none. */
export interface Reader<A> {
  /** The values, in words. */
  readonly takes: string;
  readonly read: (text: string) => A | undefined;
}

type Scalar = string | number | boolean;

/** The values of an option by what is written for each; how to read one where there is no end of them. */
export type Setting<A> = string extends A
  ? Reader<A>
  : number extends A
    ? Reader<A>
    : [A] extends [Scalar]
      ? { readonly [V in A & Scalar as `${V}`]: V }
      : Reader<A>;

const yesOrNo = { true: true, false: false } as const;
const text: Reader<string> = { takes: 'any text', read: (written) => written };

const milliseconds: Reader<number> = {
  takes: 'a whole number of milliseconds',
  read: (written) => (/^\d{1,9}$/.test(written) ? Number(written) : undefined),
};

const streamKinds = {
  Level1: 'Level1',
  Level2: 'Level2',
  Trades: 'Trades',
  Ticker: 'Ticker',
  Account: 'Account',
  OrderState: 'OrderState',
  BlockTrades: 'BlockTrades',
} as const satisfies Setting<StreamKind>;

const isStreamKind = (name: string): name is StreamKind => Object.hasOwn(streamKinds, name);

const severalKinds: Reader<readonly StreamKind[]> = {
  takes: `nothing, or some of ${Object.keys(streamKinds).join(', ')} with commas between`,
  read: (written) => {
    const names = written === '' ? [] : written.split(',');
    return names.every(isStreamKind) ? names : undefined;
  },
};

const rate = /^([1-9]\d{0,8})\/([1-9]\d{0,8})\/(refused|ignored|dropped)$/;
const rateLimit: Reader<Behaviour['rateLimit']> = {
  takes: 'none, or REQUESTS/MILLISECONDS/refused, …/ignored, …/dropped',
  read: (written) => {
    if (written === 'none') return 'none';
    const [, requests, within, beyond] = rate.exec(written) ?? [];
    return beyond === undefined
      ? undefined
      : {
          requests: Number(requests),
          within: Number(within),
          beyond: beyond as 'refused' | 'ignored' | 'dropped',
        };
  },
};

/** The options of {@link Settable}, all of them, with all their values: one that is missing does not compile. */
export const settings = {
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
  resubscribable: severalKinds,
  otherDepth: { second: 'second', replaces: 'replaces' },
  unsubscribeOrderStates: { filter: 'filter', account: 'account' },
  orderStates: { perStream: 'perStream', once: 'once' },
  level1Interval: milliseconds,
  takenLists: { inProcess: 'inProcess', success: 'success' },
  rejectEvents: { lists: 'lists', all: 'all' },
  logOutEnds: { accountStreams: 'accountStreams', allStreams: 'allStreams', connection: 'connection' },
  afterLogoutEvent: { nothing: 'nothing', close: 'close' },
  logoutPayload: text,
  earlierLogins: { stay: 'stay', end: 'end' },
  rateLimit,
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
} as const satisfies { readonly [K in keyof Settable]: Setting<Settable[K]> };
