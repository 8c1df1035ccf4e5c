import * as E from 'fp-ts/lib/Either.js';
import { type Observer } from 'rxjs';
import type { Terms } from '../connection/inner.ts';
import type { Call } from '../endpoint.ts';
import { type ClientError, RequestTimeout } from '../errors.ts';
import { MessageType } from '../frame.ts';
import type { Socket } from '../socket.ts';
import { answerTo } from './answer.ts';
import { explained } from './explained.ts';
import { lateReplyTo } from './lateReply.ts';
import { lossOf } from './lossOf.ts';

/** What one question differs in from others. */
export interface AskOptions {
  /** The message type the call goes out as. @default MessageType.Request */
  readonly type?: MessageType;
  /** When the caller asked, a reading of `deadlines.now`; the time limit counts from here. @default now */
  readonly askedAt?: number;
}

/** How a question ended. */
export type Outcome<B> = E.Either<ClientError, B>;

/** Told the outcome of a question once, with the number that the request had, 0 where it took none. */
export type Settle<B> = (outcome: Outcome<B>, sequence: number) => void;

/** The number of what is not sent. */
const unnumbered = 0;

const explainedIn = <B>(outcome: Outcome<B>, terms: Terms): Outcome<B> =>
  outcome._tag === 'Left' ? E.left(explained(outcome.left, terms)) : outcome;

/** Hands an outcome to whoever subscribed. */
export const tell = <B>(observer: Observer<B>, outcome: Outcome<B>): void => {
  if (outcome._tag === 'Left') observer.error(outcome.left);
  else {
    observer.next(outcome.right);
    observer.complete();
  }
};

/**
 * Asks one question on one socket: listens for the reply, sends the request, and settles once, by reply, refusal, time
 * limit or loss. What it returns stops waiting.
 *
 * Not an Observable but what one is made of: there would be one more for each request. Who stops waiting, by the time
 * limit or of his own, lets go of everything; for a command somebody is left who reports the late reply.
 */
export const ask = <B>(
  socket: Socket,
  call: Call<B>,
  terms: Terms,
  { type = MessageType.Request, askedAt = terms.deadlines.now() }: AskOptions,
  settle: Settle<B>,
): (() => void) => {
  const { payload } = call;
  const refuse = (error: ClientError): (() => void) => {
    settle(E.left(error), unnumbered);
    return () => undefined;
  };
  if (payload._tag === 'Left') return refuse(payload.left);
  // Without a time limit even for a moment: nobody would stop its timer where the client is closed.
  if (socket.isOver()) return refuse(lossOf(call, false, socket.cause()));
  const sequence = socket.nextSequence();
  let isOver = false;
  const disarm = terms.deadlines.arm(askedAt, terms.requestTimeout, () => {
    stop();
    const late = new RequestTimeout(call.name, true, terms.requestTimeout, undefined, undefined, sequence);
    settle(E.left(late), sequence);
  });
  const takeBack = socket.awaitReply(sequence, (reply, inFlight) => {
    isOver = true;
    disarm();
    if (reply !== undefined) {
      const outcome = answerTo(call, reply, terms.report);
      if (outcome._tag === 'Left') terms.pacer?.heed(outcome.left);
      settle(explainedIn(outcome, terms), sequence);
    } else settle(E.left(lossOf(call, true, socket.cause(), inFlight)), sequence);
  });
  const stop = (): void => {
    if (isOver) return;
    isOver = true;
    disarm();
    takeBack(call.isCommand ? lateReplyTo(call, sequence, terms) : undefined);
  };

  socket.send({ type, sequence, name: call.name, payload: payload.right });
  return stop;
};
