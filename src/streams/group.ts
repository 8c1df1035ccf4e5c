import type { Observable } from 'rxjs';
import type { ClientError } from '../errors.ts';
import type { Socket } from '../socket.ts';
import { begin, type Shared } from './begin.ts';
import { entryOf } from '../entry.ts';
import { type AnyStream, createLine, enter, type Line } from './line.ts';
import { createMembers, type Members } from './members.ts';
import type { Notice } from './notice.ts';
import { read$ } from './reader.ts';
import type { Reading } from './reading.ts';

/** The streams that one unsubscribe ends together. */
export interface Group {
  /** The line of a stream, made where there is none: it begins with its first reader and ends with its last. */
  readonly lineOf: (stream: AnyStream) => Line;
  /** What a line tells in this reading: cold, and shared by all who read it so. */
  readonly notice$: (line: Line, reading: Reading) => Observable<Notice<unknown>>;
  /** Has a line ask for as much as this stream does. */
  readonly widen: (line: Line, stream: AnyStream) => void;
  /** Has a line that is sent told lost, ends its group at the exchange and begins it afresh: a new snapshot comes. */
  readonly renew: (line: Line) => void;
  /** Begins all lines on a new socket. */
  readonly open: (socket: Socket) => void;
  /** The socket is over: marks all lines; what it returns tells their readers. */
  readonly lose: () => readonly (() => void)[];
  /** The connection is over for good, given up for a cause or closed. */
  readonly over: (cause: ClientError | undefined) => void;
}

/** Marks all lines before any reader can be told. */
const lose = ({ lines, orphans }: Members): readonly (() => void)[] => {
  orphans.clear();
  return [...lines.values()].flatMap((line) => {
    enter(line, { _tag: 'Off' });
    return [...line.readers.values()].map(({ folding }) => folding.lose());
  });
};

const over = ({ lines }: Members, cause: ClientError | undefined): void => {
  const ended = [...lines.values()];
  lines.clear();
  for (const line of ended) enter(line, { _tag: 'Off' });
  for (const { folding } of ended.flatMap(({ readers }) => [...readers.values()])) {
    if (cause === undefined) folding.complete();
    else folding.fail(cause);
  }
};

/**
 * Makes a {@link Group}, which begins with its first reader. It ends when the last one has left and nobody has
 * joined in the same turn.
 *
 * @param discard Called when it ends: nobody may join it any more.
 */
export const createGroup = (shared: Shared, key: string, discard: () => void): Group => {
  const members = createMembers(shared, key, discard);
  const { lines, restart, onTrouble } = members;
  return {
    lineOf: (stream) => entryOf(lines, stream.key, () => createLine(stream)),
    notice$: (line, reading) => entryOf(line.notices, reading, () => read$(shared, members, line, reading)),
    widen: (line, stream) => {
      if (stream.amount <= line.stream.amount) return;
      line.stream = stream;
      if (line.phase._tag === 'Sent') restart(line.phase.socket);
    },
    renew: (line) => {
      const { phase } = line;
      if (phase._tag !== 'Sent' || lines.get(line.key) !== line) return;
      for (const tell of [...line.readers.values()].map(({ folding }) => folding.lose())) tell();
      if (line.phase === phase) restart(phase.socket);
    },
    open: (socket) => {
      for (const line of [...lines.values()]) begin(shared, line, socket, onTrouble);
    },
    lose: () => lose(members),
    over: (cause) => {
      discard();
      over(members, cause);
    },
  };
};
