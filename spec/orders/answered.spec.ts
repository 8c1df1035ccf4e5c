import { GatewayError, RequestTimeout } from '../../src/errors.ts';
import { type Account, type Answer, newAccount, type Question, type Step } from '../../src/orders/account.ts';
import { answered, unanswered } from '../../src/orders/answered.ts';
import { beginRound } from '../../src/orders/restore.ts';
import { order } from './support/order.ts';

const [restoring] = beginRound({ ...newAccount(7, 0), isOn: true });
const openOrders: Question = { _tag: 'OpenOrders', purpose: 'restore', round: 1, tries: 0 };
const list = (leftOut: number): Answer => ({ _tag: 'OpenOrders', rows: [order()], leftOut });

const timeout = new RequestTimeout('GetOpenOrders', true, 10);
const unknown = new GatewayError('GetOrderStatus', { code: 104, errormsg: 'no', detail: null });

const lostTo = (account: Account, question: Question, cause: RequestTimeout | GatewayError): Step =>
  unanswered(account, { _tag: 'Unanswered', at: 100, question, cause });

describe('an answer', () => {
  it('is taken in where it is of the restoration under way, and passed over where that is of the past', () => {
    expect(answered(restoring, openOrders, list(0), 5)[0].open.size).toBe(1);
    const old: Question = { ...openOrders, round: 0 };
    expect(answered(restoring, old, list(0), 5)).toEqual([restoring, []]);
  });

  it('that leaves orders out proves none absent: what it has is taken, and it is asked again', () => {
    const [account, asks] = answered(restoring, openOrders, list(1), 5);
    expect([account.open.size, account.round?.isListRead]).toEqual([1, false]);
    expect(account.later).toEqual([{ at: 505, question: { ...openOrders, tries: 1 } }]);
    expect(asks.map(({ _tag }) => _tag)).toEqual(['Told']);
  });
});

describe('a question without an answer', () => {
  it('is asked again after a pause that doubles, and the account says why it is not whole', () => {
    const [account] = lostTo(restoring, openOrders, timeout);
    expect([account.cause, account.later]).toEqual([
      timeout,
      [{ at: 600, question: { ...openOrders, tries: 1 } }],
    ]);
    const [again] = lostTo(restoring, { ...openOrders, tries: 3 }, timeout);
    expect(again.later[0]?.at).toBe(4_100);
  });

  it('of the past is asked no more', () => {
    expect(lostTo(restoring, { ...openOrders, round: 0 }, timeout)).toEqual([restoring, []]);
  });

  it('was answered where the exchange knows no such order', () => {
    const absent: Question = { _tag: 'Status', OrderId: 9, purpose: 'restore', round: 1, tries: 0 };
    expect(lostTo(restoring, absent, unknown)[0].later).toEqual([]);
    expect(lostTo(restoring, absent, timeout)[0].later).toHaveLength(1);
  });

  it.each([
    [0, { at: 100 + 10_000, tries: 1 }],
    [2, { at: 100 + 40_000, tries: 3 }],
    [3, { at: Infinity, tries: Infinity }],
  ])('about the fills of an order is put four times: after %d', (tries, debt) => {
    const account: Account = { ...restoring, debts: new Map([[9, { at: Infinity, tries }]]) };
    const check: Question = { _tag: 'FillsOf', OrderId: 9, purpose: 'check', round: 0, tries };
    expect(lostTo(account, check, timeout)[0].debts.get(9)).toEqual(debt);
  });
});
