import { writeJson } from '../json/json.ts';

/** A recording begins, or goes on in a new process: the sockets of before are over, and their numbers begin anew. */
export interface StartLine {
  /** When, in milliseconds since 1970 with a fraction; never smaller than in the line before. */
  readonly t: number;
  readonly dir: 'meta';
  /** The version of this form. */
  readonly v: 1;
  /** What wrote it. */
  readonly client: string;
  /** The address, without user, password and query. */
  readonly url: string;
  /** `t` for people. */
  readonly started: string;
}

/** A socket has opened. */
export interface OpenLine {
  /** As in {@link StartLine}. */
  readonly t: number;
  /** The number of the socket: 1 is the first that was asked for. */
  readonly s: number;
  readonly dir: 'open';
  /** As in {@link StartLine}. */
  readonly url: string;
}

/** A message came in, or went out. */
export interface MessageLine {
  /** As in {@link StartLine}. */
  readonly t: number;
  /** As in {@link OpenLine}. */
  readonly s: number;
  readonly dir: 'in' | 'out';
  /** The message as it was, without its secrets. */
  readonly text: string;
}

/** A socket is over, or was not to be had. */
export interface CloseLine {
  /** As in {@link StartLine}. */
  readonly t: number;
  /** As in {@link OpenLine}. */
  readonly s: number;
  readonly dir: 'close';
  /** As in {@link StartLine}, where the socket had not opened. */
  readonly url?: string;
  /** The code of the close, where there was one. */
  readonly code?: number;
  /** Why, without secrets. */
  readonly why?: string;
  /** Whether this program ended it; else it was lost. */
  readonly ours?: boolean;
  /** What the gateway refused the opening with: the HTTP status, and how long it asks to wait, in milliseconds. */
  readonly status?: number;
  readonly retryAfter?: number;
  /** Whether no further attempt could succeed. */
  readonly isFinal?: boolean;
}

/** What a user wrote down between the messages, or, by the name `lost`, that lines are missing here. */
export interface MarkLine {
  /** As in {@link StartLine}. */
  readonly t: number;
  readonly dir: 'mark';
  readonly name: string;
  /** Whatever JSON has a text for, without its secrets. */
  readonly note?: unknown;
}

/** A line of a recording, by `dir`. */
export type RecordingLine = StartLine | OpenLine | MessageLine | CloseLine | MarkLine;

/** A line of a kind that this version does not know. */
interface OtherLine {
  readonly dir: 'other';
}

/** The text of a line, without the line feed that ends it. */
export const writeLine = (line: RecordingLine): string => writeJson(line);

const isText = (u: unknown): boolean => typeof u === 'string';

type Fields = Readonly<Record<string, unknown>>;

/** What each kind has to have beside its time. */
const isWhole: Readonly<Record<string, (fields: Fields) => boolean>> = {
  meta: () => true,
  open: ({ s }) => typeof s === 'number',
  in: ({ s, text }) => typeof s === 'number' && isText(text),
  out: ({ s, text }) => typeof s === 'number' && isText(text),
  close: ({ s }) => typeof s === 'number',
  mark: ({ name }) => isText(name),
};

const fieldsIn = (text: string): Fields | undefined => {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Reads a line; `undefined` where it is broken, as the last one of a file is whose program has died. A line of a kind that
 * is not known is `other`.
 *
 * @example
 * readLine('{"t":1700000000010.5,"s":1,"dir":"open","url":"wss://api.notbank.exchange/wsgateway"}')?.dir; // 'open'
 */
export const readLine = (text: string): RecordingLine | OtherLine | undefined => {
  const fields = fieldsIn(text);
  if (fields === undefined || !Number.isFinite(fields['t']) || !isText(fields['dir'])) return undefined;
  const isKnown = isWhole[String(fields['dir'])];
  if (isKnown === undefined) return { dir: 'other' };
  return isKnown(fields) ? (fields as unknown as RecordingLine) : undefined;
};
