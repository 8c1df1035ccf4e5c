import { map, timer } from 'rxjs';
import { newAccount } from '../../src/orders/account.ts';
import { once, trustOf, trustParts, view$ } from '../../src/orders/view.ts';
import { marbles } from '../support/marbles.ts';
import { session } from './support/scripted.ts';

describe('once', () => {
  it('makes a value when it is first asked for, and never again, be it nothing', () => {
    let made = 0;
    const value = once((): number | undefined => {
      made += 1;
      return undefined;
    });
    expect(made).toBe(0);
    expect([value(), value()]).toEqual([undefined, undefined]);
    expect(made).toBe(1);
  });
});

describe('trustOf', () => {
  it('shows the times in the time of day, and the cause where there is one', () => {
    expect(trustOf(newAccount(7, 0))).toEqual({
      status: 'restoring',
      since: 0,
      asOf: 0,
      provenAt: 0,
      epoch: 0,
    });
  });
});

describe('view$', () => {
  it('tells the present at once, and then what has changed of its parts only', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { client, pushOrder } = session(undefined, 20);
      cold('--a-b-c').subscribe((letter) => pushOrder(letter === 'b' ? { OrderId: 2 } : {}));
      const open$ = view$(
        client,
        { AccountId: 7 },
        {},
        ({ open }) => [open],
        ({ open }) => open.size,
      );
      const trust$ = view$(client, { AccountId: 7 }, {}, trustParts, ({ status }) => status);
      expectObservable(open$.pipe(map((size) => String(size)))).toBe('0-1-2 15ms |');
      expectObservable(trust$.pipe(map((status) => status.charAt(0)))).toBe('l 19ms (r|)');
      flush();
    });
  });

  it('lets go of the engine when it is left', () => {
    marbles(({ flush }) => {
      const { client, count } = session(undefined, 30);
      const follower = view$(client, { AccountId: 7 }, {}, trustParts, ({ status }) => status).subscribe();
      timer(10).subscribe(() => follower.unsubscribe());
      timer(20).subscribe(() => expect(count('UnSubscribeAccountEvents')).toBe(1));
      flush();
    });
  });
});
