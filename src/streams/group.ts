import { Observable, share, Subject, Subscription, timer } from 'rxjs';
import type { Call } from '../endpoint.ts';
import type { ClientError } from '../errors.ts';
import type { Socket } from '../socket.ts';
import { attachReader, begin, type Shared } from './begin.ts';
import { entryOf } from './entry.ts';
import { createFolding } from './folding.ts';
import { leave } from './leaving.ts';
import { type AnyStream, createLine, enter, type Line, type Phase, type Reader } from './line.ts';
import type { Notice } from './notice.ts';
import type { Reading } from './reading.ts';
import { createRemedies } from './remedies.ts';

/** The streams that one unsubscribe ends together. */
export interface Group {
  /** The line of a stream, made where there is none: it begins with its first reader and ends with its last. */
  readonly lineOf: (stream: AnyStream) => Line;
  /** What a line tells in this reading: cold, and shared by all who read it so. */
  readonly notice$: (line: Line, reading: Reading) => Observable<Notice<unknown>>;
  /** Has a line ask for as much as this stream does. */
  readonly widen: (line: Line, stream: AnyStream) => void;
  /** Begins all lines on a new socket. */
  readonly open: (socket: Socket) => void;
  /** The socket is over: marks all lines; what it returns tells their readers. */
  readonly lose: () => readonly (() => void)[];
  /** The connection is over for good, given up for a cause or closed. */
  readonly over: (cause: ClientError | undefined) => void;
}

type Sent = Extract<Phase, { readonly _tag: 'Sent' }>;

/** A stream that is still sent though nobody reads it: only the whole group is ended. */
interface Orphan {
  readonly unsubscribe: Call<unknown>;
  readonly sent: Sent;
}

/**
 * Makes a {@link Group}, which begins with its first reader. It ends when the last one has left and nobody has
 * joined in the same turn.
 *
 * @param discard Called when it ends: nobody may join it any more.
 */
export const createGroup = (shared: Shared, key: string, discard: () => void): Group => {
  const { inner, histories } = shared;
  const lines = new Map<string, Line>();
  const orphans = new Map<string, Orphan>();

  const end = (more: readonly Call<unknown>[] = []): void => {
    // First of all, so that whoever joins because of what follows begins another group.
    discard();
    const unsubscribes = [...orphans.values()].map(({ unsubscribe }) => unsubscribe);
    const socket = inner.currentSocket();
    if (socket !== undefined) leave(inner, socket, key, [...more, ...unsubscribes]);
    orphans.clear();
  };

  const restart = (socket: Socket, more: readonly Call<unknown>[] = []): void => {
    const sent = [...lines.values()].filter(({ phase }) => phase._tag === 'Sent');
    const unsubscribes = [...sent.map(({ stream }) => stream), ...orphans.values()].map(
      ({ unsubscribe }) => unsubscribe,
    );
    orphans.clear();
    for (const line of sent) enter(line, { _tag: 'Off' });
    leave(inner, socket, key, [...more, ...unsubscribes]);
    for (const line of [...lines.values()])
      if (line.phase._tag === 'Off') begin(shared, line, socket, onTrouble);
  };

  const remove = (line: Line, socket: Socket, isStillSent: boolean): void => {
    lines.delete(line.key);
    enter(line, { _tag: 'Off' });
    const unsubscribes = isStillSent ? [line.stream.unsubscribe] : [];
    if (lines.size === 0) end(unsubscribes);
    else if (isStillSent) restart(socket, unsubscribes);
  };

  const onTrouble = createRemedies(shared, { restart, remove });

  /** A reader has come to a line: it is fed by what is under way, or that is begun for it. */
  const admit = (line: Line, reader: Reader): void => {
    const { phase, stream } = line;
    const orphan = orphans.get(line.key);
    if (phase._tag === 'Off' && orphan !== undefined && !stream.hasSnapshot) {
      orphans.delete(line.key);
      line.phase = { ...orphan.sent, task: new Subscription() };
      attachReader(shared, line, reader, onTrouble);
    } else if (phase._tag === 'Off') {
      const socket = inner.currentSocket();
      if (socket !== undefined && orphan !== undefined) restart(socket);
      else if (socket !== undefined) begin(shared, line, socket, onTrouble);
    } else if (phase._tag === 'Sent') {
      // The exchange gives a snapshot only to whoever subscribes, and a new reading needs one of its own.
      if (stream.hasSnapshot) restart(phase.socket);
      else attachReader(shared, line, reader, onTrouble);
    }
  };

  const dismiss = (line: Line, reading: Reading): void => {
    line.readers.get(reading)?.attached?.unsubscribe();
    line.readers.delete(reading);
    if (line.readers.size > 0 || lines.get(line.key) !== line) return;
    lines.delete(line.key);
    const { phase, stream } = line;
    if (phase._tag === 'Sent') orphans.set(line.key, { unsubscribe: stream.unsubscribe, sent: phase });
    enter(line, { _tag: 'Off' });
    if (lines.size === 0) end();
  };

  const read$ = (line: Line, reading: Reading): Observable<Notice<unknown>> => {
    let consumers = new Subject<Notice<unknown>>();
    return new Observable<Notice<unknown>>((subscriber) => {
      const sink = {
        next: (notice: Notice<unknown>): void => {
          if (notice._tag === 'Begun') histories.heal(line.key);
          subscriber.next(notice);
        },
        complete: () => subscriber.complete(),
      };
      const folding = createFolding(() => line.stream, reading, sink);
      const reader: Reader = { folding, isObserved: () => consumers.observed };
      line.readers.set(reading, reader);
      subscriber.add(() => dismiss(line, reading));
      admit(line, reader);
    }).pipe(share({ connector: () => (consumers = new Subject()), resetOnRefCountZero: () => timer(0) }));
  };

  return {
    lineOf: (stream) => entryOf(lines, stream.key, () => createLine(stream)),
    notice$: (line, reading) => entryOf(line.notices, reading, () => read$(line, reading)),
    widen: (line, stream) => {
      if (stream.amount <= line.stream.amount) return;
      line.stream = stream;
      if (line.phase._tag === 'Sent') restart(line.phase.socket);
    },
    open: (socket) => {
      for (const line of [...lines.values()]) begin(shared, line, socket, onTrouble);
    },
    lose: () => {
      orphans.clear();
      return [...lines.values()].flatMap((line) => {
        enter(line, { _tag: 'Off' });
        return [...line.readers.values()].map(({ folding }) => folding.lose());
      });
    },
    over: (cause) => {
      discard();
      const ended = [...lines.values()];
      lines.clear();
      for (const line of ended) enter(line, { _tag: 'Off' });
      for (const { readers } of ended) {
        for (const { folding } of [...readers.values()]) {
          if (cause === undefined) folding.complete();
          else folding.fail(cause);
        }
      }
    },
  };
};
