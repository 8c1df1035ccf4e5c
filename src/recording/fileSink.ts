import { closeSync, createWriteStream, existsSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { defer, EMPTY, filter, ignoreElements, type Observable, ReplaySubject, Subject, take } from 'rxjs';
import { monotonicNow, wallNow } from '../clock.ts';
import { RecordingFailed } from '../errors.ts';
import { above0, checkOptions, from0, type ShapesOf } from '../misfits.ts';
import { saidBy } from '../thrown.ts';
import { fileOfPart, lastPart } from './files.ts';
import { writeLine } from './line.ts';
import type { Sink } from './recordingLog.ts';

/** A recording that is written to disk. */
export interface FileSinkOptions {
  /** The largest size of a file, in bytes; a line that would exceed it starts the next file. @default no limit */
  readonly maxBytes?: number;
  /**
   * How long a file is written to, in milliseconds; the first line after that starts the next file.
   *
   * @default no limit
   */
  readonly maxAge?: number;
  /**
   * How many bytes may wait for the disk. Lines beyond that are dropped, counted and reported, so that a slow disk
   * costs lines of the recording but not the program's memory.
   *
   * @default 67_108_864, 64 MiB
   */
  readonly maxQueued?: number;
}

const shapes: ShapesOf<FileSinkOptions> = { maxBytes: above0, maxAge: above0, maxQueued: from0 };

const checked = (options: FileSinkOptions): FileSinkOptions => {
  checkOptions('fileSink', options, shapes);
  return options;
};

/** A recording on disk. */
export interface FileSink {
  /** Takes a line; pass it to `withRecorder`. It never throws and never blocks. */
  readonly write: Sink;
  /** The file that is being written; `undefined` before the first line. */
  readonly file: () => string | undefined;
  /**
   * Lines that could not be written: hot, but the last error is replayed. If the disk is too slow it emits at the first
   * dropped line, and again with their number once writing continues. If the disk fails it emits and completes, and no
   * more lines are taken. It also completes when the sink is closed.
   */
  readonly error$: Observable<RecordingFailed>;
  /**
   * Ends the recording. Cold: on subscription the sink stops taking lines. It completes, without emitting, when all
   * lines are handed to the operating system or cannot be written. It never errors; unsubscribing only stops waiting.
   */
  readonly close$: () => Observable<never>;
}

/** One file that is open. */
interface Page {
  readonly file: string;
  readonly openedAt: number;
  readonly put: (text: string) => void;
  readonly end: () => void;
}

type State =
  | { readonly _tag: 'New' }
  | { readonly _tag: 'Writing'; readonly page: Page; readonly bytes: number }
  | { readonly _tag: 'Closed' };

/** Whether a file ends in the middle of a line, as one does whose program has died. */
const isCutOff = (file: string): boolean => {
  if (!existsSync(file)) return false;
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const last = Buffer.alloc(1);
    return size > 0 && readSync(descriptor, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a;
  } finally {
    closeSync(descriptor);
  }
};

/** How many bytes are on their way to the disk, and when it has all of them. */
const createDisk = (failed: (cause: Error) => void) => {
  const closed = new Subject<void>();
  let [queued, open] = [0, 0];

  /** Throws where that can be said at once. */
  const openPage = (file: string): Page => {
    mkdirSync(dirname(file), { recursive: true });
    const isTorn = isCutOff(file);
    const stream = createWriteStream(file, { flags: 'a' });
    open += 1;
    stream.on('error', failed);
    stream.on('close', () => {
      open -= 1;
      closed.next();
    });
    if (isTorn) stream.write('\n');
    const put = (text: string): void => {
      const size = Buffer.byteLength(text);
      queued += size;
      stream.write(text, () => {
        queued -= size;
      });
    };
    return { file, openedAt: monotonicNow(), put, end: () => stream.end() };
  };

  const settled$ = defer(() =>
    open === 0
      ? EMPTY
      : closed.pipe(
          filter(() => open === 0),
          take(1),
          ignoreElements(),
        ),
  );
  return { openPage, queued: () => queued, settled$ };
};

const slow = 'the disk is slower than the traffic';

/** The names of the files, one after another: the path itself where it is not cut. A file is not there as soon as it is opened. */
const createNames = (path: string, isCut: boolean): (() => string) => {
  let part: number | undefined;
  return () => {
    if (!isCut) return path;
    part = (part ?? lastPart(path)) + 1;
    return fileOfPart(path, part);
  };
};

/** Leaves lines out while too much waits for the disk, and says so, to whoever listens and in the recording itself. */
const createValve = (isFull: (size: number) => boolean, tell: (lost: number) => void) => {
  let lost = 0;
  return (line: string, put: (line: string) => void): void => {
    if (isFull(line.length)) {
      lost += 1;
      if (lost === 1) tell(lost);
      return;
    }
    if (lost > 0) {
      tell(lost);
      const t = Number(/"t":([\d.]+)/.exec(line)?.[1] ?? wallNow());
      put(writeLine({ t, dir: 'mark', name: 'lost', note: { lines: lost } }));
      lost = 0;
    }
    put(line);
  };
};

/**
 * A sink for `withRecorder` that appends each line to a file, and creates the folder if necessary.
 * {@link readRecording} reads its files back as one recording.
 *
 * With `maxBytes` or `maxAge` the recording is split into files: `day.ndjson` becomes `day.0001.ndjson`,
 * `day.0002.ndjson` and so on, and a restarted program starts the next file. Without them there is one file, and a
 * restarted program appends to it. A line is never split.
 *
 * Writing is asynchronous. What it returns throws nothing, never blocks, and holds no more than `maxQueued`: errors are
 * emitted on `error$`, and the connection is not affected. The file is opened with the first line.
 *
 * @throws RangeError if an option does not exist, or is of another kind.
 *
 * @example
 * const file = fileSink('recordings/day.ndjson', { maxBytes: 100_000_000, maxAge: 3_600_000 });
 * file.error$.subscribe(({ message }) => console.error(message));
 * const client = createClient({ transport: withRecorder(webSocket(), file.write) });
 * // at the end
 * client.close();
 * file.close$().subscribe({ complete: () => console.log('written') });
 */
export const fileSink = (path: string, options: FileSinkOptions = {}): FileSink => {
  const { maxBytes = Infinity, maxAge = Infinity, maxQueued = 64 * 1024 * 1024 } = checked(options);
  const nextName = createNames(path, Number.isFinite(maxBytes) || Number.isFinite(maxAge));
  const errors = new ReplaySubject<RecordingFailed>(1);
  let state: State = { _tag: 'New' };

  const end = (): void => {
    if (state._tag === 'Writing') state.page.end();
    state = { _tag: 'Closed' };
    errors.complete();
  };
  const fileNow = (): string | undefined => (state._tag === 'Writing' ? state.page.file : undefined);
  const fail = (cause: unknown): void => {
    if (state._tag === 'Closed') return;
    const why = saidBy(cause);
    errors.next(new RecordingFailed(why, { lost: 0, isOver: true, file: fileNow() ?? path, cause }));
    end();
  };
  const disk = createDisk(fail);
  const tell = (lost: number): void =>
    errors.next(new RecordingFailed(slow, { lost, isOver: false, file: fileNow() ?? path }));
  const valve = createValve((size) => disk.queued() + size > maxQueued, tell);

  const isFull = (page: Page, bytes: number): boolean =>
    bytes > maxBytes || monotonicNow() - page.openedAt >= maxAge;

  const put = (line: string): void => {
    const text = `${line}\n`;
    const size = Buffer.byteLength(text);
    if (state._tag === 'Writing' && isFull(state.page, state.bytes + size)) {
      state.page.end();
      state = { _tag: 'New' };
    }
    if (state._tag === 'New') {
      state = { _tag: 'Writing', page: disk.openPage(nextName()), bytes: 0 };
    }
    if (state._tag === 'Writing') {
      state.page.put(text);
      state = { ...state, bytes: state.bytes + size };
    }
  };

  return {
    write: (line) => {
      if (state._tag === 'Closed') return;
      try {
        valve(line, put);
      } catch (cause) {
        fail(cause);
      }
    },
    file: fileNow,
    error$: errors.asObservable(),
    close$: () =>
      defer(() => {
        if (state._tag !== 'Closed') end();
        return disk.settled$;
      }),
  };
};
