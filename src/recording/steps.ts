import {
  type CloseLine,
  type MarkLine,
  type MessageLine,
  type OpenLine,
  readLine,
  type RecordingLine,
} from './line.ts';
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

/** The socket is over, or was not to be had. */
export interface EndStep extends OnSocket {
  readonly _tag: 'Close' | 'Refused';
  readonly how: Partial<CloseLine>;
}

/** Nothing on a socket: the beginning, a mark, or a socket that was given up before it opened. */
export interface NoteStep extends Placed {
  readonly _tag: 'Note';
}

/** What happens in a recording, one after another. */
export type Step = OpenStep | MessageStep | EndStep | NoteStep;

/** Numbers the sockets through, and puts in what a part of a recording lacks: openings, and ends at a new beginning. */
const createNumbering = () => {
  const open = new Map<number, number>();
  let last = 0;

  const close = (line: CloseLine, placed: Placed): Step => {
    const socket = open.get(line.s);
    open.delete(line.s);
    if (socket !== undefined) return { ...placed, _tag: 'Close', socket, how: line };
    return line.ours === true
      ? { ...placed, _tag: 'Note' }
      : { ...placed, _tag: 'Refused', socket: (last += 1), how: line };
  };

  const begin = ({ s }: OpenLine | MessageLine, placed: Placed, url?: string): OpenStep => {
    const socket = (last += 1);
    open.set(s, socket);
    return { ...placed, _tag: 'Open', socket, url };
  };

  // Nearly all lines are messages. Each field is written out, since a spread here was a quarter of what a replay costs.
  const message = (read: MessageLine, placed: Placed): readonly Step[] => {
    const { line, t } = placed;
    const known = open.get(read.s);
    const opening = known === undefined ? [begin(read, placed)] : undefined;
    const _tag = read.dir === 'in' ? 'In' : 'Out';
    const step: Step = { _tag, line, t, socket: known ?? last, text: read.text };
    return opening === undefined ? [step] : [...opening, step];
  };

  const anew = (placed: Placed): readonly Step[] => {
    const how = { why: 'The recording was begun anew.' };
    const ends = [...open.values()].map((socket): Step => ({ ...placed, _tag: 'Close', socket, how }));
    open.clear();
    return [...ends, { ...placed, _tag: 'Note' }];
  };

  return (line: RecordingLine, placed: Placed): readonly Step[] => {
    if (line.dir === 'meta') return anew(placed);
    if (line.dir === 'mark') return [{ ...placed, _tag: 'Note' }];
    if (line.dir === 'open') return [begin(line, placed, line.url)];
    return line.dir === 'close' ? [close(line, placed)] : message(line, placed);
  };
};

const lostAt = (mark: MarkLine, line: number): ReplayWarning | undefined => {
  const lines = mark.name === 'lost' ? (mark.note as { readonly lines?: unknown } | null)?.lines : undefined;
  return typeof lines === 'number' ? linesLost(line, lines) : undefined;
};

/** A line that could be read, and its number. */
interface Numbered {
  readonly read: RecordingLine;
  readonly line: number;
}

/** Without lines that are blank, broken or of a kind that is not known. */
function* readLines(
  lines: Iterable<string>,
  warn: (warning: ReplayWarning) => void,
): Generator<Numbered, void, undefined> {
  let [line, broken] = [0, 0];
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
    if (read.dir !== 'other') yield { read, line };
  }
  if (broken > 0) warn(unreadable(line - broken + 1, broken, broken === 1));
}

/**
 * The steps of a recording, read line by line. Blank lines and kinds that are not known are passed over; so are lines that
 * are broken, which `warn` is told, as it is of what the recording says is missing.
 */
export function* stepsOf(
  lines: Iterable<string>,
  warn: (warning: ReplayWarning) => void = () => undefined,
): Generator<Step, void, undefined> {
  const number = createNumbering();
  let t = -Infinity;
  for (const { read, line } of readLines(lines, warn)) {
    const lost = read.dir === 'mark' ? lostAt(read, line) : undefined;
    if (lost !== undefined) warn(lost);
    t = Math.max(t, read.t);
    yield* number(read, { line, t });
  }
}
