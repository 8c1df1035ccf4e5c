import {
  catchError,
  connect,
  defer,
  filter,
  ignoreElements,
  map,
  merge,
  mergeMap,
  type MonoTypeOperatorFunction,
  type Observable,
  of,
  race,
  switchMap,
  take,
  throwIfEmpty,
  timer,
} from 'rxjs';
import { monotonicNow, wallNow } from '../../clock.ts';
import type { Connection } from '../../connection/connection.ts';
import { Ping } from '../../endpoints/system/Ping.ts';
import { request$ } from '../../requests/request.ts';
import { clockText } from '../view/clockText.ts';
import { withLink } from '../watch/changesOf.ts';
import { type Show, shown } from '../watch/shown.ts';
import type { Watchable } from '../watch/watchable.ts';
import { latencyOf } from './latency.ts';
import { msText, pingLines, type PingScene, pingSummary } from './pingLines.ts';

/** A ping was answered, or not; `at` is when that was known, in milliseconds since 1970. */
export type PingChange =
  | { readonly _tag: 'Pong'; readonly at: number; readonly ms: number }
  | { readonly _tag: 'Missed'; readonly at: number; readonly why: string };

/** How long the first ping waits for the connection, in milliseconds. */
const patience = 5_000;
/** How many latencies are kept. */
const kept = 100_000;

const missed = (why: string): PingChange => ({ _tag: 'Missed', at: wallNow(), why });

/** One ping. While there is no connection it is missed at once: to wait for one is no latency. */
const ping$ = (connection: Connection): Observable<PingChange> =>
  defer(() => {
    if (connection.currentSocket() === undefined) return of(missed('there is no connection'));
    const sentAt = monotonicNow();
    return request$(connection, Ping, {}).pipe(
      map((): PingChange => ({ _tag: 'Pong', at: wallNow(), ms: monotonicNow() - sentAt })),
      catchError((error: unknown) => of(missed(error instanceof Error ? error.message : String(error)))),
    );
  });

const unlessNoneIsAnswered: MonoTypeOperatorFunction<PingChange> = connect((change$) =>
  merge(
    change$,
    change$.pipe(
      filter(({ _tag }) => _tag === 'Pong'),
      take(1),
      throwIfEmpty(() => new Error('No ping was answered.')),
      ignoreElements(),
    ),
  ),
);

/**
 * Pings, one after each interval, from when the connection is open, or after 5 s without one. Several may be on their way.
 * It completes after so many, and errors where none of them was answered.
 */
export const pings$ = (connection: Connection, interval: number, count: number): Observable<PingChange> =>
  race(connection.socket$.pipe(take(1)), timer(patience)).pipe(
    switchMap(() => timer(0, interval)),
    take(count),
    mergeMap(() => ping$(connection)),
    unlessNoneIsAnswered,
  );

/** How pings are watched. */
export const pingWatchable = (url: string): Watchable<PingChange, PingScene> => ({
  first: { url, subject: 'ping', samples: [], missed: 0 },
  next: (scene, change) =>
    change._tag === 'Pong'
      ? { ...scene, samples: [...scene.samples, change.ms].slice(-kept) }
      : { ...scene, missed: scene.missed + 1 },
  lines: pingLines,
  told: (change) => [
    [
      [`${clockText(change.at)}  `, 'faint'],
      change._tag === 'Pong' ? [`${msText(change.ms)} ms`] : [`no answer: ${change.why}`, 'down'],
    ],
  ],
  records: (change) => [
    change._tag === 'Pong'
      ? { type: 'pong', at: change.at, ms: change.ms }
      : { type: 'missed', at: change.at, why: change.why },
  ],
  summary: {
    lines: pingSummary,
    record: ({ samples, missed: count }) => ({ type: 'summary', missed: count, ...latencyOf(samples) }),
  },
});

/** Watches how long round trips take. */
export const watchPing = (connection: Connection, url: string, interval: number, count: number): Show =>
  shown(withLink(connection, pings$(connection, interval, count)), pingWatchable(url));
