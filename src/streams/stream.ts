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

/** One subscription at the exchange, its parameters settled: a topic's functions with the types of its parts hidden. */
export interface Stream<S> {
  /** The function that subscribes, by its wire name. */
  readonly name: string;
  /** The topic's name with what tells this stream from its others: streams of one key share the subscription. */
  readonly key: string;
  /** What one unsubscribe ends at the exchange, as a key. */
  readonly group: string;
  /** The routes that lead here. */
  readonly routes: readonly string[];
  /** How much is asked for; of two streams of one key the greater serves both. */
  readonly amount: number;
  readonly importance: 'account' | 'market';
  readonly hasSnapshot: boolean;
  readonly whenUnreadable: 'renew' | 'skip';
  readonly isRetaining: boolean;
  readonly events: readonly TopicEvent<unknown>[];
  readonly subscribe: Call<unknown>;
  readonly unsubscribe: Call<unknown>;
  /** The first state, or why the reply gives none; throws where the topic does. */
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

/** The stream of a topic with these parameters. */
export const streamOf = <A, K, R, Ev, S, M>(spec: TopicSpec<A, K, R, Ev, S, M>, params: K): Stream<S> => {
  const { subscribe, key, group = key, routes = () => [key(params)], fold } = spec;
  return {
    name: subscribe.name,
    key: `${subscribe.name} ${key(params)}`,
    group: `${subscribe.name} ${group(params)}`,
    routes: routes(params),
    amount: spec.amount?.(params) ?? 0,
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
