import type { FaultScript, profiles } from '../../src/simulator/index.ts';
import type { Disturbances } from './virtualTime.ts';

/** The streams and states of a market that a program follows. */
export const marketFollowables = [
  ...(['book', 'bookRows', 'orderBook', 'touch', 'exactBook', 'summary', 'summaryMessages'] as const),
  ...(['trades', 'tradeMessages', 'bars'] as const),
] as const;
/** The streams and states of an account that a program follows. */
export const accountFollowables = [
  ...(['account', 'orderStates', 'exactAccount'] as const),
  ...(['orders', 'openOrders', 'fills', 'balances', 'lifeOf'] as const),
] as const;
/** All of them. */
export const followables = [...marketFollowables, ...accountFollowables] as const;
/** One of them. */
export type Followable = (typeof followables)[number];

/** The calls that a program makes. */
export const askables = ['order', 'cancel', 'depth', 'history', 'summaryOnce', 'openOrders'] as const;
/** One of them. */
export type Askable = (typeof askables)[number];

/** What a program does with orders, besides sending some. */
export const orderVerbs = ['cancelOrder', 'modifyOrder', 'replaceOrder', 'cancelAll'] as const;
/** One of them. */
export type OrderVerb = (typeof orderVerbs)[number];

/** Where an order is priced: far from the market, at the touch, through it, or with no price at all. */
export const pricings = ['far', 'touch', 'through', 'market'] as const;

/** An order, as it is drawn. */
export interface OrderDraft {
  readonly side: 'Buy' | 'Sell';
  readonly pricing: (typeof pricings)[number];
  /** In thousandths. */
  readonly quantity: number;
  readonly isPostOnly: boolean;
  /** A `CancelOrder` goes out when the program leaves it, so many milliseconds later. */
  readonly leavesAfter?: number;
}

/** The ways in which a consumer may be slower than what it follows. */
export const manners = ['conflateMap', 'conflateMapBy', 'conflateWith', 'queueMap'] as const;
/** One of them. */
export type Manner = (typeof manners)[number];

/** What a handler does from inside an emission. */
export type Reaction =
  | { readonly does: 'leave' }
  | { readonly does: 'join'; readonly what: Followable }
  | { readonly does: 'ask'; readonly what: Askable }
  | { readonly does: 'place'; readonly draft: OrderDraft }
  | { readonly does: 'act'; readonly verb: OrderVerb; readonly nth: number }
  | { readonly does: 'reconnect' }
  | { readonly does: 'close' };

/** One step of a user's program. Times are in milliseconds of virtual time. */
export type Step = { readonly at: number; readonly client: number } & (
  | {
      readonly does: 'join';
      readonly what: Followable;
      readonly instrument: number;
      /** It leaves after so long; else it stays to the end. */
      readonly lasts?: number;
      /** With the emission of this number, the first being 1, it does something. */
      readonly reaction?: { readonly on: number; readonly reaction: Reaction };
      /** Each value takes so long to work on. */
      readonly slow?: { readonly manner: Manner; readonly takes: number };
    }
  | { readonly does: 'ask'; readonly what: Askable; readonly leavesAfter?: number }
  | { readonly does: 'place'; readonly draft: OrderDraft }
  /** Does something with one of the orders of the account: the `nth` of the open ones, counted round. */
  | { readonly does: 'act'; readonly verb: OrderVerb; readonly nth: number }
  /** Somebody else cancels one of the account's orders, so that only events tell of it. */
  | { readonly does: 'meddle'; readonly nth: number }
  /** Somebody else places an order for the account, under no id. */
  | { readonly does: 'placeByHand'; readonly draft: OrderDraft }
  /** The account trades without this client, so many times, in small pieces: with itself, where it may. */
  | { readonly does: 'tradeElsewhere'; readonly times: number }
  | { readonly does: 'reconnect' }
  | { readonly does: 'close' }
);

/** How long programs and faults go on as they are drawn, in milliseconds. */
export const scriptEnd = 4_000;

/** How one client is set up. */
export interface ClientSetup {
  /** Whose: the index of a demo user, or nobody's. */
  readonly user: number | undefined;
  readonly keepAlive: { readonly interval: number; readonly timeout: number };
  readonly inFlight: number;
  readonly backoff: number;
  readonly requestTimeout: number;
  readonly subscribeWith: 'request' | 'subscribe';
  /** After how long a book is compared with the exchange's, in milliseconds. */
  readonly auditAfter: number;
}

/** Everything that one run is made of, as data: the same scenario runs the same way, always. */
export interface Scenario extends Disturbances {
  readonly seed: number;
  readonly profile: 'none' | keyof typeof profiles;
  readonly latency: number;
  readonly crowd: number;
  readonly clients: readonly ClientSetup[];
  readonly steps: readonly Step[];
  readonly script: FaultScript;
  /** Whether an account may trade with itself. */
  readonly mayTradeWithItself: boolean;
  /** Whether orders are looked for by a rule of the program's own, that does not take half a minute. */
  readonly isHasty: boolean;
}
