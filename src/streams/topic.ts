import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { catchError, defer, map, type Observable, throwError } from 'rxjs';
import { call, type ReplyFormat } from '../endpoint.ts';
import { InvalidRequest, isClientError } from '../errors.ts';
import { mismatches, mismatchOfThrown } from '../mismatches.ts';
import type { Asking } from '../requests/ask.ts';
import { plainly, type Reading } from './reading.ts';
import { type Snapshot, snapshot, type Update, update } from './SnapshotOrUpdate.ts';
import { type Stream, streamOf } from './stream.ts';
import type { TopicEvent } from './topicEvent.ts';
import type { BasicTopicSpec, Settled, TopicSpec } from './topicSpec.ts';

/** A stream of the exchange, as a plain value: `A` are the caller's parameters, `S` is the state, `M` the messages. */
export interface Topic<A, S, M> {
  /** The wire name of the function that subscribes. */
  readonly name: string;
  /** How the reply to the subscribe is read. */
  readonly subscribe: ReplyFormat<unknown>;
  /** The events that feed the stream. */
  readonly events: readonly TopicEvent<unknown>[];
  /** Validates the parameters and resolves them to a stream. It sends nothing and never throws. */
  readonly settle: (params: A) => E.Either<InvalidRequest, Settled<Stream<S>>>;
  /** Makes the message for a first state, or for the current state when a consumer joins later. */
  readonly snapshot: (state: S) => M;
  /** Makes the message for an event. */
  readonly update: (event: unknown) => M;
  /** How payloads are read. */
  readonly reading: Reading;
  /** Converts a message before a consumer gets it. @default the message itself */
  readonly finish?: <V>(message: V) => V;
  /** Converts a state before a follower gets it. @default the state itself */
  readonly finishState?: (state: S) => S;
}

const refusedBy = (name: string, thrown: unknown): InvalidRequest =>
  new InvalidRequest(name, [mismatchOfThrown(thrown)]);

/** A question whose own function throws has refused, as well. */
const soughtSafely =
  <T>(name: string, seek: (ask: Asking) => Observable<T>) =>
  (ask: Asking): Observable<T> =>
    defer(() => seek(ask)).pipe(
      catchError((thrown: unknown) =>
        throwError(() => (isClientError(thrown) ? thrown : refusedBy(name, thrown))),
      ),
    );

/** What the caller passes, valid or not, settled; whatever throws has refused. */
const settleWith =
  <A, K, S>(
    {
      name,
      parameters,
      settle,
    }: { readonly name: string } & Pick<TopicSpec<A, K, never, never, S, never>, 'parameters' | 'settle'>,
    toStream: (params: K) => Stream<S>,
  ) =>
  (params: A): E.Either<InvalidRequest, Settled<Stream<S>>> => {
    try {
      return pipe(
        parameters.decode(params),
        E.mapLeft((errors) => new InvalidRequest(name, mismatches(errors))),
        E.map(settle),
        E.map((of) =>
          of._tag === 'Known'
            ? { ...of, settled: toStream(of.settled) }
            : { ...of, seek: soughtSafely(name, (ask) => of.seek(ask).pipe(map(toStream))) },
        ),
      );
    } catch (thrown) {
      return E.left(refusedBy(name, thrown));
    }
  };

/**
 * Makes a {@link Topic}, also for a stream that only your venue has. Its messages are a {@link Snapshot} for every
 * first state and an {@link Update} for every event. See `docs/guides` for a complete example.
 */
export const topicWith = <A, K, R, Ev, S, M>(spec: TopicSpec<A, K, R, Ev, S, M>): Topic<A, S, M> => ({
  name: spec.subscribe.name,
  subscribe: spec.subscribe,
  events: spec.events,
  settle: settleWith({ ...spec, name: spec.subscribe.name }, (params) => streamOf(spec, params)),
  snapshot: spec.messages.snapshot,
  // What comes in here has come out of `events`.
  update: (event) => spec.messages.update(event as Ev),
  reading: plainly,
});

/** Parameters that need no settling. */
export const known = <K>(settled: K): Settled<K> => ({ _tag: 'Known', settled });

/**
 * Makes a {@link Topic}; for a stream that only your venue has, too. Its messages are a {@link Snapshot} of every
 * first state and an {@link Update} of every event. See `docs/guides` for a whole example.
 *
 * Make it once: consumers of one stream share its state, so who comes with another topic of the same function and key,
 * while somebody follows the first, is refused with `InvalidRequest`.
 *
 * @example
 * const parameters = t.type({ IndexId: t.number });
 * const price = t.type({ IndexId: t.number, Value: t.number });
 * const SubscribeIndex = topic({
 *   subscribe: endpoint({ name: 'SubscribeIndex', request: parameters, reply: price }),
 *   unsubscribe: endpoint({ name: 'UnsubscribeIndex', request: parameters, reply: t.unknown }),
 *   events: [
 *     topicEvent({
 *       name: 'IndexUpdateEvent',
 *       codec: price,
 *       route: (payload, deliver) => deliver(String(payload.IndexId), payload),
 *     }),
 *   ],
 *   key: ({ IndexId }) => String(IndexId),
 *   fold: { begin: (reply) => reply, apply: (_, event) => event },
 * });
 */
export const topic = <K, R, Ev, S>(
  spec: BasicTopicSpec<K, R, Ev, S>,
): Topic<K, S, Snapshot<S> | Update<Ev>> =>
  topicWith<K, K, R, Ev, S, Snapshot<S> | Update<Ev>>({
    ...spec,
    unsubscribe: (params) => call(spec.unsubscribe, params),
    parameters: spec.subscribe.request,
    settle: known,
    messages: { snapshot, update },
  });
