import {
  connect,
  defer,
  endWith,
  filter,
  ignoreElements,
  map,
  merge,
  mergeMap,
  type Observable,
  scan,
  startWith,
  Subject,
  switchMap,
  takeUntil,
  tap,
} from 'rxjs';

/** What a reducer returns: the state, and what is to be asked for it. */
export type Step<S, A> = readonly [state: S, asks: readonly A[]];

/** A pure reducer, what comes in, and what its states and asks bring about. */
export interface MachineOptions<S, I, A> {
  readonly initial: () => S;
  readonly reduce: (state: S, input: I) => Step<S, A>;
  readonly input$: Observable<I>;
  /** Further inputs out of what was reached, such as the answers to asks. It ends with `input$`. */
  readonly react: (step$: Observable<Step<S, A>>) => Observable<I>;
}

/**
 * Runs a pure reducer: emits the initial state, then the state after every input. A state is told before what it asks
 * for is asked. Cold, not shared; completes with `input$`, errors with it or with `react`; unsubscribing ends both.
 */
export const machine$ = <S, I, A>({
  initial,
  reduce,
  input$,
  react,
}: MachineOptions<S, I, A>): Observable<S> =>
  defer(() => {
    const reactions = new Subject<I>();
    const start = initial();
    const first: Step<S, A> = [start, []];
    const steps: Step<S, A>[] = [];
    // Listening comes before starting: what comes in at once may be answered at once.
    return merge(reactions, input$.pipe(tap({ complete: () => reactions.complete() }))).pipe(
      scan(([state], input) => reduce(state, input), first),
      tap((step) => steps.push(step)),
      connect((step$) =>
        merge(
          step$.pipe(map(([state]) => state)),
          // Whoever is told a state may bring about the next, and both are reacted to in their order.
          step$.pipe(
            mergeMap(() => steps.splice(0, 1)),
            connect(react),
            tap((input) => reactions.next(input)),
            ignoreElements(),
            takeUntil(step$.pipe(ignoreElements(), endWith(undefined))),
          ),
        ),
      ),
      startWith(start),
    );
  });

/**
 * The answers to what is asked, as a part of `react`: a new ask takes the place of the one before, and none is waited
 * for in a state that wants no answer.
 */
export const answers =
  <S, I, A>(perform: (ask: A) => Observable<I>, isCut: (state: S) => boolean) =>
  (step$: Observable<Step<S, A>>): Observable<I> =>
    step$.pipe(
      filter(([state, asks]) => asks.length > 0 || isCut(state)),
      switchMap(([, asks]) => merge(...asks.map(perform))),
    );
