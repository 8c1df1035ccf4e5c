import { timer } from 'rxjs';
import { type Modification, modifyOrder$ } from '../../src/orders/modifyOrder.ts';
import { marbles } from '../support/marbles.ts';
import { order } from './support/order.ts';
import { answering, refusal, session, taken } from './support/scripted.ts';

type Answers = Parameters<typeof answering>[0];
const working = order({ OrderId: 9, Quantity: 1, QuantityExecuted: 0.5 });
const lowered = (Quantity: number) => ({ ...working, Quantity, ChangeReason: 'UserModified' as const });
const filled = order({ OrderId: 9, OrderState: 'FullyExecuted', QuantityExecuted: 1.5, Quantity: 0 });

const told = (answers: Answers, event?: typeof working): readonly Modification['_tag'][] => {
  const tags: Modification['_tag'][] = [];
  marbles(({ flush }) => {
    const one = session(answering({ GetOpenOrders: () => [working], ...answers }), 100_000);
    const params = { AccountId: 7, InstrumentId: 1, OrderId: 9, Quantity: '0.8' };
    timer(1).subscribe(() => modifyOrder$(one.client, params).subscribe(({ _tag }) => tags.push(_tag)));
    if (event !== undefined) timer(11).subscribe(() => one.pushOrder(event));
    flush();
  });
  return tags;
};

describe('modifyOrder$', () => {
  const ModifyOrder = () => taken;
  it.each<readonly [string, Answers, typeof working | undefined, readonly Modification['_tag'][]]>([
    ['the open quantity is what was asked for', { ModifyOrder }, lowered(0.8), ['Sent', 'Taken', 'Modified']],
    ['the whole quantity is', { ModifyOrder }, lowered(0.3), ['Sent', 'Taken', 'Modified']],
    ['it was filled meanwhile', { ModifyOrder }, filled, ['Sent', 'Taken', 'TooLate']],
    ['the exchange says no', { ModifyOrder: () => refusal(100) }, undefined, ['Sent', 'Refused']],
    [
      'it came too late',
      { ModifyOrder: () => refusal(104), GetOrderStatus: () => filled },
      undefined,
      ['Sent', 'TooLate'],
    ],
    ['the answer is lost, and an event says it', {}, lowered(0.8), ['Sent', 'Modified']],
    ['the answer is lost, and nobody can tell', {}, undefined, ['Sent', 'Unknown', 'Unresolved']],
    [
      'the answer neither says yes nor no, and an event says it',
      { ModifyOrder: () => refusal(102) },
      lowered(0.8),
      ['Sent', 'Unknown', 'Modified'],
    ],
    [
      'the order is open with another quantity',
      { ModifyOrder, GetOrderStatus: () => lowered(0.7) },
      undefined,
      ['Sent', 'Taken', 'Unresolved'],
    ],
  ])('says it where %s', (_name, answers, event, expected) => {
    expect(told(answers, event)).toEqual(expected);
  });
});
