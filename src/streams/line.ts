import type { Observable, Subscription } from 'rxjs';
import type { Call } from '../endpoint.ts';
import { entryOf } from '../entry.ts';
import type { Frame } from '../frame.ts';
import type { Socket } from '../socket.ts';
import type { Folding } from './folding.ts';
import type { Notice } from './notice.ts';
import type { Reading } from './reading.ts';
import type { Stream } from './stream.ts';

/** Where a stream stands. Leaving a phase ends its task, and with it all that the phase had under way. */
export type Phase =
  /** On no socket. */
  | { readonly _tag: 'Off' }
  /** For its next try. */
  | { readonly _tag: 'Waiting'; readonly task: Subscription }
  /** For its turn to be begun on this socket. */
  | { readonly _tag: 'Queued'; readonly socket: Socket; readonly task: Subscription }
  /** Subscribed to: the exchange may be sending. */
  | Sent;

/** A stream that has been subscribed to on this socket. */
export interface Sent {
  readonly _tag: 'Sent';
  readonly socket: Socket;
  readonly task: Subscription;
  readonly reply$: Observable<Frame>;
  /** What ends it: it goes with what it was begun with, whatever somebody wants by now. */
  readonly unsubscribe: Call<unknown>;
}

/** A stream of unknown types: of one key there is one topic, so that its states are of one type. */
export type AnyStream = Stream<unknown>;

/** All who read a stream in one way. */
export interface Reader {
  readonly folding: Folding<unknown>;
  /** What they are told, shared by all of them. */
  readonly notice$: Observable<Notice<unknown>>;
  /** Whether anybody is there to be told. */
  readonly isObserved: () => boolean;
  /** What feeds it while the line is subscribed to. */
  attached?: Subscription;
}

/** One stream with all its readers, on one socket after another. */
export interface Line {
  readonly key: string;
  readonly group: Group;
  /** The greatest that anybody has asked for. */
  stream: AnyStream;
  phase: Phase;
  /** How many follow its state, so that no change of it may be lost. */
  followers: number;
  /** How many of these keep the states that they are given, so that none may be a draft. */
  keepers: number;
  /** How many take its messages. */
  listeners: number;
  /** One for each reading. */
  readers: readonly Reader[];
}

/**
 * The streams that one unsubscribe ends together, by key: those that somebody reads, and those that are still sent
 * though nobody does any more, as only the whole group can be ended.
 */
export interface Group {
  readonly key: string;
  readonly lines: Map<string, Line>;
}

/** A line on no socket. */
export const createLine = (group: Group, stream: AnyStream): Line => ({
  key: stream.key,
  group,
  stream,
  phase: { _tag: 'Off' },
  followers: 0,
  keepers: 0,
  listeners: 0,
  readers: [],
});

/** Says whether somebody reads a line. */
export const isRead = ({ readers }: Line): boolean => readers.length > 0;

/** The line of a stream in its group, made where there is none. */
export const lineIn = (group: Group, stream: AnyStream): Line => {
  const line = entryOf(group.lines, stream.key, () => createLine(group, stream));
  // Who wanted more of it has left.
  if (!isRead(line)) line.stream = stream;
  return line;
};

/** Ends what the line has under way, and has it go on in another phase. */
export const enter = (line: Line, phase: Phase): void => {
  const { phase: left } = line;
  line.phase = phase;
  if ('task' in left) left.task.unsubscribe();
};

/** Takes a line out of its group, with all that it has under way: who comes back begins it. */
export const forget = (line: Line): void => {
  line.group.lines.delete(line.key);
  enter(line, { _tag: 'Off' });
};

/** Says whether a stream has been begun on this socket, or waits to be. */
export const isUnderWayOn = ({ phase }: Line, socket: Socket): boolean =>
  'socket' in phase && phase.socket === socket;

/** Who reads a line in this way, if anybody does. */
export const readerOf = ({ readers }: Line, reading: Reading): Reader | undefined =>
  readers.find(({ folding }) => folding.reading === reading);

/** Says whether anybody is there to be told. */
export const isObserved = ({ readers }: Line): boolean => readers.some((reader) => reader.isObserved());
