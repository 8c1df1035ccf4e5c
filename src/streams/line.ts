import type { Observable, Subscription } from 'rxjs';
import type { Call } from '../endpoint.ts';
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

/** Whoever reads a stream in one way. */
export interface Reader {
  readonly folding: Folding<unknown>;
  /** Whether anybody is there to be told. */
  readonly isObserved: () => boolean;
  /** What feeds it while the line is subscribed to. */
  attached?: Subscription;
}

/** One stream with all its readers, on one socket after another. */
export interface Line {
  readonly key: string;
  /** The greatest that anybody has asked for. */
  stream: AnyStream;
  phase: Phase;
  /** How many keep its state. */
  followers: number;
  /** How many take its messages. */
  listeners: number;
  readonly readers: Map<Reading, Reader>;
  /** What the readers are told, shared by all consumers of one reading. */
  readonly notices: Map<Reading, Observable<Notice<unknown>>>;
}

/** A line on no socket. */
export const createLine = (stream: AnyStream): Line => ({
  key: stream.key,
  stream,
  phase: { _tag: 'Off' },
  followers: 0,
  listeners: 0,
  readers: new Map(),
  notices: new Map(),
});

/** Ends what the line has under way, and has it go on in another phase. */
export const enter = (line: Line, phase: Phase): void => {
  const { phase: left } = line;
  line.phase = phase;
  if ('task' in left) left.task.unsubscribe();
};

/** Says whether a stream has been begun on this socket, or waits to be. */
export const isUnderWayOn = ({ phase }: Line, socket: Socket): boolean =>
  'socket' in phase && phase.socket === socket;

/** Says whether anybody is there to be told. */
export const isObserved = ({ readers }: Line): boolean =>
  [...readers.values()].some((reader) => reader.isObserved());

/** Does something with every reader; they may leave meanwhile. */
export const forEachReader = ({ readers }: Line, tell: (reader: Reader) => void): void =>
  [...readers.values()].forEach(tell);
