import type { Observable } from 'rxjs';
import type { Client } from '../../../src/index.ts';
import type { Exchange } from '../../../src/simulator/index.ts';
import type { Board } from '../board.ts';
import type { Followable } from '../scenario.ts';
import type { WireTap } from '../wire/wireTap.ts';

/** Who follows, and what watches over it. */
export interface Following {
  readonly name: string;
  readonly client: Client;
  readonly board: Board;
  readonly tap: WireTap;
  readonly exchange: Exchange;
  readonly account: number | undefined;
  /** After how long a book is compared with the exchange's, in milliseconds. */
  readonly auditAfter: number;
  /** Whether events may be lost on a living link. */
  readonly mayLose: boolean;
  /** How many of its consumers are joining at the moment. */
  readonly joins: { under: number };
  /** From the call of `close()` on. */
  readonly isClosing: () => boolean;
  /** Once `close()` has returned. */
  readonly isClosed: () => boolean;
}

/** A book by its levels: side and price to quantity. */
export type PlainBook = ReadonlyMap<string, number>;

/** What a consumer knows now, as far as it has anything to know. */
export type Known =
  | { readonly _tag: 'Nothing' }
  | { readonly _tag: 'Book'; readonly isLive: boolean; readonly book: () => PlainBook }
  | { readonly _tag: 'Touch'; readonly isLive: boolean; readonly levels: readonly (readonly unknown[])[] }
  | { readonly _tag: 'Summary'; readonly isLive: boolean; readonly prices: readonly unknown[] }
  | { readonly _tag: 'Trades'; readonly runs: readonly (readonly number[])[] }
  | { readonly _tag: 'Bars'; readonly isLive: boolean }
  | { readonly _tag: 'Orders'; readonly heard: ReadonlySet<number> }
  /** Of an account: what of it, as the exchange would tell it, and when it was proven, on the clock of the run. */
  | {
      readonly _tag: 'Account';
      readonly isLive: boolean;
      readonly provenAt: number;
      readonly of: AccountPart;
      readonly rows: () => readonly string[];
    };

/** A part of an account that can be compared with the exchange's. */
export type AccountPart =
  | { readonly _tag: 'Open' }
  | { readonly _tag: 'Balances' }
  /** Those since a time of the exchange's. */
  | { readonly _tag: 'Fills'; readonly since: number };

/** One consumer of a stream or a state. */
export interface Consumer {
  readonly what: Followable;
  readonly instrument: number;
  /** The stream that it needs at the exchange. */
  readonly stream: string;
  readonly known: () => Known;
  /** Whether what it was told last is `live`. */
  readonly isLive: () => boolean;
  readonly isOver: () => boolean;
  /** Whether what it followed has ended in an error, and it has not begun again yet. */
  readonly isPausing: () => boolean;
  readonly leave: () => void;
  /** Says what is wrong once all is over. */
  readonly judge: () => void;
}

/** How one kind of consumer follows, and what it makes of that. */
export interface Followed {
  readonly stream: string;
  readonly value$: Observable<unknown>;
  readonly known: () => Known;
  readonly isLive: () => boolean;
  readonly judge: () => void;
  /** Whether it is told something as soon as it subscribes. */
  readonly isToldAtOnce: boolean;
  /** Whether its end is not an error: an order is over some time. */
  readonly mayComplete?: boolean;
}

/** It knows nothing. */
export const nothing: Known = { _tag: 'Nothing' };

/** What most kinds of consumers are. */
export const plainly = {
  known: (): Known => nothing,
  isLive: (): boolean => false,
  judge: (): void => undefined,
} as const;
