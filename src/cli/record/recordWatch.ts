import { ignoreElements, map, merge, mergeMap, type Observable, of, Subject, throwError } from 'rxjs';
import { wallNow } from '../../clock.ts';
import type { Connection } from '../../connection/connection.ts';
import type { FileSink } from '../../recording/node.ts';
import { withRecorder } from '../../recording/index.ts';
import type { Transport } from '../../transport/transport.ts';
import { withLink } from '../watch/changesOf.ts';
import { type Show, shown } from '../watch/shown.ts';
import { accountChange$ } from '../watch/watchAccount.ts';
import { barsChange$ } from '../watch/watchBars.ts';
import { bookChange$ } from '../watch/watchBook.ts';
import { tradesChange$ } from '../watch/watchTrades.ts';
import type { Watchable } from '../watch/watchable.ts';
import { recordLines, type RecordScene, recordSummary } from './recordLines.ts';

/** A line was written, or lines could not be. */
export type RecordChange =
  { readonly _tag: 'Written'; readonly bytes: number } | { readonly _tag: 'Lost'; readonly lost: number };

/** What can be recorded, by name: the same that `watch` shows, asked for in the same way. */
export const recordable = ['book', 'trades', 'bars', 'account'] as const;
/** A name of what can be recorded. */
export type Recordable = (typeof recordable)[number];

/** How many trades of the past are asked for, and the length of bars, as those of `watch` where nothing else is said. */
export const usual = { history: 50, length: 60, minutes: 60 } as const;

const follow$ = (
  connection: Connection,
  stream: Exclude<Recordable, 'account'>,
  symbol: string,
): Observable<unknown> => {
  switch (stream) {
    case 'book':
      return bookChange$(connection, symbol);
    case 'trades':
      return tradesChange$(connection, symbol, usual.history);
    case 'bars':
      return barsChange$(connection, symbol, usual.length);
  }
};

/** What is recorded. */
export interface ToRecord {
  readonly symbols: readonly string[];
  readonly streams: readonly Recordable[];
}

const followed$ = (connection: Connection, { symbols, streams }: ToRecord): Observable<never> => {
  const markets = streams.filter((stream) => stream !== 'account');
  const all = symbols.flatMap((symbol) => markets.map((stream) => follow$(connection, stream, symbol)));
  const accounts = streams.includes('account') ? [accountChange$(connection, undefined, usual.minutes)] : [];
  return merge(...all, ...accounts).pipe(ignoreElements());
};

/** A transport that writes to a file what passes through it, and tells of each line. */
export const createTap = (transport: Transport, { write, error$ }: FileSink) => {
  const written = new Subject<RecordChange>();
  const recording = withRecorder(transport, (line) => {
    write(line);
    written.next({ _tag: 'Written', bytes: Buffer.byteLength(line) + 1 });
  });
  const failure$ = error$.pipe(
    mergeMap((error) => (error.isOver ? throwError(() => error) : of(error))),
    map(({ lost }): RecordChange => ({ _tag: 'Lost', lost })),
  );
  return { transport: recording, change$: merge(written, failure$) };
};

/** How a recording is watched. */
export const recordWatchable = (
  url: string,
  file: string,
  { symbols, streams }: ToRecord,
): Watchable<RecordChange, RecordScene> => ({
  first: {
    ...{ url, subject: file, file, began: wallNow(), lines: 0, bytes: 0, lost: 0 },
    what: [...symbols, ...streams].join(' '),
  },
  next: (scene, change) =>
    change._tag === 'Written'
      ? { ...scene, lines: scene.lines + 1, bytes: scene.bytes + change.bytes }
      : { ...scene, lost: change.lost },
  lines: recordLines,
  told: () => [],
  records: () => [],
  summary: {
    lines: recordSummary,
    record: ({ lines, bytes, lost }) => ({ type: 'summary', file, lines, bytes, lost }),
  },
});

/** Follows what is to be recorded, on a connection through a {@link createTap}, and shows how that goes. */
export const watchRecording = (
  connection: Connection,
  url: string,
  file: string,
  what: ToRecord,
  change$: Observable<RecordChange>,
): Show =>
  shown(withLink(connection, merge(change$, followed$(connection, what))), recordWatchable(url, file, what));
