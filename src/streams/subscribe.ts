import { map, Observable } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import type { Stream, Topic } from './topic.ts';
import { sharedStream$ } from './sharedStream.ts';

/**
 * Follows a stream of the exchange's: its snapshot, then every update, for ever, over any number of reconnects.
 *
 * Cold, and shared behind the scenes: consumers of one stream share one subscription at the exchange, each is given
 * the present state at once, and the last one to leave ends it. After a loss of the connection the stream is silent
 * until it has been begun again; its next message is a snapshot, marked as such, which replaces what came before.
 * `client.state$` tells of the silence.
 *
 * It completes when the client is closed. It errors, alone, with
 * - `GatewayError`: the exchange refused the subscription, at first or after a reconnect.
 * - `InvalidRequest`: the parameters cannot be sent.
 * - `DecodeError`: a payload of this stream could not be read; subscribing again gives a fresh snapshot.
 * - `RequestTimeout`: the exchange did not answer the subscription in time.
 * - the cause, when the connection was given up.
 *
 * @example
 * subscribe$(client, SubscribeLevel1, { Symbol: 'BTCUSDT' }).subscribe(console.log);
 */
export const subscribe$ = <A, M>(
  connection: Connection,
  topic: Topic<A, M>,
  params: NoInfer<A>,
): Observable<M> => {
  const message$ = new Observable<M>((subscriber) => {
    // Not a switchMap: parameters are settled once, and it would hold a kilobyte for as long as the stream goes on.
    const join = (stream: Stream<M>): void => {
      sharedStream$(connection, stream).subscribe(subscriber);
    };
    subscriber.add(
      topic.resolve(connection, params).subscribe({
        next: join,
        error: (error: unknown) => subscriber.error(error),
      }),
    );
  });
  return topic.finish === undefined ? message$ : message$.pipe(map(topic.finish));
};
