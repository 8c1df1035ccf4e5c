import { Observable } from 'rxjs';
import type { Frame } from '../frame.ts';
import type { Socket } from '../socket.ts';

/**
 * The reply or error frame with this sequence number. It means the same as
 * `socket.frame$.pipe(ofType(MessageType.Reply, MessageType.Error), ofSequence(sequence), take(1))`, but its cost does
 * not grow with the number of pending requests. `request$` does all of this itself; use `reply$` for frames that you
 * write yourself.
 *
 * It emits the frame unchanged, even a refusal, and completes. If the socket ends first, it completes without emitting.
 * Cold, not shared: it waits from its subscription on, so subscribe before you send. Only the last subscriber to a
 * sequence number gets the reply. Unsubscribing sends nothing, and the reply is then dropped.
 *
 * @param sequence A number from `socket.nextSequence()`.
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
