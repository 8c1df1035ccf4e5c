import { endWith, filter, isObservable, merge, type Observable, take, takeUntil, tap, timer } from 'rxjs';
import { type RunHelpers, TestScheduler } from 'rxjs/testing';
import { atAnotherTime } from '../clock.ts';
import { aFunction, checkOptions, type ShapesOf } from '../misfits.ts';
import { passStrayRuns } from '../passStrayRuns.ts';
import type { Transport } from '../transport/transport.ts';
import { aTimeOfDay, createTape, type Progress, type Tape } from './tape.ts';
import type { ReplayWarning } from './warning.ts';

/** A value and the time when it was emitted. */
export interface Timed<A> {
  /** The time on the clock of the recording, in milliseconds since 1970 with a fraction. */
  readonly at: number;
  readonly value: A;
}

/** How a virtual run ended: the strategy completed or errored, or the recording was over. */
export type Outcome =
  | { readonly _tag: 'Completed' }
  | { readonly _tag: 'Failed'; readonly error: unknown }
  | { readonly _tag: 'RecordingOver' };

/** The result of {@link replayVirtually}. */
export interface VirtualRun<A> {
  /** What the strategy emitted, in order. */
  readonly emissions: readonly Timed<A>[];
  readonly outcome: Outcome;
  /** Problems of the recording, and each call that it has no answer to. */
  readonly warnings: readonly ReplayWarning[];
}

/** Options of {@link replayVirtually}. */
export interface VirtualOptions {
  /**
   * Leaves out emissions before this time, in milliseconds since 1970. The replay starts where the sockets that are
   * open at `from` were opened, so that all state is complete by then, with its recorded times.
   *
   * @default the beginning
   */
  readonly from?: number;
  /** Called after every line played. Nothing else in the process runs during the replay. */
  readonly onProgress?: (progress: Progress) => void;
}

const shapes: ShapesOf<VirtualOptions> = { from: aTimeOfDay, onProgress: aFunction('a function') };

const kindOf = (u: unknown): string => (u === null || typeof u !== 'object' ? typeof u : 'an object');
const isPromise = (u: unknown): boolean =>
  typeof u === 'object' && u !== null && typeof (u as { readonly then?: unknown }).then === 'function';

const checked = <A>(result: Observable<A>): Observable<A> => {
  if (isObservable(result)) return result;
  throw new TypeError(
    isPromise(result)
      ? 'The strategy returned a promise. Virtual time does not wait for promises: return an Observable, without async inside.'
      : `The strategy should return an Observable but returned ${kindOf(result)}.`,
  );
};

/** Emits when the recording is over, or when it would be and nobody uses it any more. */
const end$ = ({ over$, isIdle, begin, end }: Tape): Observable<unknown> =>
  merge(over$.pipe(endWith(true)), timer(end - begin, 1_000).pipe(filter(isIdle))).pipe(take(1));

/** Subscribes to a strategy until the recording is over, and keeps what it says; inside virtual time. */
const follow = <A>(tape: Tape, result: Observable<A>, from: number, done: () => void) => {
  const emissions: Timed<A>[] = [];
  let outcome: Outcome = { _tag: 'RecordingOver' };
  let isOver = false;
  const end = (how: Outcome): void => {
    if (!isOver) outcome = how;
    isOver = true;
  };
  result.pipe(takeUntil(end$(tape).pipe(tap(() => end({ _tag: 'RecordingOver' }))))).subscribe({
    next: (value) => {
      const at = Math.round(tape.now() * 1_000) / 1_000;
      if (at >= from) emissions.push({ at, value });
    },
    error: (error: unknown) => {
      end({ _tag: 'Failed', error });
      done();
    },
    complete: () => {
      end({ _tag: 'Completed' });
      done();
    },
  });
  return (): Pick<VirtualRun<A>, 'emissions' | 'outcome'> => ({ emissions, outcome });
};

/** A clock that begins at this time of day. */
const createScheduler = (begin: number): TestScheduler => {
  const scheduler = new TestScheduler(() => undefined);
  scheduler.now = () => begin + scheduler.frame;
  passStrayRuns(scheduler);
  return scheduler;
};

/**
 * Plays a recording to a strategy in virtual time, in which a day takes seconds. The strategy is the function that also
 * runs live, with the same timers; the same calls at the same times give the same emissions. All time of RxJS is
 * virtual: `timer`, `delay`, the client's time limits and reconnects. It plays as {@link replay} does. It returns when
 * the strategy has completed or errored, or the recording is over; then everything is closed and no timer is left.
 *
 * - It is synchronous: it returns when it is done.
 * - No promise settles during the run. A strategy that returns a promise is refused, and one that waits for a promise
 *   inside never continues.
 * - `Date.now()` is still today's time. Get the time of the recording from `asyncScheduler.now()` or from `timestamp()`
 *   of RxJS. Times in values, such as `asOf`, are those of the recording.
 *
 * @param lines The lines of the recording, as for {@link replay}.
 * @param strategy Called once, in virtual time, with the transport for a client. Its result is subscribed to, and
 *   unsubscribed from when the recording is over.
 * @throws TypeError if the strategy returns no Observable; RangeError if `from` is no time, or there is no such option.
 *   Errors from the strategy, or from reading the lines, are thrown unchanged.
 *
 * @example
 * const { emissions } = replayVirtually(lines, (transport) =>
 *   trades$(createClient({ transport }), { InstrumentId: 1 }),
 * );
 * for (const { at, value } of emissions) console.log(new Date(at), value);
 */
export const replayVirtually = <A>(
  lines: Iterable<string>,
  strategy: (transport: Transport) => Observable<A>,
  options: VirtualOptions = {},
): VirtualRun<A> => {
  checkOptions('replayVirtually', options, shapes);
  const { from, onProgress } = options;
  const tape = createTape(lines, { speed: 1, ...(from !== undefined && { from }), isHurried: false });
  const scheduler = createScheduler(tape.begin);
  const warnings: ReplayWarning[] = [];
  tape.warning$.subscribe((warning) => warnings.push(warning));
  if (onProgress !== undefined) tape.progress$.subscribe(onProgress);
  const play = ({ flush }: RunHelpers): VirtualRun<A> => {
    const run = follow(tape, checked(strategy(tape.transport)), from ?? -Infinity, () => {
      tape.stop();
      // Timers that a strategy has left would keep virtual time going for ever.
      scheduler.actions.length = 0;
    });
    flush();
    tape.stop();
    return { ...run(), warnings };
  };
  return atAnotherTime(() => scheduler.run(play));
};
