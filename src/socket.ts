import { Observable, Subject } from 'rxjs';
import { asClientError } from './asClientError.ts';
import { monotonicNow } from './clock.ts';
import type { ClientError } from './errors.ts';
import { type Frame, writeFrame } from './frame.ts';
import { createChannels } from './socket/channels.ts';
import { dispatcher } from './socket/dispatch.ts';
import { inTurn } from './socket/inTurn.ts';
import { createReplies, type ReplyWaiter, type TakeBack } from './socket/replies.ts';
import type { Wire } from './transport/transport.ts';

export type { ReplyWaiter, TakeBack };

/** One open connection as streams of decoded frames. It ends with its wire and is never used again. */
export interface Socket {
  /** Every frame received: hot, without replay; it completes when the socket is over. */
  readonly frame$: Observable<Frame>;
  /**
   * Calls the waiter with the reply or error frame of this sequence number, at a cost that does not grow with the
   * number of pending requests. The operator `reply$` is the same as an Observable. The returned function stops
   * waiting.
   */
  readonly awaitReply: (sequence: number, waiter: ReplyWaiter) => TakeBack;
  /**
   * The events of this name: the same as `frame$.pipe(ofType(MessageType.Event), ofName(name))`, by a keyed lookup.
   * Case is ignored.
   */
  readonly event$: (name: string) => Observable<Frame>;
  /** Sends a frame; does nothing once the socket is over. */
  readonly send: (frame: Frame) => void;
  /** A sequence number that was not used on this socket before: 2, 4, 6… */
  readonly nextSequence: () => number;
  /** Completes when the socket is over, before pending requests and streams are told; emits nothing. */
  readonly over$: Observable<never>;
  /** Whether the socket is over. This is true shortly before its connection reports the loss. */
  readonly isOver: () => boolean;
  /**
   * Why the socket is over; `undefined` if it is not over, was closed from this side, or its transport gives no cause.
   */
  readonly cause: () => ClientError | undefined;
  /**
   * When data was last received, including a part of a message, or else when the socket opened: a reading of
   * `performance.now()`.
   */
  readonly heardAt: () => number;
  /** Ends the socket: its streams complete, then whoever opened it gets the cause, then the wire is dropped. */
  readonly fail: (cause: ClientError) => void;
}

const textOf = (message: string | Uint8Array): string =>
  typeof message === 'string' ? message : new TextDecoder().decode(message);

/** Told each message of a socket, and whether it came in or goes out. */
export type TellMessage = (direction: 'in' | 'out', text: string) => void;

/** What comes in, and what ends with the socket. */
const createReceiver = (wire: Wire, report: (error: ClientError) => void, tell: TellMessage) => {
  const frames = new Subject<Frame>();
  const over = new Subject<never>();
  const replies = createReplies();
  const channels = createChannels();
  const dispatch = dispatcher({ frames, replies, channels, report });
  let heardAt = monotonicNow();
  let isOver = false;
  let cause: ClientError | undefined;

  const receive = inTurn((message: string | Uint8Array) => {
    if (isOver) return;
    if (wire.heardAt === undefined) heardAt = monotonicNow();
    const text = textOf(message);
    tell('in', text);
    dispatch(text);
  });

  const end = (why?: ClientError): void => {
    if (isOver) return;
    isOver = true;
    cause = why;
    over.complete();
    replies.end();
    channels.end();
    frames.complete();
  };

  const lives = {
    isOver: () => isOver,
    cause: () => cause,
    heardAt: () => Math.max(heardAt, wire.heardAt?.() ?? heardAt),
  };
  return { frames, over, replies, channels, receive, end, lives };
};

type Receiver = ReturnType<typeof createReceiver>;

const transportFailed = (thrown: unknown): ClientError => asClientError(thrown, 'The transport');

const createSocket = (
  receiver: Receiver,
  wire: Wire,
  giveUp: (cause: ClientError) => void,
  tell: TellMessage,
): Socket => {
  const { frames, over, replies, channels, end, lives } = receiver;
  const fail = (cause: ClientError): void => {
    if (lives.isOver()) return;
    end(cause);
    giveUp(cause);
    wire.terminate();
  };
  return {
    frame$: frames.asObservable(),
    awaitReply: replies.await,
    event$: channels.event$,
    send: (frame) => {
      if (lives.isOver()) return;
      const text = writeFrame(frame);
      tell('out', text);
      try {
        wire.send(text);
      } catch (thrown) {
        // Nobody knows whether it has left, as after any loss; and the next would not leave either.
        fail(transportFailed(thrown));
      }
    },
    nextSequence: replies.next,
    over$: over.asObservable(),
    ...lives,
    fail,
  };
};

/**
 * The socket on an open wire.
 *
 * Cold; to be subscribed once per wire, before control returns from the wire's own emission. It listens to the
 * wire, then emits one {@link Socket}, and completes when the wire is over; it errors when the socket is given up, with
 * the cause, and when the wire breaks its contract: where `send` throws or `message$` errors, the socket is over.
 * Unsubscribing ends the socket: its streams complete, and the wire is left to its transport.
 *
 * Messages are handled one after another, never nested, and each frame is parsed once. A message that is no
 * frame, a reply that no request waits for and an event that nothing ever listened to (once a name) are passed
 * to `report`; the socket goes on.
 *
 * @param tell Told each message as it is, before it is handled or sent.
 */
export const openSocket = (
  wire: Wire,
  report: (error: ClientError) => void,
  tell: TellMessage = () => undefined,
): Observable<Socket> =>
  new Observable((subscriber) => {
    const receiver = createReceiver(wire, report, tell);
    subscriber.add(() => receiver.end());
    const messages = wire.message$.subscribe({
      next: receiver.receive,
      error: (thrown: unknown) => {
        const cause = transportFailed(thrown);
        receiver.end(cause);
        subscriber.error(cause);
      },
      complete: () => {
        receiver.end(wire.cause?.());
        subscriber.complete();
      },
    });
    subscriber.next(createSocket(receiver, wire, (cause) => subscriber.error(cause), tell));
    subscriber.add(messages);
  });
