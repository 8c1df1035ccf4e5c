import { map, timer } from 'rxjs';
import { holdEngine } from '../../src/orders/engineOf.ts';
import { leftOpen$ } from '../../src/orders/leftOpen.ts';
import { marbles } from '../support/marbles.ts';
import { order } from './support/order.ts';
import { answering, refusal, session } from './support/scripted.ts';

type Answers = Parameters<typeof answering>[0];
const standing = { OrderId: 9 };
const over = { OrderId: 9, OrderState: 'Canceled' } as const;

describe('leftOpen$', () => {
  it.each<readonly [string, Parameters<typeof order>[0], Answers, readonly number[] | undefined]>([
    ['is what is listed', standing, { GetOpenOrders: () => [order({ OrderId: 9 })] }, [9]],
    [
      'is not what is listed and known to be over',
      over,
      { GetOpenOrders: () => [order({ OrderId: 9 })] },
      [],
    ],
    ['is what stands here and is not listed', standing, { GetOrderStatus: () => order({ OrderId: 9 }) }, [9]],
    ['is not what is over by now', standing, { GetOrderStatus: () => order(over) }, []],
    ['is not what the exchange does not have', standing, { GetOrderStatus: () => refusal(104) }, []],
    ['is what cannot be asked for', standing, { GetOrderStatus: () => refusal(102) }, [9]],
    ['is not what is not wanted', { ...standing, Instrument: 2 }, {}, []],
    ['is not known where the list is not whole', standing, { GetOpenOrders: () => ['odd'] }, undefined],
    ['is not known where there is no list', standing, { GetOpenOrders: () => refusal(102) }, undefined],
  ])('%s', (_name, event, answers, expected) => {
    const told: unknown[] = [];
    marbles(({ flush }) => {
      const { client, pushOrder } = session(answering(answers), 1_000);
      const { engine } = holdEngine(client, 7);
      timer(1).subscribe(() => pushOrder(event));
      const left$ = leftOpen$(engine, ({ Instrument }) => Instrument === 1).pipe(
        map(({ left }) => left?.map(({ OrderId }) => OrderId)),
      );
      timer(10).subscribe(() => left$.subscribe((left) => told.push(left)));
      flush();
    });
    expect(told).toEqual([expected]);
  });
});
