import { Observable, type Subscriber } from 'rxjs';
import type { Terms } from '../connection/inner.ts';
import type { Call } from '../endpoint.ts';
import { ConnectionLost, FrameError, RequestTimeout } from '../errors.ts';
import { type Frame, MessageType, writeFrame } from '../frame.ts';
import type { Socket } from '../socket.ts';
import { explained } from './explained.ts';

/** Limits of one exchange, where they differ from those of the connection. */
export interface ExchangeOptions {
  /** The message type the call goes out as. @default MessageType.Request */
  readonly type?: MessageType;
  /** When the caller asked, a reading of `deadlines.now`; the time limit counts from here. @default now */
  readonly askedAt?: number;
}

/** A second guard beside the number; an error need not repeat the name. */
const isReplyTo = (call: Call<unknown>, { type, name }: Frame): boolean =>
  type === MessageType.Error || name.toLowerCase() === call.name.toLowerCase();

const settle = <B>(subscriber: Subscriber<B>, call: Call<B>, frame: Frame, terms: Terms): void => {
  if (!isReplyTo(call, frame)) {
    subscriber.error(new FrameError(`The reply to ${call.name} names another function`, writeFrame(frame)));
    return;
  }
  const reply = call.decode(frame, terms.report);
  if (reply._tag === 'Left') subscriber.error(explained(reply.left, terms));
  else {
    subscriber.next(reply.right);
    subscriber.complete();
  }
};

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
  terms: Terms,
  { type = MessageType.Request, askedAt = terms.deadlines.now() }: ExchangeOptions = {},
): Observable<B> =>
  new Observable((subscriber) => {
    const { payload } = call;
    const { deadlines, requestTimeout } = terms;
    if (payload._tag === 'Left') {
      subscriber.error(payload.left);
      return;
    }
    const sequence = socket.nextSequence();
    let sent = false;

    subscriber.add(
      deadlines.arm(askedAt, requestTimeout, () =>
        subscriber.error(new RequestTimeout(call.name, true, requestTimeout)),
      ),
    );
    socket.awaitReply(sequence, (reply) => {
      if (subscriber.closed) return;
      if (reply !== undefined) settle(subscriber, call, reply, terms);
      else subscriber.error(new ConnectionLost(call.name, sent, 'the connection was lost', socket.cause()));
    });
    if (subscriber.closed) return;
    sent = true;
    socket.send({ type, sequence, name: call.name, payload: payload.right });
  });
