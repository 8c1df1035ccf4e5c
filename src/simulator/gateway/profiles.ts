import type { Behaviour } from './behaviour.ts';
import type { Dialect } from './dialect/dialect.ts';
import type { EventNumbering } from './eventNumbers.ts';

/** Options of `createExchange` that make it behave and format like one venue. Spread them into your own options. */
export type Profile = Partial<Behaviour> & Partial<Dialect> & { readonly events?: EventNumbering };

/**
 * As the documents of Notbank say, and as what was seen of its staging gateway. The documents want the keys of a
 * payload in their one right case, but clients that work write them in others, its own SDK for Python among them
 * (`AccountIdList` for `accountIdList`); so any case will do here, and `strictKeys` is for who wants to be told.
 */
const notbank: Profile = {
  events: 'echo',
  unauthenticated: 'notAuthorized',
  foreignAccount: 'notSubscribed',
  snapshotIds: 'numbered',
  levelCounts: 'zero',
};

/** As a gateway of Bitazza's was measured on the wire; it knows no account. */
const bitazza: Profile = {
  events: 'countOn',
  unauthenticated: 'endpointNotFound',
  snapshotIds: 'single',
  level2Window: 'phantom',
};

/** As clients of NDAX's found it, those of its older generation among them. */
const ndax: Profile = {
  events: 'countOn',
  unauthenticated: 'endpointNotFound',
  foreignAccount: 'endpointNotFound',
  earlierLogins: 'end',
  afterLogoutEvent: 'close',
  level2Window: 'phantom',
  levelCounts: 'zero',
  idleBars: 'repeatClose',
  barTimes: 'whole',
  accountNumbers: 'text',
  level1Sizes: 'zero',
  acceptanceKey: 'Subscribed',
};

/** As a client of Foxbit's found it. */
const foxbit: Profile = {
  events: 'countOn',
  snapshotIds: 'numbered',
  levelCounts: 'zero',
  decimals: 'shortest',
  tradeNumbers: 'text',
  blockTrade: 'boolean',
  level1Times: 'seconds',
  level1TimeStamp: 'number',
  level1Notional: 'none',
  level1Sizes: 'none',
  level1MarketId: 'symbol',
  logOutEnds: 'allStreams',
};

/** Whatever any venue was seen or may be suspected to do, and the worst of it, all at once. */
const adversarial: Profile = {
  events: 'adversarial',
  eventBeforeReply: true,
  strictKeys: true,
  strictNames: true,
  unauthenticated: 'notAuthorized',
  foreignAccount: 'notAuthorized',
  refusals: 'error',
  numberZero: 'ignored',
  subscribeTypes: 'ignored',
  otherDepth: 'replaces',
  orderStates: 'once',
  level1Interval: 10,
  takenLists: 'success',
  rejectEvents: 'all',
  logOutEnds: 'connection',
  earlierLogins: 'end',
  afterLogoutEvent: 'close',
  logoutPayload: '',
  payloads: 'value',
  snapshotIds: 'numbered',
  level2Window: 'phantom',
  levelCounts: 'zero',
  idleBars: 'zero',
  barColumns: 10,
  barTimes: 'fractional',
  barsInProgress: 'repeated',
  rows: 'object',
  tradeNumbers: 'text',
  blockTrade: 'boolean',
  accountNumbers: 'text',
  level1Times: 'seconds',
  level1TimeStamp: 'number',
  level1Notional: 'CurrentNotional',
  level1Sizes: 'zero',
  level1MarketId: 'symbol',
  decimals: 'longest',
  orderStateFields: 'first',
  tradeTimes: 'swapped',
  acceptanceKey: 'Subscribe',
  loginKeys: 'camelCase',
};

/**
 * Options of `createExchange` for each known venue, and `adversarial`, which combines the worst of all.
 *
 * @example
 * const exchange = createExchange({ ...profiles.foxbit, crowd: 250 });
 */
export const profiles = { notbank, bitazza, ndax, foxbit, adversarial } as const;
