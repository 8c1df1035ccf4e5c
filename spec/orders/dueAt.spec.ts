import { type Account, type Ask, newAccount, type Question } from '../../src/orders/account.ts';
import { dueAt, woken } from '../../src/orders/dueAt.ts';
import { takeFill } from '../../src/orders/takeOrder.ts';
import { trade } from './support/order.ts';

const live: Account = { ...newAccount(7, 0), isOn: true, status: 'live' };
const question: Question = { _tag: 'OpenOrders', purpose: 'restore', round: 1, tries: 1 };
const asked = (asks: readonly Ask[]): readonly unknown[] =>
  asks.map((ask) => (ask._tag === 'Question' ? ask.question._tag : ask._tag));

const repairAt: Account = { ...live, repair: { notBefore: 40, isWanted: true, pause: 5_000 } };
const laterAt: Account = {
  ...live,
  later: [
    { at: 30, question },
    { at: 50, question },
  ],
};
const auditAt: Account = { ...live, audit: { ...live.audit, isOn: true, dueAt: 60 } };

describe('what is due', () => {
  it.each<readonly [string, Account, number]>([
    ['nothing', live, Infinity],
    ['a repair that is wanted', repairAt, 40],
    ['the first question to be put again', laterAt, 30],
    ['an audit', auditAt, 60],
    ['the first of all', { ...repairAt, later: laterAt.later, audit: auditAt.audit }, 30],
    ['nothing without a link', { ...repairAt, later: laterAt.later, isOn: false }, Infinity],
    ['no audit before the account is live', { ...auditAt, status: 'restoring' }, Infinity],
    ['no audit that is off', { ...auditAt, audit: { ...auditAt.audit, isOn: false } }, Infinity],
    [
      'no check before the account is live',
      { ...live, debts: new Map([[1, { at: 5, tries: 0 }]]), status: 'stale' },
      Infinity,
    ],
    ['a check of an order', { ...live, debts: new Map([[1, { at: 5, tries: 0 }]]) }, 5],
  ])('is %s', (_what, account, time) => {
    expect(dueAt(account)).toBe(time);
  });

  it('is done when its time has come, and no sooner', () => {
    expect(woken(laterAt, 29)[1]).toEqual([]);
    const [left, asks] = woken(laterAt, 30);
    expect([asks, dueAt(left)]).toEqual([[{ _tag: 'Question', question }], 50]);
    expect(asked(woken(repairAt, 40)[1])).toEqual(['OpenOrders', 'Trades', 'Positions']);
    expect(woken(repairAt, 39)[0].round).toBeUndefined();
    const [audited, questions] = woken(auditAt, 60);
    expect([asked(questions), dueAt(audited)]).toEqual([['OpenOrders', 'Trades', 'Positions'], Infinity]);
  });

  it('asks once for the version of an order of which only a fill has told', () => {
    const [account] = takeFill(live, trade(), { how: 'event', listedIn: 0, isTold: true }, 1);
    const at = dueAt(account);
    expect([account.debts.size, Number.isFinite(at)]).toEqual([1, true]);
    const [after, asks] = woken(account, at);
    expect([asked(asks), dueAt(after)]).toEqual([['Status'], Infinity]);
  });
});
