import { catchError, defer, filter, map, type Observable, throwError } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { type ClientError, DecodeError, isClientError } from '../errors.ts';
import { mismatchOfThrown } from '../mismatches.ts';
import { misuseOf } from '../requests/misuse.ts';
import type { Line } from './line.ts';
import type { Begun, Changed, Notice } from './notice.ts';
import { notices$ } from './notices.ts';
import { ownCopy } from './ownCopy.ts';
import type { Topic } from './topic.ts';

const itself = <V>(value: V): V => value;

/** What is no error of ours has been thrown by a function of the topic's own. */
const asClientError = (name: string, thrown: unknown): ClientError =>
  isClientError(thrown) ? thrown : new DecodeError(name, [mismatchOfThrown(thrown)]);

type Spoken<S> = Begun<S> | Changed<S>;

/** Lets through what becomes a message; throws what ends the stream for a consumer that has had none so far. */
const whatIsSpoken = <S>(): ((notice: Notice<S>) => notice is Spoken<S>) => {
  let hasBegun = false;
  return (notice): notice is Spoken<S> => {
    if (notice._tag === 'Failed' || (notice._tag === 'Setback' && !hasBegun)) throw notice.cause;
    hasBegun ||= notice._tag === 'Begun';
    return notice._tag === 'Begun' || notice._tag === 'Changed';
  };
};

/**
 * The messages of a stream: its snapshot, then every update, across reconnects. For the state that they add up to, use
 * `follow$`.
 *
 * Cold, and shared internally: consumers of one stream share one subscription at the exchange. Each gets the current
 * state as a snapshot at once. The last consumer to unsubscribe ends the subscription at the exchange. You may change
 * the messages you get: they are your own copies.
 *
 * After a loss of the connection the stream is silent until it is resubscribed. Its next message is then a snapshot,
 * marked as such, which replaces everything before it.
 *
 * Once the stream has started, a refusal, a timeout or a payload that cannot be read is emitted on `error$`, and the
 * stream is resubscribed. It completes when the client is closed. It errors with
 * - `InvalidRequest`: the parameters are invalid, or an argument has the wrong type.
 * - `GatewayError`, `DecodeError`, `RequestTimeout`: the stream could not be started. After the start it errors so only
 *   if retrying cannot help, such as for a resource that does not exist.
 * - the cause, if the connection failed for good.
 *
 * An error of one stream does not affect the others.
 *
 * @example
 * subscribe$(client, SubscribeLevel1, { Symbol: 'BTCUSDT' }).subscribe(console.log);
 */
export const subscribe$ = <A, S, M>(
  connection: Connection,
  topic: Topic<A, S, M>,
  params: NoInfer<A>,
): Observable<M> =>
  defer(() => {
    const misuse = misuseOf('subscribe$', connection, topic, params);
    if (misuse !== undefined) return throwError(() => misuse);
    let line: Line | undefined;
    const joined = (other: Line): void => {
      line = other;
    };
    const { finish = itself } = topic;
    const isAlone = (): boolean =>
      line?.stream.isRetaining === false && line.listeners === 1 && line.followers === 0;
    const own = (message: M): M => (isAlone() ? finish(message) : ownCopy(finish(message)));
    return notices$(connection, topic, params, { isFollower: false, joined }).pipe(
      filter(whatIsSpoken<S>()),
      map((notice) =>
        own(notice._tag === 'Begun' ? topic.snapshot(notice.kept.state) : topic.update(notice.event)),
      ),
      catchError((error: unknown) => throwError(() => asClientError(topic.name, error))),
    );
  });
