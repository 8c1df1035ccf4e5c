import { defer, Subject } from 'rxjs';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { sharedBy, sharedState$ } from '../../src/market/shared.ts';
import { marbles } from '../support/marbles.ts';

describe('sharedBy', () => {
  it('keeps one entry for each connection and key, until that is forgotten', () => {
    const shared = sharedBy<{ readonly forget: () => void }>();
    const connection = connect(scriptedExchange());
    const entry = (key: string, over = connection) => shared.of(over, key, (forget) => ({ forget }));
    const first = entry('a');

    expect(entry('a')).toBe(first);
    expect(entry('a', { ...connection })).toBe(first);
    expect(entry('b')).not.toBe(first);
    expect(entry('a', connect(scriptedExchange()))).not.toBe(first);
    first.forget();
    expect(entry('a')).not.toBe(first);
  });
});

describe('sharedState$', () => {
  it('is one subscription, gives a late consumer the present, and ends in the turn after the last has left', () => {
    marbles(({ cold, expectObservable, expectSubscriptions, flush }) => {
      let forgotten = 0;
      const source = cold('a-b--c');
      const state$ = sharedState$(source, () => (forgotten += 1));

      expectObservable(state$, '^---!').toBe('   a-b-');
      expectObservable(state$, '---^---!').toBe('---b-c');
      expectSubscriptions(source.subscriptions).toBe('^------!');
      flush();
      expect(forgotten).toBe(1);
    });
  });

  it('gives who joins in the midst of an emission the newest, once, and begins anew after the end', () => {
    const source = new Subject<string>();
    let begun = 0;
    const state$ = sharedState$(
      defer(() => {
        begun += 1;
        return source;
      }),
      () => undefined,
    );
    const seen: string[] = [];
    state$.subscribe((state) => {
      seen.push(`first ${state}`);
      if (state === 'a') state$.subscribe((own) => seen.push(`second ${own}`));
    });
    source.next('a');
    source.next('b');
    source.complete();
    state$.subscribe((state) => seen.push(`third ${state}`));

    expect(seen).toEqual(['first a', 'second a', 'first b', 'second b']);
    expect(begun).toBe(2);
  });

  it('errors for all, and for nobody who has left', () => {
    const source = new Subject<string>();
    const state$ = sharedState$(source, () => undefined);
    const seen: string[] = [];
    const left = state$.subscribe({ error: () => seen.push('left') });
    for (const name of ['one', 'two'])
      state$.subscribe({ error: (error: unknown) => seen.push(`${name} ${String(error)}`) });
    left.unsubscribe();
    source.error(new Error('broken'));

    expect(seen).toEqual(['one Error: broken', 'two Error: broken']);
  });

  it('tells a newer state in the midst of the older one, and nobody the older one behind it', () => {
    const source = new Subject<string>();
    const state$ = sharedState$(source, () => undefined);
    const seen: string[] = [];
    state$.subscribe((state) => {
      seen.push(`first ${state}`);
      if (state === 'live') source.next('lost');
    });
    state$.subscribe((state) => seen.push(`second ${state}`));
    source.next('live');

    expect(seen).toEqual(['first live', 'first lost', 'second lost', 'second lost']);
  });

  it('tells what is made of the older one, where something is', () => {
    const source = new Subject<string>();
    const state$ = sharedState$(
      source,
      () => undefined,
      (state, newest) => `${newest} after ${state}`,
    );
    const seen: string[] = [];
    state$.subscribe((state) => {
      if (state === 'live') source.next('lost');
    });
    state$.subscribe((state) => seen.push(state));
    source.next('live');

    expect(seen).toEqual(['lost', 'lost after live']);
  });
});
