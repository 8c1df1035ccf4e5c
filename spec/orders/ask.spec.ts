import { timer } from 'rxjs';
import type { Question } from '../../src/orders/account.ts';
import { ask$ } from '../../src/orders/ask.ts';
import { marbles } from '../support/marbles.ts';
import { order, trade } from './support/order.ts';
import { answering, refusal, session } from './support/scripted.ts';

type Answers = Parameters<typeof answering>[0];
const round = { purpose: 'restore', round: 1, tries: 0 } as const;
const fills = [trade({ TradeTime: 7 }), trade({ TradeTime: 7, TradeId: 2, OrderId: 2 })];

const told = (question: Question, answers: Answers) => {
  const inputs: unknown[] = [];
  let sent: unknown;
  marbles(({ flush }) => {
    const { client, exchange } = session(answering(answers), 300);
    client.state$.subscribe();
    timer(1).subscribe(() =>
      ask$(client, 7, question, ({ OrderId }) => OrderId === 2).subscribe((input) => inputs.push(input)),
    );
    flush();
    const { name, payload } = exchange.received.at(-1) ?? {};
    sent = { name, ...(payload as object) };
  });
  return { inputs, sent };
};

describe('ask$', () => {
  it.each<readonly [Question, Answers, object, object]>([
    [
      { ...round, _tag: 'OpenOrders' },
      { GetOpenOrders: () => [order(), 'odd'] },
      { name: 'GetOpenOrders', AccountId: 7 },
      { _tag: 'OpenOrders', rows: [order()], leftOut: 1 },
    ],
    [
      { ...round, _tag: 'Status', OrderId: 9 },
      { GetOrderStatus: () => order({ OrderId: 9 }) },
      { name: 'GetOrderStatus', AccountId: 7, OrderId: 9 },
      { _tag: 'Status', order: order({ OrderId: 9 }) },
    ],
    [
      { ...round, _tag: 'Trades', StartIndex: 200 },
      { GetAccountTrades: () => fills },
      { name: 'GetAccountTrades', AccountId: 7, StartIndex: 200, Depth: 200 },
      { _tag: 'Trades', rows: fills, leftOut: 0, own: new Set([2]) },
    ],
    [
      { ...round, _tag: 'FillsOf', OrderId: 2 },
      { GetTradesHistory: () => fills },
      { name: 'GetTradesHistory', AccountId: 7, OrderId: 2, Depth: 200 },
      { _tag: 'FillsOf', rows: fills, leftOut: 0, own: new Set([2]) },
    ],
    [
      { ...round, _tag: 'Positions' },
      {},
      { name: 'GetAccountPositions', AccountId: 7 },
      { _tag: 'Positions', rows: [], leftOut: 0 },
    ],
  ])('puts %p', (question, answers, sent, answer) => {
    const { inputs, sent: frame } = told(question, answers);
    expect(frame).toMatchObject(sent);
    expect(inputs).toEqual([{ _tag: 'Answered', question, answer }]);
  });

  it('reads all fills of an order, page by page', () => {
    const all = Array.from({ length: 250 }, (_, index) => trade({ TradeId: 250 - index }));
    const page = ({ StartIndex = 0 }: { readonly StartIndex?: number }) =>
      all.slice(StartIndex, StartIndex + 200);
    const { inputs } = told({ ...round, _tag: 'FillsOf', OrderId: 1 }, { GetTradesHistory: page });
    expect(inputs).toMatchObject([{ answer: { _tag: 'FillsOf', rows: { length: 250 }, leftOut: 0 } }]);
  });

  it('says that there is no answer, and never errors', () => {
    const question: Question = { ...round, _tag: 'OpenOrders' };
    const refused = { GetOpenOrders: () => refusal(102) };
    expect(told(question, refused).inputs).toEqual([
      { _tag: 'Unanswered', question, cause: expect.objectContaining({ code: 102 }) as unknown },
    ]);
    const silent = { GetOpenOrders: () => undefined };
    expect(told(question, silent).inputs).toMatchObject([
      { _tag: 'Unanswered', cause: { _tag: 'RequestTimeout' } },
    ]);
  });
});
