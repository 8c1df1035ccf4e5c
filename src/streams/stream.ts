import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { isObservable, type Observable, of } from 'rxjs';
import type { Report } from '../decode.ts';
import { type Call, call, decodeReply } from '../endpoint.ts';
import { type ClientError, GatewayError } from '../errors.ts';
import type { Frame } from '../frame.ts';
import type { Asking } from '../requests/ask.ts';
import type { Reading } from './reading.ts';
import type { TopicEvent } from './topicEvent.ts';
import type { Identity, TopicSpec } from './topicSpec.ts';

/**
 * One subscription at the exchange with all its parameters known: the functions of a topic, with their types hidden.
 * The library makes it from a topic.
 */
export interface Stream<S> {
  /** The wire name of the function that subscribes. */
  readonly name: string;
  /** Identifies the stream: streams with the same key share one subscription. */
  readonly key: string;
  /** What makes the states: of one key it is one, as all who follow a stream share its state. */
  readonly fold: object;
  /** Identifies what one unsubscribe ends at the exchange. */
  readonly group: string;
  /** The routes of the events that belong to this stream. */
  readonly routes: readonly string[];
  /** How much is asked for, such as a depth; of two streams with the same key the larger serves both. */
  readonly amount: number;
  readonly importance: 'account' | 'market';
  readonly hasSnapshot: boolean;
  readonly whenUnreadable: 'renew' | 'skip';
  readonly isRetaining: boolean;
  readonly events: readonly TopicEvent<unknown>[];
  readonly subscribe: Call<unknown>;
  readonly unsubscribe: Call<unknown>;
  /** The first state, or why the reply contains none; throws if the topic does. */
  readonly begin: (
    frame: Frame,
    how: { readonly reading: Reading; readonly ask: Asking; readonly report: Report },
  ) => E.Either<ClientError, Observable<S>>;
  readonly apply: (state: S, event: unknown) => S;
  readonly publish: (state: S) => S;
  readonly news: (event: unknown, state: S) => unknown;
  readonly identity: (event: unknown) => Identity | undefined;
}

const asObservable = <S>(state: S | Observable<S>): Observable<S> =>
  isObservable(state) ? state : of(state);

/** What the topic's own functions make of a reply. */
const beginWith =
  <A, K, R, Ev, S, M>(spec: TopicSpec<A, K, R, Ev, S, M>, params: K): Stream<S>['begin'] =>
  (frame, { reading, ask, report }) => {
    const { name, reply, read } = spec.subscribe;
    const format = reading.format({ codec: reply, read });
    return pipe(
      decodeReply({ name, reply: format.codec, read: format.read }, frame, report),
      E.chain((value): E.Either<ClientError, Observable<S>> => {
        const refusal = spec.refusal?.(value);
        return refusal === undefined
          ? E.right(asObservable(spec.fold.begin(value, params, ask)))
          : E.left(new GatewayError(name, refusal));
      }),
    );
  };

/** How much is wanted. What is no number would never be enough, so that whoever joins would have the stream begun anew. */
const amountOf = <A, K, R, Ev, S, M>({ amount }: TopicSpec<A, K, R, Ev, S, M>, params: K): number =>
  Number(amount?.(params)) || 0;

/** The stream of a topic with these parameters. */
export const streamOf = <A, K, R, Ev, S, M>(spec: TopicSpec<A, K, R, Ev, S, M>, params: K): Stream<S> => {
  const { subscribe, key, group = key, routes = () => [key(params)], fold } = spec;
  return {
    name: subscribe.name,
    key: `${subscribe.name} ${key(params)}`,
    fold,
    group: `${subscribe.name} ${group(params)}`,
    routes: routes(params),
    amount: amountOf(spec, params),
    importance: spec.importance ?? 'market',
    hasSnapshot: spec.hasSnapshot ?? true,
    whenUnreadable: spec.whenUnreadable ?? 'renew',
    isRetaining: spec.isRetaining ?? true,
    events: spec.events,
    subscribe: call(subscribe, params),
    unsubscribe: spec.unsubscribe(params),
    begin: beginWith(spec, params),
    // What comes in here has come out of `events`.
    apply: (state, event) => fold.apply(state, event as Ev, params),
    publish: (state) => fold.publish?.(state) ?? state,
    news: (event, state) => (fold.news === undefined ? event : fold.news(event as Ev, state)),
    identity: (event) => spec.identity?.(event as Ev),
  };
};
