import { ConnectionLost, RequestTimeout } from '../../src/errors.ts';
import { untilLost } from '../../src/requests/untilLost.ts';
import { marbles } from '../support/marbles.ts';

describe('untilLost', () => {
  it('completes where the socket is over, and passes every other error', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const lost = cold('    a-#', undefined, new ConnectionLost('Add', true, 'lost'));
      const late = cold('    a-#', undefined, new RequestTimeout('Add', true, 1));
      const subs = '         ^-!';

      expectObservable(lost.pipe(untilLost())).toBe('a-|');
      expectObservable(late.pipe(untilLost())).toBe('a-#', undefined, new RequestTimeout('Add', true, 1));
      expectSubscriptions(lost.subscriptions).toBe(subs);
    });
  });

  it('mirrors never, empty and an early unsubscribe', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const never = cold('---');

      expectObservable(never.pipe(untilLost()), '^-!').toBe('');
      expectObservable(cold('|').pipe(untilLost())).toBe('|');
      expectSubscriptions(never.subscriptions).toBe('^-!');
    });
  });
});
