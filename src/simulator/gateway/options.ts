import type { AccountSpec } from '../market/account.ts';
import type { InstrumentSpec } from '../market/instrument.ts';
import type { ProductSpec } from '../market/product.ts';
import type { Behaviour } from './behaviour.ts';
import type { Dialect } from './dialect/dialect.ts';
import type { EventNumbering } from './eventNumbers.ts';
import type { FaultScript } from './faults/faultScript.ts';
import type { Limits } from './limits.ts';
import type { SimulatedUser } from './users.ts';

/** Options of {@link createExchange}: what the exchange contains, how it behaves, and how it formats its data. */
export interface ExchangeOptions extends Partial<Behaviour>, Partial<Dialect> {
  /**
   * The seed of all randomness: with the same seed and the same calls at the same times, replies and events are the
   * same.
   *
   * @default 1
   */
  readonly seed?: number;
  /** @default demoUsers */
  readonly users?: readonly SimulatedUser[];
  /** @default BTC, ETH, USDT and CLP */
  readonly products?: readonly ProductSpec[];
  /** The instruments. @default BTCUSDT, ETHUSDT, USDTCLP, BTCCLP (not traded by the crowd), and ETHBTC (stopped) */
  readonly instruments?: readonly InstrumentSpec[];
  /**
   * The accounts and their opening balances. If an account of a user is missing here, it gets the balances of the
   * default account 7. The crowd's accounts are always added.
   *
   * @default 7, 8 and 9 for the demo users, and those of the crowd
   */
  readonly accounts?: readonly AccountSpec[];
  /**
   * The time between two rounds of a crowd that quotes and trades, in milliseconds. `'off'`: the books start empty, and
   * only what you send happens. The crowd trades while a connection is open, so that an unused exchange holds no timer.
   * With `keepTrading`, and on a server, it always trades.
   *
   * @default 'off'
   */
  readonly crowd?: number | 'off';
  /**
   * The prices at which the crowd starts to quote: instrument id to decimal text. It does not trade instruments that
   * are missing here.
   *
   * @default the first three of the default instruments
   */
  readonly prices?: Readonly<Record<number, string>>;
  /** The ids of the instruments that the crowd trades; fewer need less CPU. @default all that have a starting price */
  readonly crowdInstruments?: readonly number[];
  /**
   * The delay of every reply, every event and the opening of a connection, in milliseconds. At 0 they are synchronous:
   * a connection opens within the subscription, and a reply arrives within `send`.
   *
   * @default 0
   */
  readonly latency?: number;
  /** How events are numbered. @default 'countOn' */
  readonly events?: EventNumbering;
  /** After this many consecutive failed logins a user is locked for good. @default 5 */
  readonly maxLoginAttempts?: number;
  /**
   * The exchange's time when it is created, in milliseconds since 1970; it then runs with the scheduler's clock.
   *
   * @default asyncScheduler.now()
   */
  readonly startTime?: number;
  /** The limits per connection and in total; see {@link Limits}. @default the default of each */
  readonly limits?: Partial<Limits>;
  /**
   * A script of faults that starts when the exchange is created; see also `play`. It holds timers until it is over.
   *
   * @default no faults
   */
  readonly faults?: FaultScript;
}
