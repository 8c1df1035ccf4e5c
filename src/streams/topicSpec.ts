import type * as t from 'io-ts';
import type { Observable } from 'rxjs';
import type { Call, Endpoint } from '../endpoint.ts';
import type { Refusal } from '../errors.ts';
import type { Asking } from '../requests/ask.ts';
import type { TopicEvent } from './topicEvent.ts';

/**
 * How a state `S` is made of the reply `R` to a subscribe and the events `E` after it. The functions are pure, except
 * for drafts (see `publish`).
 */
export interface Fold<R, K, E, S> {
  /**
   * The first state. If the reply is not enough, `ask` sends further requests on the same socket; events are held back
   * meanwhile. Of an Observable the first value counts; one that completes without a value fails the stream. It is
   * called again on every new socket.
   */
  readonly begin: (reply: R, params: K, ask: Asking) => S | Observable<S>;
  /** The next state. It must not change the previous state, which consumers hold. */
  readonly apply: (state: S, event: E, params: K) => S;
  /**
   * For states that are expensive to copy. `begin` may then return a mutable draft, which `apply` changes in place and
   * returns. `publish` makes an immutable state of the draft before any consumer gets it. `apply` on a published state
   * must not change it.
   *
   * @default the state itself
   */
  readonly publish?: (state: S) => S;
  /**
   * Removes from an event that arrived before the first state what that state already contains; `undefined` if nothing
   * remains.
   *
   * @default the whole event
   */
  readonly news?: (event: E, state: S) => E | undefined;
}

/** Identifies an event, so that a duplicate is recognised. */
export interface Identity {
  /** Events of different kinds are remembered separately, so that many of one kind do not displace the others. */
  readonly kind: string;
  readonly id: string;
}

/** Makes the messages that `subscribe$` emits. */
export interface Messages<S, E, M> {
  readonly snapshot: (state: S) => M;
  readonly update: (event: E) => M;
}

/** Resolved parameters: known at once, or looked up by requests again on every new socket. */
export type Settled<T> =
  | { readonly _tag: 'Known'; readonly settled: T }
  | { readonly _tag: 'Sought'; readonly seek: (ask: Asking) => Observable<T> };

/** What every {@link Topic} is made of: `K` are the parameters, `R` the reply, `E` the events, `S` the state. */
export interface BasicTopicSpec<K, R, E, S> {
  readonly subscribe: Endpoint<K, R>;
  /** Ends the stream at the exchange; called with the parameters of the subscribe. */
  readonly unsubscribe: Endpoint<K, unknown>;
  readonly events: readonly TopicEvent<E>[];
  /**
   * The ids that identify a stream, joined to one text. Leave out parameters that do not make a different stream, such
   * as a depth.
   */
  readonly key: (params: K) => string;
  readonly fold: Fold<R, K, E, S>;
  /** Identifies what one unsubscribe ends, if that is more than one stream. @default the key */
  readonly group?: (params: K) => string;
  /** The routes of the events that belong to this stream. @default the key alone */
  readonly routes?: (params: K) => readonly string[];
  /**
   * How much is asked for, such as a depth. A consumer who wants more than the others have makes the stream
   * resubscribe.
   */
  readonly amount?: (params: K) => number;
  /** Recognises a reply that refuses in its own way, such as `{"Subscribed":false}`. @default no reply does */
  readonly refusal?: (reply: R) => Refusal | undefined;
  /** Identifies an event, for exchanges that may send the same event twice. @default every event counts as new */
  readonly identity?: (event: E) => Identity | undefined;
  /** Which streams are resubscribed first on a new socket: `account` before `market`. @default 'market' */
  readonly importance?: 'account' | 'market';
  /**
   * Whether the reply to a subscribe contains the state. If it only confirms, a consumer who joins later needs no new
   * subscribe.
   *
   * @default true
   */
  readonly hasSnapshot?: boolean;
  /**
   * What happens to the messages when an event cannot be read. `renew`: silence until a new snapshot, as a state that
   * missed a change stays wrong. `skip`: continue without the event. A state of `follow$` is renewed in either case.
   *
   * @default 'renew'
   */
  readonly whenUnreadable?: 'renew' | 'skip';
  /**
   * Whether the state, or another topic fed by the same events, keeps references to the reply or the events. If not,
   * the only consumer of a stream gets them without a copy.
   *
   * @default true
   */
  readonly isRetaining?: boolean;
}

/** Like {@link BasicTopicSpec}, for a topic with its own parameters `A` or messages `M`. */
export interface TopicSpec<A, K, R, E, S, M> extends Omit<BasicTopicSpec<K, R, E, S>, 'unsubscribe'> {
  /** The call that ends the stream at the exchange. */
  readonly unsubscribe: (params: K) => Call<unknown>;
  /** Validates what the caller passes. */
  readonly parameters: t.Type<A, unknown>;
  /** Makes the parameters of the subscribe from it. */
  readonly settle: (valid: A) => Settled<K>;
  /** Makes the messages. @default a `Snapshot` for each first state, an `Update` for each event */
  readonly messages: Messages<S, E, M>;
}
