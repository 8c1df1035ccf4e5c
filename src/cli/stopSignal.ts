import process from 'node:process';
import {
  EMPTY,
  filter,
  fromEventPattern,
  interval,
  map,
  merge,
  type Observable,
  shareReplay,
  take,
  takeUntil,
} from 'rxjs';

/** A signal that asks a program to end. */
export type StopSignal = 'SIGINT' | 'SIGTERM';

/** What is needed of `process`. */
export interface Signalled {
  readonly ppid: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly on: (name: string, heard: () => void) => unknown;
  readonly off: (name: string, heard: () => void) => unknown;
}

/** How often one looks whether the parent is still there, in milliseconds. */
const lookEvery = 250;

const signal$ = (signalled: Signalled, name: StopSignal): Observable<StopSignal> =>
  fromEventPattern<unknown>(
    (heard) => signalled.on(name, heard),
    (heard) => signalled.off(name, heard),
  ).pipe(map(() => name));

/**
 * npm, and so `npx`, passes SIGTERM on to a shell that keeps it to itself and dies: of that, only the change of the
 * parent tells.
 */
const orphaned$ = (signalled: Signalled, parent: number): Observable<StopSignal> =>
  interval(lookEvery).pipe(
    filter(() => signalled.ppid !== parent),
    take(1),
    map(() => 'SIGTERM'),
  );

/**
 * The signals that ask this process to end; under npm also the end of its parent, which counts as SIGTERM.
 *
 * Nothing is listened to, and each signal does what it does to any process, until somebody subscribes. From then on
 * all are caught until `ended$` emits, so that one that comes twice does not cut an orderly end short. Shared; a late
 * subscriber gets the last one.
 */
export const createStopSignal = (
  ended$: Observable<unknown>,
  signalled: Signalled = process,
): Observable<StopSignal> =>
  merge(
    signal$(signalled, 'SIGINT'),
    signal$(signalled, 'SIGTERM'),
    signalled.env['npm_command'] === undefined ? EMPTY : orphaned$(signalled, signalled.ppid),
  ).pipe(takeUntil(ended$), shareReplay({ bufferSize: 1, refCount: false }));
