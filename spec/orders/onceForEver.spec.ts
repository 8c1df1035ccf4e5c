import { onceForEver$ } from '../../src/orders/onceForEver.ts';
import { marbles } from '../support/marbles.ts';

describe('onceForEver$', () => {
  it('is begun by the first, and gives the last value and what follows to whoever comes later', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('  -a-b-c|');
      const subs = '         ^-----!';
      const once$ = onceForEver$(
        () => source,
        () => true,
      );
      expectObservable(once$).toBe('               -a-b-c|');
      expectObservable(once$, '----^').toBe('      ----bc|');
      expectObservable(once$, '--------^').toBe('  --------(c|)');
      expectSubscriptions(source.subscriptions).toBe(subs);
    });
  });

  it('goes on when the last has left what was sent, and says that once', () => {
    marbles(({ cold, expectObservable, expectSubscriptions, flush }) => {
      const source = cold('  -a-b-c|');
      let left = 0;
      const once$ = onceForEver$(
        () => source,
        () => true,
        () => (left += 1),
      );
      expectObservable(once$, '^-!').toBe('-a');
      expectSubscriptions(source.subscriptions).toBe('^-----!');
      flush();
      expect(left).toBe(1);
    });
  });

  it('is taken back by leaving while nothing was sent, and begun by the next', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold(' -a|');
      const once$ = onceForEver$(
        () => source,
        () => false,
      );
      expectObservable(once$, '^!').toBe('');
      expectObservable(once$, '---^').toBe('----a|');
      expectSubscriptions(source.subscriptions).toBe(['^!', '---^-!']);
    });
  });
});
