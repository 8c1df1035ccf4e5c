import { timer } from 'rxjs';
import { noteSent } from '../../src/orders/isOurs.ts';
import { orders$, type Orders } from '../../src/orders/orders.ts';
import { marbles } from '../support/marbles.ts';
import { order } from './support/order.ts';
import { answering, session } from './support/scripted.ts';

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
});
