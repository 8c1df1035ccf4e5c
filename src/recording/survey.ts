import { entryOf } from '../entry.ts';
import { type Frame, isAnswer, MessageType, readFrame } from '../frame.ts';
import { createNotedIds, type NotedIds } from './ownIds.ts';
import { beginsStream, requestKey } from './requestKey.ts';
import { type Step, stepsOf } from './steps.ts';
import type { ReplayWarning } from './warning.ts';

/** A request of a recording. */
export interface Ask {
  /** The number it had on its socket. */
  readonly sequence: number;
  readonly key: string;
  /** When it was sent, in milliseconds since 1970. */
  readonly at: number;
  /** Whether its answer is followed by events. */
  readonly beginsStream: boolean;
  /** The ids of orders that it is the first to name. */
  readonly ids: readonly string[];
}

/** What was asked on one socket of a recording. */
export interface Asked {
  /** By what was asked, in the order of asking. */
  readonly byKey: ReadonlyMap<string, readonly Ask[]>;
  readonly bySequence: ReadonlyMap<number, Ask>;
  /** The payloads that each function was asked with, by its name in lower case. */
  readonly payloads: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One socket of a recording. */
export interface SurveyedSocket extends Asked {
  readonly url: string | undefined;
  /** When the first and the last that is known of it happened, in milliseconds since 1970. */
  readonly firstAt: number;
  readonly lastAt: number;
}

/** What is known of a recording before it is played. */
export interface Survey {
  readonly sockets: ReadonlyMap<number, SurveyedSocket>;
  readonly warnings: readonly ReplayWarning[];
  /** When it begins and ends, in milliseconds since 1970; 0 where there is nothing in it. */
  readonly from: number;
  readonly to: number;
  /** How many lines it has that could be read, and the number of the last. */
  readonly lastLine: number;
}

const createSocketSurvey = (firstAt: number, url: string | undefined, ids: NotedIds) => {
  const byKey = new Map<string, Ask[]>();
  const bySequence = new Map<number, Ask>();
  const payloads = new Map<string, Set<string>>();

  const add = (frame: Frame, at: number): void => {
    const key = requestKey(frame, ids.compared);
    const ask: Ask = {
      ...{ sequence: frame.sequence, key, at, beginsStream: beginsStream(frame), ids: ids.takeNew() },
    };
    entryOf(byKey, key, () => []).push(ask);
    bySequence.set(frame.sequence, ask);
    entryOf(payloads, frame.name.toLowerCase(), () => new Set()).add(key.slice(frame.name.length + 1));
  };

  return { url, byKey, bySequence, payloads, firstAt, lastAt: firstAt, add };
};

/** A ping asks for nothing that is on a recording. */
const isQuestion = ({ type, name }: Frame): boolean =>
  type !== MessageType.Event && !isAnswer(type) && !/^ping$/i.test(name);

type Sockets = Map<number, ReturnType<typeof createSocketSurvey>>;

const note = (sockets: Sockets, ids: NotedIds, step: Step): void => {
  if (step._tag === 'Note') return;
  const url = step._tag === 'Open' ? step.url : step._tag === 'Refused' ? step.how.url : undefined;
  const socket = entryOf(sockets, step.socket, () => createSocketSurvey(step.t, url, ids));
  socket.lastAt = step.t;
  if (step._tag !== 'Out') return;
  const frame = readFrame(step.text);
  if (frame._tag === 'Right' && isQuestion(frame.right)) socket.add(frame.right, step.t);
};

/** Reads a recording through once, to know what is asked in it; messages that came in are not kept. */
export const surveyOf = (lines: Iterable<string>): Survey => {
  const sockets: Sockets = new Map();
  const ids = createNotedIds();
  const warnings: ReplayWarning[] = [];
  let from: number | undefined;
  let [to, lastLine] = [0, 0];
  for (const step of stepsOf(lines, (warning) => warnings.push(warning))) {
    from ??= step.t;
    [to, lastLine] = [step.t, step.line];
    note(sockets, ids, step);
  }
  return { sockets, warnings, from: from ?? 0, to, lastLine };
};
