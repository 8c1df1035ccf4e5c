/** Broken lines were skipped. If they are the last lines, the program crashed while writing. */
export interface Unreadable {
  readonly _tag: 'Unreadable';
  /** The number of the first of them, counted from 1. */
  readonly line: number;
  /** How many consecutive lines were broken. */
  readonly lines: number;
  readonly message: string;
}

/** Lines are missing, because the disk was slower than the traffic while recording. */
export interface LinesLost {
  readonly _tag: 'LinesLost';
  /** The number of the line that reports it. */
  readonly line: number;
  /** How many are missing. */
  readonly lines: number;
  readonly message: string;
}

/** A call was refused, because the recording has no answer to it. */
export interface NotRecorded {
  readonly _tag: 'NotRecorded';
  /** The function or stream, by its wire name. */
  readonly call: string;
  /** The time of the call on the clock of the recording, in milliseconds since 1970. */
  readonly at: number;
  readonly message: string;
}

/** A warning of a replay: a union by `_tag`. */
export type ReplayWarning = Unreadable | LinesLost | NotRecorded;

/** The {@link Unreadable} of so many lines. */
export const unreadable = (line: number, lines: number, isEnd: boolean): Unreadable => {
  const where = lines === 1 ? `Line ${line}` : `Lines ${line} to ${line + lines - 1}`;
  const message = isEnd
    ? `The recording ends in the middle of line ${line}: everything before it is replayed.`
    : `${where} could not be read and ${lines === 1 ? 'was' : 'were'} passed over.`;
  return { _tag: 'Unreadable', line, lines, message };
};

/** The {@link LinesLost} of so many lines. */
export const linesLost = (line: number, lines: number): LinesLost => ({
  _tag: 'LinesLost',
  line,
  lines,
  message: `Line ${line}: ${lines} lines are missing here, which could not be written in time.`,
});
