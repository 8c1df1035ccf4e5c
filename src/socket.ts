import { defer, Observable, Subject } from 'rxjs';
import { monotonicNow } from './clock.ts';
import { type ClientError, FrameError, GatewayError } from './errors.ts';
import { type Frame, isAnswer, MessageType, readFrame, writeFrame } from './frame.ts';
import { readJson } from './json/json.ts';
import { refusalOf } from './refusal.ts';
import type { Wire } from './transport/transport.ts';

/** Whoever waits for one reply: told it, or `undefined` once the socket is over. */
export type ReplyWaiter = (reply: Frame | undefined) => void;

/** One open connection as streams of decoded frames; it dies with its wire and is never used again. */
export interface Socket {
  /** Every frame that comes in: hot, without replay; it completes when the socket is over. */
  readonly frame$: Observable<Frame>;
  /**
   * Has the reply or error with this sequence number settled with the waiter, at the same cost with one request pending
   * and with ten thousand; the operator `reply$` makes a stream of it. For those who wait until the end.
   */
  readonly awaitReply: (sequence: number, waiter: ReplyWaiter) => void;
  /**
   * The events of this name: by meaning `frame$.pipe(ofType(MessageType.Event), ofName(name))`, as a keyed
   * look-up. Names compare without regard to case.
   */
  readonly event$: (name: string) => Observable<Frame>;
  /** Sends a frame; does nothing once the socket is over. */
  readonly send: (frame: Frame) => void;
  /** A number not used on this socket before: 2, 4, 6… */
  readonly nextSequence: () => number;
  /** Completes when the socket is over, before anything else that waits on it is told; emits nothing. */
  readonly over$: Observable<never>;
  /** Whether it is over: a moment before its connection tells of the loss. */
  readonly isOver: () => boolean;
  /** Why it is over; `undefined` where it is not, where it was closed from here, or where its transport does not tell. */
  readonly cause: () => ClientError | undefined;
  /** When anything last came in, a part of a message too, or else when it was opened: a reading of `monotonicNow`. */
  readonly heardAt: () => number;
  /** Gives the socket up: its streams complete, then whoever opened it is told the cause, then the wire is dropped. */
  readonly fail: (cause: ClientError) => void;
}

const textOf = (message: string | Uint8Array): string =>
  typeof message === 'string' ? message : new TextDecoder().decode(message);

/** Handles one item at a time: what arrives while another is being handled waits its turn. */
const inTurn = <A>(handle: (item: A) => void): ((item: A) => void) => {
  const queue: A[] = [];
  let isBusy = false;
  return (item) => {
    if (isBusy) {
      queue.push(item);
      return;
    }
    isBusy = true;
    try {
      handle(item);
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) handle(next);
    } finally {
      isBusy = false;
    }
  };
};

const unheard = (frame: Frame): ClientError =>
  new FrameError('A message that nobody here waits for', writeFrame(frame));

const unasked = (reply: Frame): ClientError => {
  const refusal = refusalOf(reply.type, readJson(reply.payload));
  return refusal === undefined ? unheard(reply) : new GatewayError(reply.name, refusal);
};

/** How many names of events are remembered, so as to report each unheard one once. */
const rememberedNames = 200;

/** By sequence number: who waits for the reply, `null` where nobody does, `undefined` once it has come. */
type Replies = Map<number, ReplyWaiter | null | undefined>;

/** How many numbers are remembered, answered ones among them, before they are swept. */
const fewestSwept = 1_000;

const createSocket = (
  wire: Wire,
  report: (error: ClientError) => void,
  giveUp: (cause: ClientError) => void,
) => {
  const frames = new Subject<Frame>();
  const over = new Subject<never>();
  // A number that was given out stays until it is answered, with whoever waits for the answer. Who has stopped waiting
  // stays too: to take it out would cost every request more than it frees for a few.
  let replies: Replies = new Map();
  let sweptAt = fewestSwept;
  const events = new Map<string, Subject<Frame>>();
  let lastSequence = 0;
  let heardAt = monotonicNow();
  let isOver = false;
  let cause: ClientError | undefined;

  // Deleting each number as it is answered would cost a request a fifth of its time: the Map would rebuild itself.
  const sweep = (): void => {
    const pending: Replies = new Map();
    for (const [sequence, waiter] of replies) if (waiter !== undefined) pending.set(sequence, waiter);
    replies = pending;
    sweptAt = fewestSwept + 2 * replies.size;
  };

  const settle = (frame: Frame): void => {
    const waiter = replies.get(frame.sequence);
    if (waiter === undefined) report(unasked(frame));
    else {
      replies.set(frame.sequence, undefined);
      waiter?.(frame);
    }
  };

  const channelOf = (name: string): Subject<Frame> => {
    const key = name.toLowerCase();
    const channel = events.get(key) ?? new Subject<Frame>();
    if (isOver) channel.complete();
    events.set(key, channel).set(name, channel);
    return channel;
  };

  const publish = (frame: Frame): void => {
    const channel = events.get(frame.name) ?? events.get(frame.name.toLowerCase());
    if (channel !== undefined) channel.next(frame);
    else if (events.size < rememberedNames) {
      events.set(frame.name.toLowerCase(), new Subject());
      report(unheard(frame));
    }
  };

  const receive = inTurn((message: string | Uint8Array) => {
    if (isOver) return;
    if (wire.heardAt === undefined) heardAt = monotonicNow();
    const frame = readFrame(textOf(message));
    if (frame._tag === 'Left') {
      report(frame.left);
      return;
    }
    const { type } = frame.right;
    if (frames.observed) frames.next(frame.right);
    if (type === MessageType.Event) publish(frame.right);
    else if (isAnswer(type)) settle(frame.right);
    else report(unheard(frame.right));
  });

  const end = (why?: ClientError): void => {
    if (isOver) return;
    isOver = true;
    cause = why;
    over.complete();
    const waiting = [...replies.values()];
    replies.clear();
    for (const waiter of waiting) waiter?.(undefined);
    for (const channel of events.values()) channel.complete();
    frames.complete();
  };

  const awaitReply = (sequence: number, waiter: ReplyWaiter): void => {
    if (isOver) waiter(undefined);
    else replies.set(sequence, waiter);
  };

  const socket: Socket = {
    frame$: frames.asObservable(),
    awaitReply,
    event$: (name) => defer(() => channelOf(name)),
    send: (frame) => {
      if (!isOver) wire.send(writeFrame(frame));
    },
    nextSequence: () => {
      lastSequence += 2;
      replies.set(lastSequence, null);
      if (replies.size > sweptAt) sweep();
      return lastSequence;
    },
    over$: over.asObservable(),
    isOver: () => isOver,
    cause: () => cause,
    heardAt: () => Math.max(heardAt, wire.heardAt?.() ?? heardAt),
    fail: (why) => {
      if (isOver) return;
      end(why);
      giveUp(why);
      wire.terminate();
    },
  };
  return { socket, receive, end };
};

/**
 * The socket on an open wire.
 *
 * Cold; to be subscribed once per wire, before control returns from the wire's own emission. It listens to the
 * wire, then emits one {@link Socket}, and completes when the wire is over; it errors when the socket is given up, with
 * the cause. Unsubscribing ends the socket: its streams complete, and the wire is left to its transport.
 *
 * Messages are handled one after another, never nested, and each frame is parsed once. A message that is no
 * frame, a reply that no request waits for and an event that nothing ever listened to (once a name) are passed
 * to `report`; the socket goes on.
 */
export const openSocket = (wire: Wire, report: (error: ClientError) => void): Observable<Socket> =>
  new Observable((subscriber) => {
    const { socket, receive, end } = createSocket(wire, report, (cause) => subscriber.error(cause));
    subscriber.add(() => end());
    const messages = wire.message$.subscribe({
      next: receive,
      complete: () => {
        end(wire.cause?.());
        subscriber.complete();
      },
    });
    subscriber.next(socket);
    subscriber.add(messages);
  });
