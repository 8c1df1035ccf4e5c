import {
  defer,
  finalize,
  ignoreElements,
  merge,
  mergeMap,
  Observable,
  type ObservableInput,
  type ObservedValueOf,
  type OperatorFunction,
  Subject,
  tap,
} from 'rxjs';
import { type Counters, createCounters } from './counters.ts';
import { createLanes, type Lane, type LanesOptions } from './lanes.ts';

/** Options of the operators for slow consumers. */
export interface FlowOptions {
  /** Counts the values; see `createCounters`. @default counters that only the operator itself uses */
  readonly counters?: Counters | undefined;
}

/** What {@link inTurn} is made of: the work, and the policy of what may wait for its turn. */
export interface InTurn<A, O> extends FlowOptions, Pick<LanesOptions<A>, 'keyOf' | 'createWaiting'> {
  readonly work: (value: A) => O;
}

/** The key of values that all wait for one another. */
export const oneLane = (): undefined => undefined;

interface Turn<A> {
  readonly value: A;
  readonly lane: Lane<A>;
}

/** Work, counted where it fails; `finish` is called in its teardown where it has completed. */
const worked = <O extends ObservableInput<unknown>>(
  work: () => O,
  counters: Counters,
  finish: () => void,
): Observable<ObservedValueOf<O>> => {
  let isWhole = false;
  return defer(work).pipe(
    tap({ error: () => (counters.failed += 1), complete: () => (isWhole = true) }),
    finalize(() => {
      if (isWhole) finish();
    }),
  );
};

/**
 * The mechanism of the operators in this folder: works on the values of each key one at a time, and begins the next in
 * the teardown of the one before, so that what a work cleans up is over by then as well.
 *
 * Completes when the source has completed and the last work is over. An error of the source, of a work, or thrown by
 * the policy errors the result, ends what runs and drops what waits; so does unsubscribing, without the error.
 */
export const inTurn =
  <A, O extends ObservableInput<unknown>>({
    work,
    keyOf,
    createWaiting,
    counters = createCounters(),
  }: InTurn<A, O>): OperatorFunction<A, ObservedValueOf<O>> =>
  (source) =>
    new Observable((subscriber) => {
      const turns = new Subject<Turn<A>>();
      const lanes = createLanes<A>({
        counters,
        keyOf,
        createWaiting,
        start: (value, lane) => turns.next({ value, lane }),
        onIdle: () => turns.complete(),
      });
      const worked$ = ({ value, lane }: Turn<A>) =>
        worked(
          () => work(value),
          counters,
          () => lanes.finish(lane),
        );
      // Not a finalize: what waits is dropped before what runs is torn down, which would begin it.
      subscriber.add(lanes.drop);
      merge(
        turns.pipe(mergeMap(worked$)),
        source.pipe(tap({ next: lanes.receive, complete: lanes.close }), ignoreElements()),
      )
        .pipe(tap({ error: lanes.drop }))
        .subscribe(subscriber);
    });
