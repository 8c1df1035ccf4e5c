import { take } from 'rxjs';
import { holdEngine } from '../../src/orders/engineOf.ts';
import { type InDoubt, inDoubt$, untilKnown$ } from '../../src/orders/inDoubt.ts';
import { marbles } from '../support/marbles.ts';
import { order } from './support/order.ts';
import { session } from './support/scripted.ts';

describe('inDoubt$', () => {
  it('tells of the doubt at once, and again with each version of the order that is news', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { client, pushOrder } = session(undefined, 100);
      const { engine } = holdEngine(client, 7);
      const [standing, over] = [order({ OrderId: 9 }), order({ OrderId: 9, OrderState: 'Canceled' })];
      const pushed: Readonly<Record<string, typeof over>> = {
        s: standing,
        o: over,
        x: order({ OrderId: 8 }),
      };
      cold('    -sxsxos').subscribe((letter) => pushOrder(pushed[letter]));
      const unknown = { _tag: 'Unknown', isFinal: false, reason: 'no reply' };
      const doubt$ = inDoubt$(engine, { OrderId: 9 }, 'no reply');
      expectObservable(doubt$.pipe(take(3))).toBe('us---(o|)', {
        u: unknown,
        s: { ...unknown, order: standing },
        o: { ...unknown, order: over },
      });
      flush();
    });
  });
});

describe('untilKnown$', () => {
  const doubt: InDoubt = { _tag: 'Unknown', isFinal: false, reason: 'no reply' };
  const values = { u: doubt, e: { isFinal: true } };

  it('tells of the doubt until the outcome comes, which ends it', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const end$ = cold('  ---e--', values);
      const doubt$ = cold('u-u-u-', { u: doubt });
      expectObservable(untilKnown$(end$, doubt$)).toBe('u-u(e|)', values);
      expectSubscriptions(end$.subscriptions).toBe('  ^--!');
      expectSubscriptions(doubt$.subscriptions).toBe('^--!');
    });
  });

  it('tells of no doubt where the outcome comes at once', () => {
    marbles(({ cold, expectObservable }) => {
      expectObservable(untilKnown$(cold('(e|)', values), cold('u', { u: doubt }))).toBe('(e|)', values);
    });
  });
});
