import { delay, ignoreElements, merge, NEVER, type Observable, of, Subject, tap } from 'rxjs';
import { answers, machine$, type Step } from '../../src/market/machine.ts';
import { marbles } from '../support/marbles.ts';

/** Keeps a text; asks for what follows a question mark, and wants no answer after a full stop. */
const reduce = (state: string, input: string): Step<string, string> => [
  state + input,
  input === '?' ? [state] : [],
];
const isCut = (state: string): boolean => state.endsWith('.');
const machine = (input$: Observable<string>, perform: (ask: string) => Observable<string>) =>
  machine$({ initial: () => '', reduce, input$, react: answers(perform, isCut) });

describe('machine$', () => {
  it('emits the state at first and after every input, and puts answers in', () => {
    marbles(({ cold, expectObservable }) => {
      const input$ = cold('-a-?-----b|');
      const expected = '   sa-q--r--t|';
      expectObservable(machine(input$, (ask) => of(`(${ask})`).pipe(delay(3)))).toBe(expected, {
        s: '',
        a: 'a',
        q: 'a?',
        r: 'a?(a)',
        t: 'a?(a)b',
      });
    });
  });

  it('tells a state before what is asked for it is answered, at once too', () => {
    const seen: string[] = [];
    machine(of('a', '?', 'b'), (ask) => of(`(${ask})`)).subscribe((state) => seen.push(state));
    expect(seen).toEqual(['', 'a', 'a?', 'a?(a)', 'a?(a)b']);
  });

  it('waits for no answer that is not wanted any more, nor after the last input', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const answer = cold('-------x');
      const expected = '   (sq)-c--|';
      expectObservable(machine(cold('?----.--|'), () => answer)).toBe(expected, {
        s: '',
        q: '?',
        c: '?.',
      });
      expectSubscriptions(answer.subscriptions).toBe('^----!');
    });
  });

  it('reacts to states in their order, where one is brought about by the telling of another', () => {
    const inputs = new Subject<string>();
    const reacted: string[] = [];
    const react = (step$: Observable<Step<string, string>>): Observable<string> =>
      merge(step$, step$).pipe(
        tap(([state]) => reacted.push(state)),
        ignoreElements(),
      );
    machine$({ initial: () => '', reduce, input$: inputs, react }).subscribe((state) => {
      if (state === 'a') inputs.next('b');
    });
    inputs.next('a');

    expect(reacted).toEqual(['a', 'a', 'ab', 'ab']);
  });

  it('reacts to no state that brings about nothing new, but to all that ask', () => {
    const inputs = new Subject<string>();
    const reacted: string[] = [];
    machine$({
      initial: () => '',
      reduce,
      input$: inputs,
      react: (step$: Observable<Step<string, string>>): Observable<string> =>
        step$.pipe(
          tap(([state]) => reacted.push(state)),
          ignoreElements(),
        ),
      isQuiet: (before, state) => state === `${before}-` || state === `${before}?`,
    }).subscribe();
    for (const input of ['a', '-', '?', 'b']) inputs.next(input);

    expect(reacted).toEqual(['a', 'a-?', 'a-?b']);
  });

  it('errors where its reducer throws, and lets go of what comes in', () => {
    const inputs = new Subject<string>();
    const seen: unknown[] = [];
    const react = (): Observable<string> => NEVER;
    const broken = (): Step<string, string> => {
      throw new Error('broken');
    };
    machine$({ initial: () => '', reduce: broken, input$: inputs, react }).subscribe({
      error: (error: unknown) => seen.push(error),
    });
    inputs.next('a');

    expect([seen, inputs.observed]).toEqual([[new Error('broken')], false]);
  });
});
