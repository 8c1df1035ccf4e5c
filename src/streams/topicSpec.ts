import type * as t from 'io-ts';
import type { Observable } from 'rxjs';
import type { Call, Endpoint } from '../endpoint.ts';
import type { Refusal } from '../errors.ts';
import type { Asking } from '../requests/ask.ts';
import type { TopicEvent } from './topicEvent.ts';

/** How a state `S` is made of the reply `R` to a subscribe, and of the events `E` that follow. Both are pure, but for drafts. */
export interface Fold<R, K, E, S> {
  /**
   * The first state. It may take more than the reply: what is asked with `ask` goes out on the same socket, while
   * events are held. Of an Observable the first value counts, and one without any fails the stream. It is called again on
   * every socket.
   */
  readonly begin: (reply: R, params: K, ask: Asking) => S | Observable<S>;
  /** The next state; the one before is not changed, for consumers have it. */
  readonly apply: (state: S, event: E, params: K) => S;
  /**
   * For states that are dear to keep: `begin` may then make a draft, which `apply` changes in place and returns, and
   * this makes of it a state that never changes, before anybody is given it. What follows on such a state is no draft.
   *
   * @default the state itself
   */
  readonly publish?: (state: S) => S;
  /**
   * What an event that came before the first state has that the state has not; `undefined` where it has nothing.
   *
   * @default all of it
   */
  readonly news?: (event: E, state: S) => E | undefined;
}

/** What tells an event from all others of its kind. */
export interface Identity {
  /** Events of different kinds are remembered apart, so that many of one push none of the other out. */
  readonly kind: string;
  readonly id: string;
}

/** Makes the messages of `subscribe$`. */
export interface Messages<S, E, M> {
  readonly snapshot: (state: S) => M;
  readonly update: (event: E) => M;
}

/** What a stream is settled to be: known at once, or by a question that is asked on every socket anew. */
export type Settled<T> =
  | { readonly _tag: 'Known'; readonly settled: T }
  | { readonly _tag: 'Sought'; readonly seek: (ask: Asking) => Observable<T> };

/** What every {@link Topic} is made of: `K` the parameters, `R` the reply, `E` the events, `S` the state. */
export interface BasicTopicSpec<K, R, E, S> {
  readonly subscribe: Endpoint<K, R>;
  /** Ends the stream at the exchange, with the parameters that it was begun with. */
  readonly unsubscribe: Endpoint<K, unknown>;
  readonly events: readonly TopicEvent<E>[];
  /** The ids that make a stream, joined to one text; leave out what makes no other stream, such as a depth. */
  readonly key: (params: K) => string;
  readonly fold: Fold<R, K, E, S>;
  /** What one unsubscribe ends, where that is more than one stream. @default the key */
  readonly group?: (params: K) => string;
  /** The routes that lead here. @default the key alone */
  readonly routes?: (params: K) => readonly string[];
  /** How much is asked for, such as a depth: a consumer who wants more than the others makes it begin anew. */
  readonly amount?: (params: K) => number;
  /** The refusal that a reply is in its own words, such as `{"Subscribed":false}`. @default none is */
  readonly refusal?: (reply: R) => Refusal | undefined;
  /** What tells an event from the same sent twice. @default nothing is sent twice */
  readonly identity?: (event: E) => Identity | undefined;
  /** What is begun first on a new socket. @default 'market' */
  readonly importance?: 'account' | 'market';
  /**
   * Whether the reply to a subscribe holds the state. Where it only says yes, a consumer who comes later needs no
   * subscribe of its own. @default true
   */
  readonly hasSnapshot?: boolean;
  /**
   * What becomes of the messages when an event cannot be read: `renew` stays silent until a fresh snapshot, as a lost
   * change would make a lie that lasts; `skip` goes on. A followed state is renewed in either case. @default 'renew'
   */
  readonly whenUnreadable?: 'renew' | 'skip';
  /**
   * Whether somebody holds the reply or the events themselves, not copies: the state, or another topic that is fed by the
   * same. Where nobody does, who is alone on a stream is handed them without a copy. @default true
   */
  readonly isRetaining?: boolean;
}

/** As {@link BasicTopicSpec}, for a topic with parameters `A` or messages `M` of its own. */
export interface TopicSpec<A, K, R, E, S, M> extends Omit<BasicTopicSpec<K, R, E, S>, 'unsubscribe'> {
  /** The call that ends the stream at the exchange. */
  readonly unsubscribe: (params: K) => Call<unknown>;
  /** Checks what the caller passes. */
  readonly parameters: t.Type<A, unknown>;
  /** Makes the parameters of the subscribe of it. */
  readonly settle: (valid: A) => Settled<K>;
  /** @default a `Snapshot` of each first state, an `Update` of each event */
  readonly messages: Messages<S, E, M>;
}
