import { asyncScheduler, type Observable, timer } from 'rxjs';
import { holdEngine } from '../../src/orders/engineOf.ts';
import { balances$ } from '../../src/orders/balances.ts';
import { cancelOrder$ } from '../../src/orders/cancelOrder.ts';
import { fills$ } from '../../src/orders/fills.ts';
import { killSwitch } from '../../src/orders/killSwitch.ts';
import { lifeOf$ } from '../../src/orders/lifeOf.ts';
import { openOrders$ } from '../../src/orders/openOrders.ts';
import { orders$ } from '../../src/orders/orders.ts';
import { placeOrder$ } from '../../src/orders/placeOrder.ts';
import { replaceOrder$ } from '../../src/orders/replaceOrder.ts';
import { marbles } from '../support/marbles.ts';
import { answering, bid, refusal, session, willing } from './support/scripted.ts';

describe('after close()', () => {
  it.each([
    ['on a living link', 0],
    ['on a lost one', 10],
  ])('nothing is left %s: no follower, no timer, no order, no engine', (_name, dropsAt) => {
    marbles(({ flush }) => {
      let isAnswering = true;
      const accept = () => ({ status: 'Accepted', errormsg: '', OrderId: 9 });
      const answer = answering({
        SendOrder: ({ ClientOrderId }) => (ClientOrderId === 5 ? accept() : undefined),
      });
      const { client, exchange, pushOrder } = session(
        (frame) => (isAnswering || frame.name === 'SubscribeAccountEvents' ? answer(frame) : undefined),
        20_000,
        { backoff: () => 5_000 },
      );
      let completed = 0;
      let begun = 0;
      const follow = (stream$: Observable<unknown>): void => {
        begun += 1;
        stream$.subscribe({ complete: () => (completed += 1) });
      };
      const AccountId = 7;
      for (const stream$ of [orders$, openOrders$, balances$, fills$]) follow(stream$(client, { AccountId }));
      const { engine } = holdEngine(client, AccountId);
      // One that stands, one in doubt, one that is being replaced and one that is being cancelled.
      follow(placeOrder$(client, { ...bid, ClientOrderId: 5 }));
      follow(placeOrder$(client, { ...bid, ClientOrderId: 6 }, { timeout: 50 }));
      pushOrder({ OrderId: 9, ClientOrderId: 5 });
      pushOrder({ OrderId: 10, ClientOrderId: 0 });
      follow(lifeOf$(client, { AccountId, OrderId: 10 }));
      isAnswering = false;
      follow(replaceOrder$(client, { ...bid, OrderIdToReplace: 9 }));
      follow(cancelOrder$(client, { AccountId, OrderId: 10 }));
      if (dropsAt > 0) timer(dropsAt).subscribe(() => exchange.drop());
      timer(15_000).subscribe(() => follow(killSwitch(client, { AccountId, scope: 'account' }).kill$));
      flush();

      expect(completed).toBe(begun);
      expect(engine.life.closed).toBe(true);
      expect(engine.routes.all()).toEqual([]);
      expect(exchange.open()).toBe(0);
      // Virtual time stands where the last timer has fired.
      expect(asyncScheduler.now()).toBe(20_000);
    });
  });

  it('an order and a command say that they may have left something at the exchange', () => {
    marbles(({ flush }) => {
      const accept = () => ({ status: 'Accepted', errormsg: '', OrderId: 9 });
      const { client, pushOrder } = session(
        answering({ SendOrder: accept, CancelOrder: () => undefined }),
        100,
      );
      const reasons: unknown[] = [];
      const follow = (
        stream$: Observable<{ readonly isFinal: boolean; readonly reason?: unknown }>,
      ): void => {
        stream$.subscribe(({ isFinal, reason }) => isFinal && reasons.push(reason));
      };
      follow(placeOrder$(client, { ...bid, ClientOrderId: 5 }));
      timer(5).subscribe(() => pushOrder({ OrderId: 9, ClientOrderId: 5 }));
      timer(10).subscribe(() => follow(cancelOrder$(client, { AccountId: 7, OrderId: 9 })));
      flush();
      expect(reasons).toEqual([
        expect.stringMatching(/^the client was closed: the order may be open at the exchange still/),
        expect.stringMatching(/^the client was closed: the exchange may act on the command still/),
      ]);
    });
  });

  it('nothing is left of an account that somebody has followed and left', () => {
    marbles(({ flush }) => {
      const { client, count } = session(willing, 100);
      const followers = [orders$, openOrders$, balances$].map((follow) =>
        (follow as typeof orders$)(client, { AccountId: 7 }).subscribe(),
      );
      const { engine, end } = holdEngine(client, 7);
      end.unsubscribe();
      timer(10).subscribe(() => followers.forEach((follower) => follower.unsubscribe()));
      timer(20).subscribe(() => {
        expect(count('UnSubscribeAccountEvents')).toBe(1);
        expect(engine.life.closed).toBe(true);
      });
      flush();
      expect(asyncScheduler.now()).toBe(100);
    });
  });
});

describe('where the exchange refuses the stream of the account for good', () => {
  it('orders that stand end with the refusal, and do not stand for ever as they stood', () => {
    marbles(({ flush }) => {
      let isThere = true;
      const { client, exchange, pushOrder } = session(
        answering({
          SendOrder: () => ({ status: 'Accepted', errormsg: '', OrderId: 9 }),
          SubscribeAccountEvents: () => (isThere ? { Subscribed: true } : refusal(104)),
        }),
        400_000,
      );
      const told: unknown[] = [];
      const follow = (life$: ReturnType<typeof placeOrder$>): void => {
        life$.subscribe(({ _tag, isFinal, reason }) =>
          told.push([asyncScheduler.now(), _tag, isFinal, reason]),
        );
      };
      follow(placeOrder$(client, { ...bid, ClientOrderId: 5 }));
      timer(5).subscribe(() => pushOrder({ OrderId: 9, ClientOrderId: 5 }));
      timer(10).subscribe(() => follow(lifeOf$(client, { AccountId: 7, OrderId: 9 })));
      timer(20).subscribe(() => {
        isThere = false;
        exchange.drop();
      });
      flush();
      const refused = expect.objectContaining({ _tag: 'GatewayError', code: 104 }) as unknown;
      expect(told.slice(-2)).toEqual(Array(2).fill([25, 'Unresolved', true, refused]));
    });
  });
});
