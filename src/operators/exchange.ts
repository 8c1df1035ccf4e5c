import { asyncScheduler, Observable } from 'rxjs';
import type { Limits } from '../connection/connection.ts';
import type { Call } from '../endpoint.ts';
import { ConnectionLost, FrameError } from '../errors.ts';
import { type Frame, MessageType, writeFrame } from '../frame.ts';
import type { Socket } from '../socket.ts';
import { limitTime } from './limitTime.ts';

/** Limits of one exchange, where they differ from those of the connection. */
export interface ExchangeOptions {
  /** The message type the call goes out as. @default MessageType.Request */
  readonly type?: MessageType;
  /** When the caller asked, on the clock of `asyncScheduler`; the time limit counts from here. @default now */
  readonly askedAt?: number;
}

/** A second guard beside the number; an error need not repeat the name. */
const isReplyTo = (call: Call<unknown>, { type, name }: Frame): boolean =>
  type === MessageType.Error || name.toLowerCase() === call.name.toLowerCase();

/**
 * One call on one socket: listens for the reply, sends the request, and emits what the reply holds, then completes.
 *
 * Cold: each subscription sends. It errors with `InvalidRequest` when the parameters cannot be sent, `GatewayError`
 * when the exchange refuses, `DecodeError` when the reply is not understood, `RequestTimeout` at the time limit, and
 * `ConnectionLost` when the socket is over, with `sent: false` where it was over before. Unsubscribing stops waiting;
 * what was sent stays sent.
 */
export const exchange = <B>(
  socket: Socket,
  call: Call<B>,
  limits: Limits,
  { type = MessageType.Request, askedAt = asyncScheduler.now() }: ExchangeOptions = {},
): Observable<B> =>
  new Observable((subscriber) => {
    const { payload } = call;
    if (payload._tag === 'Left') {
      subscriber.error(payload.left);
      return;
    }
    const sequence = socket.nextSequence();
    let sent = false;

    limitTime(subscriber, call.name, true, limits, askedAt);

    const settle = (frame: Frame): void => {
      if (subscriber.closed) return;
      if (!isReplyTo(call, frame)) {
        subscriber.error(
          new FrameError(`The reply to ${call.name} names another function`, writeFrame(frame)),
        );
        return;
      }
      const reply = call.decode(frame);
      if (reply._tag === 'Left') subscriber.error(reply.left);
      else {
        subscriber.next(reply.right);
        subscriber.complete();
      }
    };

    socket.awaitReply(sequence, {
      settle,
      over: () => subscriber.error(new ConnectionLost(call.name, sent, 'the connection was lost')),
    });
    if (subscriber.closed) return;
    sent = true;
    socket.send({ type, sequence, name: call.name, payload: payload.right });
  });
