import { type Observable, timer } from 'rxjs';
import { balances$ } from '../../src/orders/balances.ts';
import { fills$ } from '../../src/orders/fills.ts';
import { createIds } from '../../src/orders/ids.ts';
import { noteSent } from '../../src/orders/isOurs.ts';
import { openOrders$ } from '../../src/orders/openOrders.ts';
import { orders$, type Orders } from '../../src/orders/orders.ts';
import type { Trust } from '../../src/streams/kept.ts';
import { marbles } from '../support/marbles.ts';
import { order } from './support/order.ts';
import { answering, refusal, session } from './support/scripted.ts';

describe('orders$', () => {
  it('keeps all orders, and tells ours from those of others', () => {
    marbles(({ flush }) => {
      noteSent(7, 77_001);
      const listed = [order({ OrderId: 2, ClientOrderId: 77_001 }), order({ OrderId: 1 })];
      const { client, pushOrder } = session(answering({ GetOpenOrders: () => listed }), 20);
      let last: Orders | undefined;
      orders$(client, { AccountId: 7 }).subscribe((orders) => (last = orders));
      timer(5).subscribe(() => pushOrder({ OrderId: 3, OrderState: 'Canceled' }));
      timer(10).subscribe(() => {
        const ids = (list: readonly { readonly OrderId: number | bigint }[] = []) =>
          list.map(({ OrderId }) => OrderId);
        expect(last).toMatchObject({ status: 'live', AccountId: 7, epoch: 1 });
        expect([ids(last?.open), ids(last?.mine), ids(last?.foreign)]).toEqual([[1, 2], [2], [1]]);
        expect([...(last?.byId.keys() ?? [])].sort()).toEqual([1, 2, 3]);
        expect([last?.find(3)?.OrderState, last?.find(4)]).toEqual(['Canceled', undefined]);
      });
      flush();
    });
  });

  it('knows the orders of an earlier run by their tag, which all who follow the account share', () => {
    const ClientOrderId = createIds({ idTag: 4, now: () => 1_704_067_260_000 })();
    marbles(({ flush }) => {
      const { client } = session(answering({ GetOpenOrders: () => [order({ ClientOrderId })] }), 20);
      const mine: unknown[] = [];
      const tell = ({ status, mine: { length } }: Orders): unknown => status === 'live' && mine.push(length);
      orders$(client, { AccountId: 7 }).subscribe(tell);
      timer(5).subscribe(() => orders$(client, { AccountId: 7 }, { idTag: 3 }).subscribe(tell));
      timer(6).subscribe(() => orders$(client, { AccountId: 7 }, { idTag: 4 }).subscribe(tell));
      timer(7).subscribe(() => orders$(client, { AccountId: 7 }).subscribe(tell));
      flush();
      expect(mine).toEqual([0, 0, 1, 1]);
    });
  });

  it('is restoring in the same turn as the link is lost, keeps what it knew readable, and is live again', () => {
    marbles(({ flush }) => {
      const { client, exchange } = session(answering({ GetOpenOrders: () => [order()] }), 30);
      const log: unknown[] = [];
      orders$(client, { AccountId: 7 }).subscribe(({ status, open, epoch }) =>
        log.push([status, open.length, epoch]),
      );
      timer(10).subscribe(() => {
        exchange.drop();
        expect(log.at(-1)).toEqual(['restoring', 1, 1]);
      });
      timer(20).subscribe(() => expect(log.at(-1)).toEqual(['live', 1, 2]));
      flush();
      expect(log.slice(0, 1)).toEqual([['live', 1, 1]]);
    });
  });

  it('leaves what it has told as it is', () => {
    marbles(({ flush }) => {
      const { client, pushOrder } = session(undefined, 20);
      const told: Orders[] = [];
      orders$(client, { AccountId: 7 }).subscribe((orders) => told.push(orders));
      for (const OrderId of [1, 2, 3]) timer(OrderId).subscribe(() => pushOrder({ OrderId }));
      flush();
      expect(told.map(({ open }) => open.length)).toEqual([0, 1, 2, 3, 3]);
    });
  });

  it('says why it cannot be had while it is tried again, and ends as failed where the exchange refuses for good', () => {
    marbles(({ flush }) => {
      const answers = [refusal(102, 'busy'), refusal(104, 'no such account')];
      const { client } = session(answering({ SubscribeAccountEvents: () => answers.shift() }), 10_000);
      const told: unknown[] = [];
      const followed = [orders$, openOrders$, balances$] as const;
      followed.forEach((follow, index) => {
        const trust$: Observable<Trust> = follow(client, { AccountId: 7 });
        trust$.subscribe({
          next: ({ status, cause }) => told.push([index, status, cause && 'code' in cause && cause.code]),
          complete: () => told.push([index, 'end']),
        });
      });
      fills$(client, { AccountId: 7 }).subscribe({ complete: () => told.push(['fills', 'end']) });
      flush();
      const of = (index: number): readonly unknown[] => [
        [index, 'restoring', 102],
        [index, 'failed', 104],
        [index, 'end'],
      ];
      for (const index of [0, 1, 2])
        expect(told.filter((one) => (one as readonly unknown[])[0] === index)).toEqual(of(index));
      expect(told).toContainEqual(['fills', 'end']);
    });
  });

  it('is restoring in the same turn as an event comes that cannot be read, and restores', () => {
    marbles(({ flush }) => {
      const { client, count, exchange } = session(undefined, 10_000);
      const told: string[] = [];
      orders$(client, { AccountId: 7 }).subscribe(({ status }) => told.push(status));
      timer(10).subscribe(() => {
        const asked = count('GetOpenOrders');
        told.length = 0;
        exchange.push({ name: 'OrderStateEvent', payload: { OrderId: 'odd' } });
        expect(told[0]).toBe('restoring');
        expect(count('GetOpenOrders')).toBe(asked + 1);
      });
      flush();
      expect(told).toContain('live');
    });
  });
});
