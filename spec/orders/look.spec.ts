import { timer } from 'rxjs';
import { latestOf, look$, type Seen } from '../../src/orders/look.ts';
import type { Look } from '../../src/orders/resolve.ts';
import { rivalsOf } from '../../src/orders/rivals.ts';
import { marbles } from '../support/marbles.ts';
import { order } from './support/order.ts';
import { answering, refusal, session } from './support/scripted.ts';

const ours = order({ OrderId: 9, ClientOrderId: 5 });
const wanted = {
  AccountId: 7,
  ClientOrderId: 5,
  OrderId: 9,
  rivals: { ...rivalsOf(new Set([8]), true), listed: new Set([6]), isListDue: false },
};
type Answers = Parameters<typeof answering>[0];

const seen = (asked: Look['asked'], answers: Answers): readonly Seen[] => {
  const list: Seen[] = [];
  marbles(({ flush }) => {
    const { client } = session(answering(answers), 200);
    client.state$.subscribe();
    timer(1).subscribe(() => look$(client, wanted, asked).subscribe((one) => list.push(one)));
    flush();
  });
  return list;
};

describe('look$', () => {
  const history = (rows: unknown): Answers => ({ GetOrdersHistory: () => rows });
  it.each<readonly [string, Look['asked'], Answers, Partial<Seen>]>([
    ['finds it in the history', 'history', history([ours]), { rows: [ours], isClean: false }],
    ['says that a whole list is without it', 'history', history([]), { rows: [], isClean: true }],
    [
      'takes no order that had the id before',
      'history',
      history([{ ...ours, OrderId: 8 }]),
      { isClean: true },
    ],
    [
      'takes no order of another id',
      'history',
      history([order({ OrderId: 3 })]),
      { rows: [], isClean: true },
    ],
    ['says nothing of a list that left rows out', 'history', history(['odd']), { rows: [], isClean: false }],
    [
      'finds it among the open ones',
      'both',
      { GetOpenOrders: () => [ours] },
      { rows: [ours], isClean: false },
    ],
    ['wants both lists to be without it', 'both', {}, { rows: [], isClean: true }],
    [
      'is not clean where one of two lists is refused',
      'both',
      { GetOpenOrders: () => refusal(102) },
      { rows: [], isClean: false, error: expect.objectContaining({ code: 102 }) as never },
    ],
    ['asks for the one order', 'status', { GetOrderStatus: () => ours }, { rows: [ours], isClean: false }],
    ['takes "not found" for an answer', 'status', { GetOrderStatus: () => refusal(104) }, { isClean: true }],
    ['takes no other error for one', 'status', { GetOrderStatus: () => refusal(20) }, { isClean: false }],
  ])('%s', (_name, asked, answers, expected) => {
    expect(seen(asked, answers)).toEqual([expect.objectContaining(expected)]);
  });

  it('asks for the account, the id and ten rows', () => {
    const asked: unknown[] = [];
    seen('history', { GetOrdersHistory: (payload) => (asked.push(payload), []) });
    expect(asked).toEqual([expect.objectContaining({ AccountId: 7, ClientOrderId: 5, Depth: 10 })]);
  });
});

describe('latestOf', () => {
  it('is the one that was received last', () => {
    const rows = [ours, order({ OrderId: 12 }), order({ OrderId: 11 })];
    expect(latestOf(rows)?.OrderId).toBe(12);
    expect(latestOf([...rows].reverse())?.OrderId).toBe(12);
    expect(latestOf([])).toBeUndefined();
  });
});
