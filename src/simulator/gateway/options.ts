import type { AccountSpec } from '../market/account.ts';
import type { InstrumentSpec } from '../market/instrument.ts';
import type { ProductSpec } from '../market/product.ts';
import type { Behaviour } from './behaviour.ts';
import type { Dialect } from './dialect/dialect.ts';
import type { EventNumbering } from './eventNumbers.ts';
import type { FaultScript } from './faults/faultScript.ts';
import type { Limits } from './limits.ts';
import type { SimulatedUser } from './users.ts';

/** What an exchange is made of, how it behaves, and how it writes what it says. */
export interface ExchangeOptions extends Partial<Behaviour>, Partial<Dialect> {
  /**
   * Same seed, same calls at the same times: the same replies and events.
   *
   * @default 1
   */
  readonly seed?: number;
  /** @default demoUsers */
  readonly users?: readonly SimulatedUser[];
  /** @default BTC, ETH, USDT and CLP */
  readonly products?: readonly ProductSpec[];
  /** @default BTCUSDT, ETHUSDT, USDTCLP, BTCCLP, which the crowd leaves alone, and ETHBTC, which is stopped */
  readonly instruments?: readonly InstrumentSpec[];
  /**
   * Who owns what at the start. An account of a user's that is missing here is opened with the means of account 7
   * of the default ones, and those of the crowd are always there.
   *
   * @default 7, 8 and 9 for the demo users, and those of the crowd
   */
  readonly accounts?: readonly AccountSpec[];
  /**
   * Milliseconds between two rounds of a crowd that quotes and trades, or `'off'`: then the books are empty, and
   * all that happens is what you send. The crowd is at work while a connection is open, so that an exchange that
   * nobody uses holds no timer; with `keepTrading`, and at a server, it always is.
   *
   * @default 'off'
   */
  readonly crowd?: number | 'off';
  /**
   * Where the crowd starts to quote: instrument id to decimal text. What is left out it leaves alone.
   *
   * @default the first three of the default instruments
   */
  readonly prices?: Readonly<Record<number, string>>;
  /**
   * The instruments that the crowd trades, by id: fewer cost less.
   *
   * @default all that have a price to start at
   */
  readonly crowdInstruments?: readonly number[];
  /**
   * Milliseconds between a request and its reply, an event and its arrival, and for a connection to open. At 0
   * a connection opens within the subscription and a reply comes within `send`.
   *
   * @default 0
   */
  readonly latency?: number;
  /** @default 'countOn' */
  readonly events?: EventNumbering;
  /**
   * After so many failed logins in a row a user is locked for good.
   *
   * @default 5
   */
  readonly maxLoginAttempts?: number;
  /**
   * The time it is at the exchange when it is created, in epoch milliseconds; it goes on with the scheduler's.
   *
   * @default asyncScheduler.now()
   */
  readonly startTime?: number;
  /**
   * How much one connection, and all together, may ask of the exchange.
   *
   * @default the defaults of each
   */
  readonly limits?: Partial<Limits>;
  /**
   * What goes wrong, from the moment the exchange is created; see also `play`. A script holds timers until it is over.
   *
   * @default nothing
   */
  readonly faults?: FaultScript;
}
