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
 * Follows a stream of the exchange's: its snapshot, then every update, for ever, over any number of reconnects. For the
 * state that these make, take `follow$`.
 *
 * Cold, and shared behind the scenes: consumers of one stream share one subscription at the exchange, each is given
 * the present state at once, and the last one to leave ends it. What a consumer is given is its own to change. After a
 * loss of the connection the stream is silent until it has been begun again; its next message is a snapshot, marked
 * as such, which replaces what came before.
 *
 * Once it has begun, a refusal, a time limit or a payload that cannot be read are told on `error$`, and it is begun
 * again by itself. It completes when the client is closed. It errors, alone, with
 * - `InvalidRequest`: the parameters cannot be sent, or an argument is not what belongs there.
 * - `GatewayError`, `DecodeError`, `RequestTimeout`: it could not be begun; later only where that cannot change, such as
 *   a resource that is not found.
 * - the cause, when the connection was given up.
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
