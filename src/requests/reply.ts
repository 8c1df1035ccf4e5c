import { Observable } from 'rxjs';
import type { Frame } from '../frame.ts';
import type { Socket } from '../socket.ts';

/**
 * The reply or error with this sequence number: by meaning
 * `socket.frame$.pipe(ofType(MessageType.Reply, MessageType.Error), ofSequence(sequence), take(1))`, at the same cost
 * with one request pending and with ten thousand. `request$` does all of this by itself; this is for frames of one's
 * own.
 *
 * It emits the frame as it is, refusal or not, and completes; it completes empty when the socket is over first. Cold,
 * not shared: it waits from its subscription on, so subscribe before sending. A number has one waiter, the last.
 * Unsubscribing sends nothing, and the reply is then passed over.
 *
 * @param sequence A number out of `socket.nextSequence()`.
 *
 * @example
 * client.socket$.pipe(
 *   take(1),
 *   switchMap((socket) => {
 *     const frame = { type: MessageType.Request, sequence: socket.nextSequence(), name: 'Ping', payload: '{}' };
 *     return merge(reply$(socket, frame.sequence), defer(() => (socket.send(frame), EMPTY)));
 *   }),
 * );
 */
export const reply$ = (socket: Pick<Socket, 'awaitReply'>, sequence: number): Observable<Frame> =>
  new Observable((subscriber) => {
    const takeBack = socket.awaitReply(sequence, (reply) => {
      if (reply !== undefined) subscriber.next(reply);
      subscriber.complete();
    });
    return () => takeBack();
  });
