import { timer } from 'rxjs';
import { cancelAll$ } from '../../src/orders/cancelAll.ts';
import { holdEngine } from '../../src/orders/engineOf.ts';
import { lifeOf$ } from '../../src/orders/lifeOf.ts';
import { placeOrder$ } from '../../src/orders/placeOrder.ts';
import { underWay } from '../../src/orders/underWay.ts';
import { withLimits } from '../../src/orders/withLimits.ts';
import { marbles } from '../support/marbles.ts';
import { answering, bid, session, taken } from './support/scripted.ts';

describe('underWay', () => {
  it('is what was sent from here until the exchange has told of it, and nothing that is only asked for', () => {
    const counts: number[] = [];
    marbles(({ flush }) => {
      const answers = { GetOrderStatus: () => undefined, GetOrdersHistory: () => undefined };
      const { client, pushOrder } = session(answering(answers), 1_000);
      const { engine } = holdEngine(client, 7);
      const count = (): number => counts.push(underWay(engine).length);
      lifeOf$(client, { AccountId: 7, OrderId: 99 }).subscribe();
      lifeOf$(client, { AccountId: 7, ClientOrderId: 98 }).subscribe();
      count();
      placeOrder$(client, { ...bid, ClientOrderId: 5 }).subscribe();
      count();
      timer(10).subscribe(() => pushOrder({ OrderId: 9, ClientOrderId: 5 }));
      timer(20).subscribe(count);
      flush();
    });
    expect(counts).toEqual([0, 1, 0]);
  });

  it('neither denies an order nor keeps a cancel of all from being done for what is only asked for', () => {
    const tags: string[] = [];
    marbles(({ flush }) => {
      const { client } = session(
        answering({
          GetOrderStatus: () => undefined,
          SendOrder: () => undefined,
          CancelAllOrders: () => taken,
        }),
        20_000,
      );
      const limited = withLimits(client, { open: 1 });
      lifeOf$(client, { AccountId: 7, OrderId: 99 }).subscribe();
      const all$ = cancelAll$(client, { AccountId: 7, scope: 'account' });
      timer(10).subscribe(() => all$.subscribe(({ _tag }) => tags.push(_tag)));
      timer(5_000).subscribe(() => placeOrder$(limited, bid).subscribe(({ _tag }) => tags.push(_tag)));
      flush();
    });
    expect(tags.slice(0, 4)).toEqual(['Sent', 'Progress', 'Done', 'Sent']);
  });
});
