import { type Frame, MessageType, readHead, writeFrame } from '../frame.ts';
import type { OwnIds } from './ownIds.ts';
import { endsStream, canonicalPayload, requestKey } from './requestKey.ts';
import type { Ask, Asked } from './survey.ts';

/** What becomes of a request: its answer is still to come, or is there, or there is none on the recording. */
export type Fate =
  | { readonly _tag: 'Awaits' }
  | { readonly _tag: 'Answered'; readonly text: string }
  | { readonly _tag: 'NotRecorded'; readonly text: string; readonly why: string };

/** Brings the requests of a client and the answers of a recording together, on one socket. */
export interface Answers {
  /** A request comes from the client, at this time of the recording. */
  readonly ask: (request: Frame, now: number) => Fate;
  /** An answer comes from the recording: its text with the client's number, or nothing where nobody has asked yet. */
  readonly answer: (answer: Frame, text: string, now: number) => string | undefined;
  /** Whether the answer with this number begins a stream for which the client has not asked yet. */
  readonly isEarly: (sequence: number) => boolean;
  /** An event has been handed to the client. */
  readonly pass: () => void;
}

/** How far apart a request and the recorded one may be, in milliseconds: a time limit must not run out over an answer. */
const window = 5_000;

const withNumber = (text: string, sequence: number, frame: Frame): string => {
  const head = readHead(text);
  return head === undefined
    ? writeFrame({ ...frame, sequence })
    : `{"m":${head.m},"i":${sequence},"n":"${head.n}","o":${text.slice(head.payloadAt)}`;
};

const reply = (request: Frame, payload: unknown): Fate => ({
  _tag: 'Answered',
  text: writeFrame({ ...request, type: MessageType.Reply, payload }),
});

/** The words by which a program tells this refusal from those of an exchange. */
export const notRecordedWords = 'Not recorded';

const notRecorded = (request: Frame, why: string): Fate => {
  const detail = `${request.name} ${canonicalPayload(request)}: ${why}`;
  const payload = { result: false, errormsg: notRecordedWords, errorcode: 104, detail };
  return {
    _tag: 'NotRecorded',
    text: writeFrame({ ...request, type: MessageType.Error, payload }),
    why: detail,
  };
};

const inSeconds = (time: number): string => `${Math.round(time) / 1_000} s`;

/** What the recording asks of this function, to be compared with what was asked. */
const near = ({ name }: Frame, key: string, { byKey, payloads }: Asked): string => {
  const times = byKey.get(key)?.length ?? 0;
  if (times === 1) return 'the recording asks it once on this socket, and that is answered';
  if (times > 1) return `the recording asks it ${times} times on this socket, and all are answered`;
  const known = [...(payloads.get(name.toLowerCase()) ?? [])];
  if (known.length === 0) return `the recording has no ${name} on this socket`;
  const more = known.length > 3 ? ` and ${known.length - 3} more` : '';
  return `the recording has ${name} only with ${known.slice(0, 3).join(', ')}${more}`;
};

/** An answer that came before its request. */
interface Kept {
  readonly frame: Frame;
  readonly text: string;
  /** How many events had been handed on by then. */
  readonly events: number;
}

/** The requests of a recording that nobody has made yet, by what they ask. */
const createQueues = (asked: Asked, drop: (ask: Ask) => void) => {
  const taken = new Map<string, number>();
  const next = (key: string): Ask | undefined => asked.byKey.get(key)?.[taken.get(key) ?? 0];
  const take = (key: string): void => void taken.set(key, (taken.get(key) ?? 0) + 1);
  /** What is long past is passed over where something newer is past as well: that is nearer to the truth. */
  const passOver = (key: string, now: number): void => {
    const asks = asked.byKey.get(key) ?? [];
    for (let at = taken.get(key) ?? 0; at + 1 < asks.length; at++) {
      const [old, newer] = asks.slice(at, at + 2);
      if (old === undefined || newer === undefined || old.at >= now - window || newer.at > now) return;
      drop(old);
      take(key);
    }
  };
  return { next, take, passOver };
};

/**
 * Makes the {@link Answers} of a socket. A request gets the answer to the first one of the recording that asks the same
 * and was not made yet, five seconds before that was asked at the earliest; a ping, and what ends a stream, is answered
 * in any case. What is asked after its answer has gone by gets it at once, but for a stream of which events have gone by
 * as well: its snapshot would be of the past. That, and all that was never asked, is refused, with words that say why.
 */
export const createAnswers = (asked: Asked, ids: OwnIds): Answers => {
  const numbers = new Map<number, number>();
  const kept = new Map<number, Kept>();
  const queues = createQueues(asked, ({ sequence }) => kept.delete(sequence));
  let events = 0;

  const late = (request: Frame, ask: Ask, { frame, text, events: before }: Kept, now: number): Fate => {
    kept.delete(ask.sequence);
    return ask.beginsStream && events > before
      ? notRecorded(
          request,
          `the recording asks it ${inSeconds(now - ask.at)} before, and what came since is past`,
        )
      : { _tag: 'Answered', text: withNumber(text, request.sequence, frame) };
  };

  const match = (request: Frame, ask: Ask, fresh: readonly string[], now: number): Fate => {
    queues.take(ask.key);
    ids.pair(fresh, ask.ids);
    numbers.set(ask.sequence, request.sequence);
    const past = kept.get(ask.sequence);
    return past === undefined ? { _tag: 'Awaits' } : late(request, ask, past, now);
  };

  const without = (request: Frame, key: string, ask: Ask | undefined, now: number): Fate => {
    if (endsStream(request))
      return reply(request, { result: true, errormsg: null, errorcode: 0, detail: null });
    return ask === undefined
      ? notRecorded(request, near(request, key, asked))
      : notRecorded(request, `the recording asks it ${inSeconds(ask.at - now)} later`);
  };

  return {
    ask: (request, now) => {
      if (/^ping$/i.test(request.name)) return reply(request, { msg: 'PONG' });
      const [key, fresh] = ids.read((compared) => requestKey(request, compared));
      queues.passOver(key, now);
      const ask = queues.next(key);
      const isNear = ask !== undefined && ask.at <= now + window;
      return isNear ? match(request, ask, fresh, now) : without(request, key, ask, now);
    },
    answer: (frame, text, now) => {
      const ask = asked.bySequence.get(frame.sequence);
      const sequence = numbers.get(frame.sequence);
      if (sequence !== undefined) return withNumber(text, sequence, frame);
      if (ask === undefined) return undefined;
      kept.set(ask.sequence, { frame, text, events });
      queues.passOver(ask.key, now);
      return undefined;
    },
    isEarly: (sequence) => asked.bySequence.get(sequence)?.beginsStream === true && !numbers.has(sequence),
    pass: () => {
      events += 1;
    },
  };
};
