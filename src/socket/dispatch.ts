import type { Subject } from 'rxjs';
import { type ClientError, FrameError, GatewayError } from '../errors.ts';
import { type Frame, isAnswer, MessageType, readFrameAfter, readHead } from '../frame.ts';
import { readJson } from '../json/json.ts';
import { refusalOf } from '../refusal.ts';
import type { Channels } from './channels.ts';
import type { Replies } from './replies.ts';

/** To whom the messages of a socket go. */
export interface Hearers {
  /** Every frame. */
  readonly frames: Subject<Frame>;
  readonly replies: Pick<Replies, 'settle'>;
  readonly channels: Pick<Channels, 'isUnwanted' | 'publish'>;
  /** What is no frame, and what nobody waits for. */
  readonly report: (error: ClientError) => void;
}

/** With the message as it came: what was read of it may be nested too deep to be written. */
const unheard = (message: string): ClientError => new FrameError('An unexpected message', message);

const unasked = (reply: Frame, message: string): ClientError => {
  const refusal = refusalOf(reply.type, readJson(reply.payload));
  return refusal === undefined ? unheard(message) : new GatewayError(reply.name, refusal);
};

/**
 * Makes what takes the messages of a socket, each to whom it concerns. The type is looked at first: an event settles no
 * request, whatever its number. Each frame is parsed once, and the payload of an event not at all where its name says
 * that nobody wants it.
 */
export const dispatcher = ({ frames, replies, channels, report }: Hearers): ((message: string) => void) => {
  const hand = (frame: Frame, message: string): void => {
    if (frames.observed) frames.next(frame);
    if (frame.type === MessageType.Event) {
      if (!channels.publish(frame)) report(unheard(message));
    } else if (!isAnswer(frame.type)) report(unheard(message));
    else if (!replies.settle(frame)) report(unasked(frame, message));
  };

  return (message) => {
    const head = readHead(message);
    if (head?.m === MessageType.Event && !frames.observed && channels.isUnwanted(head.n)) return;
    const frame = readFrameAfter(head, message);
    if (frame._tag === 'Left') report(frame.left);
    else hand(frame.right, message);
  };
};
