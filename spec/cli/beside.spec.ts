import { beside } from '../../src/cli/beside.ts';
import { marbles } from '../support/marbles.ts';

describe('beside', () => {
  it('tells the latest of both whenever either changes, and ends with the source', () => {
    marbles(({ cold, hot, expectObservable, expectSubscriptions }) => {
      const source = hot('   a---b---|');
      const other = cold('   x-y-------z');
      const subs = '         ^-------!';
      const expected = '     m-n-o---|';
      const values = { m: ['a', 'x'], n: ['a', 'y'], o: ['b', 'y'] };
      expectObservable(source.pipe(beside(other))).toBe(expected, values);
      expectSubscriptions(other.subscriptions).toBe(subs);
    });
  });

  it('ends with a source that has nothing, and fails with either', () => {
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold('--|').pipe(beside(cold('x---')))).toBe('--|');
      expectObservable(cold('a-#').pipe(beside(cold('x---')))).toBe('m-#', { m: ['a', 'x'] });
      expectObservable(cold('a---').pipe(beside(cold('x-#')))).toBe('m-#', { m: ['a', 'x'] });
    });
  });
});
