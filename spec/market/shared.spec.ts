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
});
