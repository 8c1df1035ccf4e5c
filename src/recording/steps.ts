import { type CloseLine, type MarkLine, readLine, type RecordingLine } from './line.ts';
import { linesLost, type ReplayWarning, unreadable } from './warning.ts';

/** Where and when a step stands. */
interface Placed {
  /** The number of its line, counted from 1. */
  readonly line: number;
  /** When, in milliseconds since 1970; never before the step before. */
  readonly t: number;
}

/** A step on a socket, which is numbered through the whole recording, whatever process wrote it. */
interface OnSocket extends Placed {
  readonly socket: number;
}

/** The socket opens. */
export interface OpenStep extends OnSocket {
  readonly _tag: 'Open';
  readonly url: string | undefined;
}

/** A message came in, or went out. */
export interface MessageStep extends OnSocket {
  readonly _tag: 'In' | 'Out';
  readonly text: string;
}

/** The socket is over. */
export interface CloseStep extends OnSocket {
  readonly _tag: 'Close';
  /** Whether it had opened. */
  readonly wasOpen: boolean;
  readonly how: Partial<CloseLine>;
}

/** Nothing on a socket: the beginning, or a mark. */
export interface NoteStep extends Placed {
  readonly _tag: 'Note';
}

/** What happens in a recording, one after another. */
export type Step = OpenStep | MessageStep | CloseStep | NoteStep;

type SocketLine = Exclude<RecordingLine, { readonly dir: 'meta' | 'mark' }>;

/** Numbers the sockets through, and puts in what a part of a recording lacks: openings, and ends at a new beginning. */
const createNumbering = () => {
  const open = new Map<number, number>();
  let last = 0;

  const onSocket = (line: SocketLine, placed: Placed): readonly Step[] => {
    const known = line.dir === 'open' ? undefined : open.get(line.s);
    const socket = known ?? (last += 1);
    const at = { ...placed, socket };
    if (line.dir === 'close') {
      open.delete(line.s);
      return [{ ...at, _tag: 'Close', wasOpen: known !== undefined, how: line }];
    }
    open.set(line.s, socket);
    const opening = { ...at, _tag: 'Open', url: line.dir === 'open' ? line.url : undefined } as const;
    if (line.dir === 'open') return [opening];
    const message = { ...at, _tag: line.dir === 'in' ? 'In' : 'Out', text: line.text } as const;
    return known === undefined ? [opening, message] : [message];
  };

  const anew = (placed: Placed): readonly Step[] => {
    const ends = [...open.values()].map((socket): CloseStep => {
      return {
        ...placed,
        _tag: 'Close',
        socket,
        wasOpen: true,
        how: { why: 'The recording was begun anew.' },
      };
    });
    open.clear();
    return [...ends, { ...placed, _tag: 'Note' }];
  };

  return (line: RecordingLine, placed: Placed): readonly Step[] => {
    if (line.dir === 'meta') return anew(placed);
    return line.dir === 'mark' ? [{ ...placed, _tag: 'Note' }] : onSocket(line, placed);
  };
};

const lostAt = (mark: MarkLine, line: number): ReplayWarning | undefined => {
  const lines = mark.name === 'lost' ? (mark.note as { readonly lines?: unknown } | null)?.lines : undefined;
  return typeof lines === 'number' ? linesLost(line, lines) : undefined;
};

/**
 * The steps of a recording, read line by line. Blank lines and kinds that are not known are passed over; so are lines that
 * are broken, which `warn` is told, as it is of what the recording says is missing.
 */
export function* stepsOf(
  lines: Iterable<string>,
  warn: (warning: ReplayWarning) => void = () => undefined,
): Generator<Step, void, undefined> {
  const number = createNumbering();
  let [line, t, broken] = [0, -Infinity, 0];
  for (const text of lines) {
    line += 1;
    if (text.trim() === '') continue;
    const read = readLine(text);
    if (read === undefined) {
      broken += 1;
      continue;
    }
    if (broken > 0) warn(unreadable(line - broken, broken, false));
    broken = 0;
    if (read.dir === 'other') continue;
    const lost = read.dir === 'mark' ? lostAt(read, line) : undefined;
    if (lost !== undefined) warn(lost);
    t = Math.max(t, read.t);
    yield* number(read, { line, t });
  }
  if (broken > 0) warn(unreadable(line - broken + 1, broken, broken === 1));
}
