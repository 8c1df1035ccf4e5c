import type { FaultScript, profiles } from '../../src/simulator/index.ts';

/** The streams and states that a program follows. */
export const followables = [
  'book',
  'bookRows',
  'summary',
  'summaryMessages',
  'trades',
  'tradeMessages',
  'bars',
  'account',
  'orderStates',
] as const;
/** One of them. */
export type Followable = (typeof followables)[number];

/** The calls that a program makes. */
export const askables = ['order', 'cancel', 'depth', 'history', 'summaryOnce', 'openOrders'] as const;
/** One of them. */
export type Askable = (typeof askables)[number];

/** What a handler does from inside an emission. */
export type Reaction =
  | { readonly does: 'leave' }
  | { readonly does: 'join'; readonly what: Followable }
  | { readonly does: 'ask'; readonly what: Askable }
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
      readonly reaction?: Reaction & { readonly nth: number };
      /** Each value takes so long to work on. */
      readonly slow?: number;
    }
  | { readonly does: 'ask'; readonly what: Askable; readonly leavesAfter?: number }
  | { readonly does: 'reconnect' }
  | { readonly does: 'close' }
);

/** How one client is set up. */
export interface ClientSetup {
  /** Whose: the index of a demo user, or nobody's. */
  readonly user: number | undefined;
  readonly keepAlive: { readonly interval: number; readonly timeout: number };
  readonly inFlight: number;
  readonly backoff: number;
  readonly requestTimeout: number;
  readonly subscribeWith: 'request' | 'subscribe';
}

/** Everything that one run is made of, as data: the same scenario runs the same way, always. */
export interface Scenario {
  readonly seed: number;
  readonly profile: 'none' | keyof typeof profiles;
  readonly latency: number;
  readonly crowd: number;
  readonly clients: readonly ClientSetup[];
  readonly steps: readonly Step[];
  readonly script: FaultScript;
}
