/** How the gateway formats its data; venues that run the same platform differ in each of these. */
export interface Dialect {
  /**
   * Whether payloads in the gateway's frames are JSON text, or, if they are objects or arrays, the values themselves.
   *
   * @default 'text'
   */
  readonly payloads: 'text' | 'value';
  /**
   * The ids in a Level 2 snapshot: the id of the last change in every row, or 1, 2, 3… The ids of updates always rise
   * from frame to frame, have gaps, and are unordered within a frame.
   *
   * @default 'single'
   */
  readonly snapshotIds: 'single' | 'numbered';
  /**
   * Which changes of a book are sent: all, or only those of the `Depth` best levels of a side. In the latter case a
   * level that leaves the window is not deleted, and one that re-enters it is not sent before it changes.
   *
   * @default 'whole'
   */
  readonly level2Window: 'whole' | 'phantom';
  /** The numbers of accounts and orders of a Level 2 level: the true ones, or always 0. @default 'true' */
  readonly levelCounts: 'true' | 'zero';
  /** The four prices of a bar without trades: the previous close, or 0. @default 'repeatClose' */
  readonly idleBars: 'repeatClose' | 'zero';
  /** The number of columns of a bar. With 9 the start time is missing, and so is the interval. @default 10 */
  readonly barColumns: 9 | 10;
  /** The times of a bar, in milliseconds: integers, or with a fraction. @default 'whole' */
  readonly barTimes: 'whole' | 'fractional';
  /**
   * What is sent of the current bar. `replaced`: the whole bar with every trade. `repeated`: the same, and once a
   * second without trades. `incremental`: its prices so far, with the volume since the last message. `withheld`:
   * nothing before it ends. A snapshot always contains the whole bar.
   *
   * @default 'replaced'
   */
  readonly barsInProgress: 'replaced' | 'repeated' | 'incremental' | 'withheld';
  /** The format of trade and bar rows: arrays, or objects with the indices as keys. @default 'array' */
  readonly rows: 'array' | 'object';
  /** The format of quantity and price of a public trade. @default 'number' */
  readonly tradeNumbers: 'number' | 'text';
  /** The format of the flag that marks a public trade as a block trade. @default 'number' */
  readonly blockTrade: 'number' | 'boolean';
  /** The format of all numbers in account data: positions, orders, executions. @default 'number' */
  readonly accountNumbers: 'number' | 'text';
  /** The unit of the times in a summary (Level 1). @default 'milliseconds' */
  readonly level1Times: 'milliseconds' | 'seconds';
  /** The format of the `TimeStamp` in a summary. @default 'text' */
  readonly level1TimeStamp: 'text' | 'number';
  /**
   * The name of the day's notional in a summary; 'none' leaves it out, and the rolling one too.
   *
   * @default 'CurrentDayNotional'
   */
  readonly level1Notional: 'CurrentDayNotional' | 'CurrentNotional' | 'none';
  /**
   * The quantities and order counts at the best prices in a summary: the true ones, quantities of 0, or left out.
   *
   * @default 'true'
   */
  readonly level1Sizes: 'true' | 'zero' | 'none';
  /**
   * How decimals are written: with the digits of their increment, without trailing zeros, or with zeros up to 28
   * digits.
   *
   * @default 'increment'
   */
  readonly decimals: 'increment' | 'shortest' | 'longest';
  /** The `MarketId` in a summary: left out, or the symbol in lower case. @default 'none' */
  readonly level1MarketId: 'none' | 'symbol';
  /**
   * The fields of an `OrderStateEvent`: all, or only the fourteen of the platform's first generation.
   *
   * @default 'all'
   */
  readonly orderStateFields: 'all' | 'first';
  /**
   * The times of an `OrderTradeEvent`: correct, or exchanged with each other and with negative milliseconds, as one
   * front end expects them.
   *
   * @default 'inPlace'
   */
  readonly tradeTimes: 'inPlace' | 'swapped';
  /** The name of the event for a change of a market's session status. @default 'MarketStateUpdate' */
  readonly marketStateName: 'MarketStateUpdate' | 'MarketStatusUpdate';
  /** The key that confirms a subscribe to account events. @default 'Subscribed' */
  readonly acceptanceKey: 'Subscribed' | 'Subscribe';
  /** The spelling of the keys in the reply to a login. @default 'asDocumented' */
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
