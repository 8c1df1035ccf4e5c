import { filter, merge, Observable, Subject, switchMap } from 'rxjs';

/** What a reducer returns: the state, and what is to be asked for it. */
export type Step<S, A> = readonly [state: S, asks: readonly A[]];

/** A pure reducer, what comes in, and what its states and asks bring about. */
export interface MachineOptions<S, I, A> {
  readonly initial: () => S;
  readonly reduce: (state: S, input: I) => Step<S, A>;
  readonly input$: Observable<I>;
  /** Further inputs out of what was reached, such as the answers to asks. It ends with `input$`. */
  readonly react: (step$: Observable<Step<S, A>>) => Observable<I>;
  /**
   * Whether a state brings about nothing that the one before it does not: then `react` is told of it only where there is
   * something to ask. @default none does
   */
  readonly isQuiet?: (before: S, state: S) => boolean;
}

/**
 * Runs a pure reducer: emits the initial state, then the state after every input. A state is told before what it asks
 * for is asked. Cold, not shared; completes with `input$`, errors with it, with `react` or where the reducer throws;
 * unsubscribing ends both.
 */
export const machine$ = <S, I, A>({
  initial,
  reduce,
  input$,
  react,
  isQuiet = () => false,
}: MachineOptions<S, I, A>): Observable<S> =>
  // Of operators it would be twelve a frame, which cost more than all that a book does with it.
  new Observable((subscriber) => {
    const step$ = new Subject<Step<S, A>>();
    const steps: Step<S, A>[] = [];
    let state = initial();
    const take = (input: I): void => {
      try {
        const step = reduce(state, input);
        const [after, asks] = step;
        if (asks.length > 0 || !isQuiet(state, after)) steps.push(step);
        state = after;
      } catch (thrown) {
        subscriber.error(thrown);
        return;
      }
      subscriber.next(state);
      // Whoever is told a state may bring about the next, and both are reacted to in their order.
      const next = steps.shift();
      if (next !== undefined) step$.next(next);
    };
    const error = (thrown: unknown): void => subscriber.error(thrown);
    subscriber.next(state);
    // Listening comes before starting: what comes in at once may be answered at once.
    subscriber.add(react(step$).subscribe({ next: take, error }));
    subscriber.add(input$.subscribe({ next: take, error, complete: () => subscriber.complete() }));
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
