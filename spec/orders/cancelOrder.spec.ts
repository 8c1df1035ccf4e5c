import { timer } from 'rxjs';
import { type Cancel, type CancelOptions, cancelOrder$ } from '../../src/orders/cancelOrder.ts';
import { marbles } from '../support/marbles.ts';
import { order } from './support/order.ts';
import { answering, refusal, session, taken } from './support/scripted.ts';

type Answers = Parameters<typeof answering>[0];
const working = order({ OrderId: 9 });
const filled = order({ OrderId: 9, OrderState: 'FullyExecuted', QuantityExecuted: 1, Quantity: 0 });
const canceled = order({ OrderId: 9, OrderState: 'Canceled' });

/** What is told of a cancel; an event says after 10 ms how the order is then, where one comes. */
const told = (answers: Answers, event?: typeof working, options: CancelOptions = {}) => {
  const tags: Cancel['_tag'][] = [];
  let count = 0;
  marbles(({ flush }) => {
    const one = session(answering({ GetOpenOrders: () => [working], ...answers }), 100_000);
    timer(1).subscribe(() =>
      cancelOrder$(one.client, { AccountId: 7, OrderId: 9 }, options).subscribe(({ _tag }) =>
        tags.push(_tag),
      ),
    );
    if (event !== undefined) timer(11).subscribe(() => one.pushOrder(event));
    flush();
    count = one.count('CancelOrder');
  });
  return { tags, count };
};

describe('cancelOrder$', () => {
  it.each<readonly [string, Answers, typeof working | undefined, readonly Cancel['_tag'][]]>([
    [
      'an event says that it is canceled',
      { CancelOrder: () => taken },
      canceled,
      ['Sent', 'Taken', 'Canceled'],
    ],
    ['it was filled meanwhile', { CancelOrder: () => taken }, filled, ['Sent', 'Taken', 'TooLate']],
    [
      'it is asked for where no event comes',
      { CancelOrder: () => taken, GetOrderStatus: () => canceled },
      undefined,
      ['Sent', 'Taken', 'Canceled'],
    ],
    [
      'it came too late, and says what the order became',
      { CancelOrder: () => refusal(104), GetOrderStatus: () => filled },
      undefined,
      ['Sent', 'TooLate'],
    ],
    [
      'the order stands 5 s later',
      { CancelOrder: () => taken, GetOrderStatus: () => working },
      undefined,
      ['Sent', 'Taken', 'StillWorking'],
    ],
    ['the exchange says no', { CancelOrder: () => refusal(20) }, undefined, ['Sent', 'Refused']],
    [
      'the exchange has no such order',
      { CancelOrder: () => refusal(104), GetOrderStatus: () => refusal(104) },
      undefined,
      ['Sent', 'Refused'],
    ],
    ['the answer is lost, and an event says it', {}, canceled, ['Sent', 'Canceled']],
    ['the answer is lost, and nobody can tell', {}, undefined, ['Sent', 'Unknown', 'Unresolved']],
    [
      'the answer neither says yes nor no, and the order goes on',
      { CancelOrder: () => refusal(102) },
      order({ OrderId: 9, Quantity: 0.5, QuantityExecuted: 0.5 }),
      ['Sent', 'Unknown', 'Unknown', 'Unresolved'],
    ],
  ])('says it where %s', (_name, answers, event, expected) => {
    expect(told(answers, event).tags).toEqual(expected);
  });

  it('sends it again where that is asked for and the order stands, and takes what is canceled then for its own', () => {
    let asked = 0;
    const answers: Answers = {
      CancelOrder: () => ((asked += 1) === 1 ? taken : refusal(104)),
      GetOrderStatus: () => (asked === 1 ? working : canceled),
    };
    expect(told(answers, undefined, { repeat: 3 })).toEqual({
      tags: ['Sent', 'Taken', 'Canceled'],
      count: 2,
    });
  });

  it('is sent once, however often it is subscribed to, and errors with what cannot be sent', () => {
    marbles(({ expectObservable, flush }) => {
      const { client, count } = session(answering({ CancelOrder: () => taken }), 50);
      const cancel$ = cancelOrder$(client, { AccountId: 7, OrderId: 9 });
      for (const time of [1, 2, 3]) timer(time).subscribe(() => cancel$.subscribe());
      for (const wrong of [{ AccountId: 7, OrderId: 'x' }, { OrderId: 9 }]) {
        const wrong$ = cancelOrder$(client, wrong as never);
        expectObservable(wrong$).toBe(
          '#',
          {},
          expect.objectContaining({ _tag: 'InvalidRequest' }) as unknown,
        );
      }
      flush();
      expect(count('CancelOrder')).toBe(1);
    });
  });
});
