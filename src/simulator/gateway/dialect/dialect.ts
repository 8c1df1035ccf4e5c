/** How the gateway writes what the market tells; venues of one make differ in every one of these. */
export interface Dialect {
  /**
   * What stands in a frame of the gateway's as its payload: JSON text, or, where it is an object or an array, the value
   * itself.
   *
   * @default 'text'
   */
  readonly payloads: 'text' | 'value';
  /**
   * The ids in a snapshot of Level 2: the one of the last change in every row, or 1, 2, 3… Those of changes always
   * rise from frame to frame, skip, and lie in no order within one.
   *
   * @default 'single'
   */
  readonly snapshotIds: 'single' | 'numbered';
  /**
   * Which changes of a book are told: all of them, or those of the `Depth` best levels of a side alone. Then a level
   * that leaves the window is not deleted, and one that comes back is not told until it changes.
   *
   * @default 'whole'
   */
  readonly level2Window: 'whole' | 'phantom';
  /**
   * How many accounts and orders a level of Level 2 has: as it is, or always 0.
   *
   * @default 'true'
   */
  readonly levelCounts: 'true' | 'zero';
  /**
   * The four prices of a bar without a trade: the close before, or 0.
   *
   * @default 'repeatClose'
   */
  readonly idleBars: 'repeatClose' | 'zero';
  /**
   * The columns of a bar; with 9 it does not say when it began, nor therefore how long it is.
   *
   * @default 10
   */
  readonly barColumns: 9 | 10;
  /**
   * The times of a bar, in milliseconds: whole ones, or with a fraction.
   *
   * @default 'whole'
   */
  readonly barTimes: 'whole' | 'fractional';
  /**
   * What is told of a bar in progress: all of it again with every trade; the same, and once a second where nothing is
   * traded; its prices so far with the volume since the last telling; or nothing before it ends. A snapshot always
   * has all of it.
   *
   * @default 'replaced'
   */
  readonly barsInProgress: 'replaced' | 'repeated' | 'incremental' | 'withheld';
  /**
   * Rows of trades and bars: arrays, or objects with the places as keys.
   *
   * @default 'array'
   */
  readonly rows: 'array' | 'object';
  /**
   * Quantity and price of a public trade.
   *
   * @default 'number'
   */
  readonly tradeNumbers: 'number' | 'text';
  /** @default 'number' */
  readonly blockTrade: 'number' | 'boolean';
  /**
   * Every number in what is told of an account: positions, orders, executions.
   *
   * @default 'number'
   */
  readonly accountNumbers: 'number' | 'text';
  /**
   * The times of a summary (Level 1).
   *
   * @default 'milliseconds'
   */
  readonly level1Times: 'milliseconds' | 'seconds';
  /**
   * The `TimeStamp` of a summary.
   *
   * @default 'text'
   */
  readonly level1TimeStamp: 'text' | 'number';
  /**
   * What the notional of the day is called in a summary, if it is told; 'none' leaves out the rolling one, too.
   *
   * @default 'CurrentDayNotional'
   */
  readonly level1Notional: 'CurrentDayNotional' | 'CurrentNotional' | 'none';
  /**
   * Quantity and number of orders at the best prices of a summary: as they are, quantities of 0, or left out.
   *
   * @default 'true'
   */
  readonly level1Sizes: 'true' | 'zero' | 'none';
  /**
   * Decimals: with the digits of their increment, without zeros at the end, or with zeros up to 28 digits.
   *
   * @default 'increment'
   */
  readonly decimals: 'increment' | 'shortest' | 'longest';
  /**
   * The `MarketId` of a summary: left out, or the symbol in lower case.
   *
   * @default 'none'
   */
  readonly level1MarketId: 'none' | 'symbol';
  /**
   * The fields of an `OrderStateEvent`: all, or the fourteen of the first generation.
   *
   * @default 'all'
   */
  readonly orderStateFields: 'all' | 'first';
  /**
   * The times of an `OrderTradeEvent`: in their places, or each in the place of the other and the milliseconds
   * negative, which is how one front end knows them.
   *
   * @default 'inPlace'
   */
  readonly tradeTimes: 'inPlace' | 'swapped';
  /**
   * The name of the event that tells of the session of a market.
   *
   * @default 'MarketStateUpdate'
   */
  readonly marketStateName: 'MarketStateUpdate' | 'MarketStatusUpdate';
  /**
   * The key that says whether an account's stream is on.
   *
   * @default 'Subscribed'
   */
  readonly acceptanceKey: 'Subscribed' | 'Subscribe';
  /**
   * The keys of an answer to a login.
   *
   * @default 'asDocumented'
   */
  readonly loginKeys: 'asDocumented' | 'camelCase';
}

/** What an exchange speaks unless it is told otherwise. */
export const defaultDialect: Dialect = {
  payloads: 'text',
  snapshotIds: 'single',
  level2Window: 'whole',
  levelCounts: 'true',
  idleBars: 'repeatClose',
  barColumns: 10,
  barTimes: 'whole',
  barsInProgress: 'replaced',
  rows: 'array',
  tradeNumbers: 'number',
  blockTrade: 'number',
  accountNumbers: 'number',
  level1Times: 'milliseconds',
  level1TimeStamp: 'text',
  level1Notional: 'CurrentDayNotional',
  level1Sizes: 'true',
  level1MarketId: 'none',
  decimals: 'increment',
  orderStateFields: 'all',
  tradeTimes: 'inPlace',
  marketStateName: 'MarketStateUpdate',
  acceptanceKey: 'Subscribed',
  loginKeys: 'asDocumented',
};
