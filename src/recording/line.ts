import { writeJson } from '../json/json.ts';

/**
 * A recording starts, or continues in a new process. All earlier sockets are over, and socket numbers start again at 1.
 */
export interface StartLine {
  /** The time, in milliseconds since 1970 with a fraction; never smaller than in the line before. */
  readonly t: number;
  readonly dir: 'meta';
  /** The version of the file format. */
  readonly v: 1;
  /** The program that wrote it. */
  readonly client: string;
  /** The address of the gateway, without user, password and query. */
  readonly url: string;
  /** `t` as an ISO 8601 date. */
  readonly started: string;
}

/** A socket opened. */
export interface OpenLine {
  /** As in {@link StartLine}. */
  readonly t: number;
  /** The number of the socket: 1 for the first attempt to open one, 2 for the next. */
  readonly s: number;
  readonly dir: 'open';
  /** As in {@link StartLine}. */
  readonly url: string;
}

/** A message was received or sent. */
export interface MessageLine {
  /** As in {@link StartLine}. */
  readonly t: number;
  /** As in {@link OpenLine}. */
  readonly s: number;
  readonly dir: 'in' | 'out';
  /** The message, without its secrets. */
  readonly text: string;
}

/** A socket ended, or could not be opened. */
export interface CloseLine {
  /** As in {@link StartLine}. */
  readonly t: number;
  /** As in {@link OpenLine}. */
  readonly s: number;
  readonly dir: 'close';
  /** As in {@link StartLine}; present only if the socket never opened. */
  readonly url?: string;
  /** The WebSocket close code, if there was one. */
  readonly code?: number;
  /** The reason, without secrets. */
  readonly why?: string;
  /** Whether this program closed the socket; otherwise it was lost. */
  readonly ours?: boolean;
  /** If the gateway refused to open it: the HTTP status, and its `Retry-After` in milliseconds. */
  readonly status?: number;
  readonly retryAfter?: number;
  /** Whether no further attempt can succeed. */
  readonly isFinal?: boolean;
}

/** A note written with `mark`. The name `lost` means that lines are missing here. */
export interface MarkLine {
  /** As in {@link StartLine}. */
  readonly t: number;
  readonly dir: 'mark';
  readonly name: string;
  /** Any JSON value, without its secrets. */
  readonly note?: unknown;
}

/** A line of a recording: a union by `dir`. */
export type RecordingLine = StartLine | OpenLine | MessageLine | CloseLine | MarkLine;

/** A line of a kind that this version does not know. */
interface OtherLine {
  readonly dir: 'other';
}

/** The text of a line, without the line feed that ends it. */
export const writeLine = (line: RecordingLine): string => writeJson(line);

type Is = (u: unknown) => boolean;

const isText: Is = (u) => typeof u === 'string';
const isNumber: Is = (u) => typeof u === 'number';
const isFlag: Is = (u) => typeof u === 'boolean';
const orAbsent =
  (is: Is): Is =>
  (u) =>
    u === undefined || is(u);

type Fields = Readonly<Record<string, unknown>>;

/** Nearly all lines are messages, and looked at twice: the list of fields is made once. */
const hasAll = (shape: Readonly<Record<string, Is>>): ((fields: Fields) => boolean) => {
  const each = Object.entries(shape);
  return (fields) => each.every(([key, is]) => is(fields[key]));
};

const isMessage = hasAll({ s: isNumber, text: isText });

/** Whether the fields of each kind, beside its time, are what those who read them expect. */
const isWholeOf: ReadonlyMap<unknown, (fields: Fields) => boolean> = new Map([
  ['meta', () => true],
  ['open', hasAll({ s: isNumber, url: orAbsent(isText) })],
  ['in', isMessage],
  ['out', isMessage],
  [
    'close',
    hasAll({
      s: isNumber,
      url: orAbsent(isText),
      code: orAbsent(isNumber),
      why: orAbsent(isText),
      ours: orAbsent(isFlag),
      status: orAbsent(isNumber),
      retryAfter: orAbsent(isNumber),
      isFinal: orAbsent(isFlag),
    }),
  ],
  ['mark', hasAll({ name: isText })],
]);

const fieldsIn = (text: string): Fields | undefined => {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Parses a line; `undefined` if it is broken, such as the last line of a file whose program has crashed. A line of an
 * unknown kind has the `dir` `other`.
 *
 * @example
 * readLine('{"t":1700000000010.5,"s":1,"dir":"open","url":"wss://api.notbank.exchange/wsgateway"}')?.dir; // 'open'
 */
export const readLine = (text: string): RecordingLine | OtherLine | undefined => {
  const fields = fieldsIn(text);
  if (fields === undefined || !Number.isFinite(fields['t']) || !isText(fields['dir'])) return undefined;
  const isWhole = isWholeOf.get(fields['dir']);
  if (isWhole === undefined) return { dir: 'other' };
  return isWhole(fields) ? (fields as unknown as RecordingLine) : undefined;
};
