import { Subject, type Subscriber } from 'rxjs';
import { TransportError } from '../errors.ts';
import { type Frame, isAnswer, MessageType, readFrame, readHead } from '../frame.ts';
import type { Wire } from '../transport/transport.ts';
import { createAnswers, type Fate } from './answers.ts';
import type { CloseLine } from './line.ts';
import type { OwnIds } from './ownIds.ts';
import type { Asked } from './survey.ts';

/** A socket of a recording that a client has open now. */
export interface ReplayedSocket {
  readonly wire: Wire;
  /** A message of the recording's has come: hands it on, with the client's number where it answers. */
  readonly hear: (text: string) => void;
  /** Whether a message is to wait for the client, who has not asked yet for the stream that it begins. */
  readonly isEarly: (text: string) => boolean;
  /** It is lost, as the recording says or because there is no more of it. */
  readonly lose: (cause: TransportError) => void;
}

/** What a {@link ReplayedSocket} is told and tells. */
export interface ReplayedSocketOptions {
  readonly asked: Asked;
  /** The ids of the client's orders and of the recorded ones, over all sockets. */
  readonly ids: OwnIds;
  /** The client's side. */
  readonly subscriber: Subscriber<Wire>;
  /** The time of the recording. */
  readonly now: () => number;
  /** The client has asked something: what waits for it may go on. */
  readonly changed: () => void;
  /** A request was refused, as the recording has no answer. */
  readonly notRecorded: (request: Frame, why: string) => void;
  /** The client has ended it. */
  readonly left: () => void;
}

/** The error that the recorded loss was. */
export const lossIn = ({ code, why, status, retryAfter, isFinal }: Partial<CloseLine>): TransportError =>
  new TransportError(why ?? 'The recording ends the socket here.', {
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(isFinal === true && { isFinal }),
  });

const frameIn = (text: string): Frame | undefined => {
  const frame = readFrame(text);
  return frame._tag === 'Right' ? frame.right : undefined;
};

/** The payload of an event needs not be read for that, and most messages are events. */
const answerIn = (text: string): Frame | undefined => {
  if (readHead(text)?.m === MessageType.Event) return undefined;
  const frame = frameIn(text);
  return frame !== undefined && isAnswer(frame.type) ? frame : undefined;
};

/** Makes the {@link ReplayedSocket} of a client. */
export const createReplayedSocket = (options: ReplayedSocketOptions): ReplayedSocket => {
  const { asked, ids, subscriber, now, changed, notRecorded, left } = options;
  const messages = new Subject<string>();
  const answers = createAnswers(asked, ids);
  let cause: TransportError | undefined;
  let isOver = false;

  const settle = (request: Frame, fate: Fate): void => {
    if (fate._tag === 'Awaits') {
      changed();
      return;
    }
    if (fate._tag === 'NotRecorded') notRecorded(request, fate.why);
    messages.next(ids.asClient(fate.text));
  };

  const end = (): void => {
    isOver = true;
    messages.complete();
  };
  const leave = (): void => {
    end();
    subscriber.complete();
  };
  subscriber.add(() => {
    end();
    left();
  });

  const send = (text: string): void => {
    const request = frameIn(text);
    if (request !== undefined && !isOver) settle(request, answers.ask(request, now()));
  };

  const hear = (text: string): void => {
    const answer = answerIn(text);
    if (answer === undefined) answers.pass();
    const heard = answer === undefined ? text : answers.answer(answer, text, now());
    if (heard !== undefined) messages.next(ids.asClient(heard));
  };

  return {
    wire: { message$: messages.asObservable(), send, close: leave, terminate: leave, cause: () => cause },
    hear,
    isEarly: (text) => {
      const answer = answerIn(text);
      return answer !== undefined && answers.isEarly(answer.sequence);
    },
    lose: (why) => {
      cause = why;
      end();
      subscriber.error(why);
    },
  };
};
