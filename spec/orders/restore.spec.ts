import type { OrderTrade } from '../../src/codec/records/OrderTrade.ts';
import {
  type Account,
  type Answer,
  type Ask,
  newAccount,
  type Question,
  standingOf,
} from '../../src/orders/account.ts';
import { takePosition } from '../../src/orders/holdings.ts';
import { beginRound, takeAnswer } from '../../src/orders/restore.ts';
import { mostPasses, tradesPage } from '../../src/orders/paging.ts';
import { takeFill, takeVersion } from '../../src/orders/takeOrder.ts';
import { order, trade } from './support/order.ts';

const questions = (asks: readonly Ask[]): readonly Question[] =>
  asks.flatMap((ask) => (ask._tag === 'Question' ? [ask.question] : []));
const names = (asks: readonly Ask[]): readonly string[] => questions(asks).map(({ _tag }) => _tag);
const toldIn = (asks: readonly Ask[]): readonly unknown[] =>
  asks.flatMap((ask) => (ask._tag === 'Fill' ? [Number(ask.fill.trade.TradeId)] : []));

const answer = (account: Account, given: Answer) => takeAnswer(account, given, 5);
const list = (rows: readonly ReturnType<typeof order>[]): Answer => ({
  _tag: 'OpenOrders',
  rows,
  leftOut: 0,
});
const trades = (rows: readonly OrderTrade[], own: readonly number[] = []): Answer => ({
  _tag: 'Trades',
  rows,
  leftOut: 0,
  own: new Set(own),
});
const positions: Answer = { _tag: 'Positions', rows: [], leftOut: 0 };
const page = (from: number, count = tradesPage): readonly OrderTrade[] =>
  Array.from({ length: count }, (_, index) => trade({ TradeId: from - index, OrderId: 50 }));

/** Restored once: nothing is open, and so many fills are known. */
const restored = (rows: readonly OrderTrade[] = []): Account => {
  let [account] = beginRound({ ...newAccount(7, 0), isOn: true });
  for (const one of [list([]), trades(rows), positions]) [account] = answer(account, one);
  return account;
};

/** The link was lost meanwhile. */
const away = (account: Account): Account => ({ ...account, status: 'restoring' });

describe('a restoration', () => {
  it('asks for what is open, for what was filled, and for what there is; and is live when all is answered', () => {
    const [begun, asks] = beginRound(newAccount(7, 0));
    expect(names(asks)).toEqual(['OpenOrders', 'Trades', 'Positions']);
    const [one] = answer(begun, positions);
    const [two] = answer(one, trades([]));
    expect([one.status, two.status]).toEqual(['restoring', 'restoring']);
    const [three] = answer(two, list([order()]));
    expect(three).toMatchObject({ status: 'live', epoch: 1, provenAt: 5, open: { size: 1 } });
  });

  it('asks for each order that is open here and not there, two at a time, and assumes nothing of it', () => {
    let account = restored();
    for (const OrderId of [1, 2, 3]) [account] = takeVersion(account, order({ OrderId }), 'event', 1);
    [account] = beginRound(account);
    const [listed, asks] = answer(account, list([]));
    expect(questions(asks)).toMatchObject([
      { _tag: 'Status', OrderId: 1 },
      { _tag: 'Status', OrderId: 2 },
    ]);
    expect(listed.open.size).toBe(3);
    const done = order({ OrderId: 1, OrderState: 'FullyExecuted', QuantityExecuted: 1, Quantity: 0 });
    const [next, more] = answer(listed, { _tag: 'Status', order: done });
    expect(questions(more)).toMatchObject([{ _tag: 'Status', OrderId: 3 }]);
    expect(standingOf(next, 1)?.order?.OrderState).toBe('FullyExecuted');
  });

  it('does not ask for what an event has told of since it began', () => {
    const [begun] = beginRound(restored());
    const [moved] = takeVersion(begun, order({ OrderId: 4 }), 'event', 2);
    const [, asks] = answer(moved, list([]));
    expect(names(asks)).toEqual([]);
  });

  it('does not tell the fills that were there at the very first, unless they are of an order of ours', () => {
    const [begun] = beginRound(newAccount(7, 0));
    const rows = [trade({ TradeId: 2, OrderId: 8 }), trade({ TradeId: 1, OrderId: 9 })];
    const [, asks] = answer(begun, trades(rows, [9]));
    expect(toldIn(asks)).toEqual([1]);
  });

  it('pages through the fills until one that is known, and tells those of the outage once, the oldest first', () => {
    const [begun] = beginRound(restored(page(100, 3)));
    const [first, asks] = answer(begun, trades(page(400)));
    expect(questions(asks)).toMatchObject([{ _tag: 'Trades', StartIndex: tradesPage - 1 }]);
    expect(toldIn(asks)).toEqual([]);
    const [second, more] = answer(first, trades(page(201, 150)));
    expect(questions(more)).toMatchObject([{ _tag: 'Trades', StartIndex: 0 }]);
    const [, told] = answer(second, trades(page(402)));
    const expected = Array.from({ length: 302 }, (_, index) => 101 + index);
    expect(toldIn(told)).toEqual(expected);
    expect(names(told)).toEqual([]);
  });

  it('takes no fill that an event alone has told of for the end of the gap', () => {
    const [begun] = beginRound(restored(page(100, 3)));
    const live = { how: 'event', listedIn: 0, isTold: true } as const;
    const [heard] = takeFill(begun, trade({ TradeId: 350, OrderId: 50 }), live, 2);
    const [first, asks] = answer(heard, trades(page(400)));
    expect(names(asks)).toEqual(['Trades']);
    const [second] = answer(first, trades(page(201, 150)));
    const [, told] = answer(second, trades(page(400)));
    expect(toldIn(told)).toHaveLength(299);
  });

  it('reads the fills anew where two pages have none in common, and waits after the third time', () => {
    const [begun] = beginRound(away(restored(page(100, 3))));
    const gap = [page(700), page(300)] as const;
    let account = begun;
    const starts: unknown[] = [];
    for (const rows of [...gap, ...gap, ...gap]) {
      const [after, asks] = answer(account, trades(rows));
      starts.push(...questions(asks).map((one) => 'StartIndex' in one && one.StartIndex));
      expect(toldIn(asks)).toEqual([]);
      account = after;
    }
    expect(starts).toEqual([199, 0, 199, 0, 199]);
    expect(account.later).toMatchObject([{ at: 505, question: { _tag: 'Trades', StartIndex: 0 } }]);
    expect(account).toMatchObject({ status: 'restoring', listed: 1, cause: { _tag: 'DecodeError' } });
  });

  it('does not take a list for whole that lacks what it had, until it has waited long, and then tells', () => {
    let [account] = beginRound(away(restored(page(100, 3))));
    for (const one of [list([]), positions]) [account] = answer(account, one);
    const reports: unknown[] = [];
    const fills: unknown[] = [];
    for (const rows of [page(700), page(300), ...Array<readonly OrderTrade[]>(9).fill(page(250))]) {
      const [after, asks] = answer(account, trades(rows));
      account = after;
      expect([account.status, toldIn(asks)]).toEqual(['restoring', []]);
    }
    const [last, asks] = answer(account, trades(page(250)));
    fills.push(...toldIn(asks));
    for (const ask of asks) if (ask._tag === 'Report') reports.push(ask.error.message);
    expect(account.round?.trades?.passes).toBe(mostPasses);
    expect([last.status, last.listed]).toEqual(['live', last.rounds]);
    expect(fills).toEqual(Array.from({ length: 150 }, (_, index) => 101 + index));
    expect(reports).toEqual([expect.stringMatching(/^GetAccountTrades.*without fills that it had/)]);
  });

  it('does not count as listed what an exchange that does not page has listed', () => {
    let [account] = beginRound(restored(page(100, 3)));
    for (let nth = 0; nth < 2; nth += 1) [account] = answer(account, trades(page(700)));
    const [read, asks] = answer(account, trades(page(700)));
    expect(toldIn(asks)).toHaveLength(tradesPage);
    expect(asks.filter(({ _tag }) => _tag === 'Report')).toHaveLength(1);
    expect(read.listed).toBe(1);
    // So the next restoration still looks for what lies behind.
    const [next] = beginRound(read);
    const [, more] = answer(next, trades(page(700)));
    expect(questions(more)).toMatchObject([{ _tag: 'Trades', StartIndex: tradesPage - 1 }]);
  });

  it('reads the balances until a quiet round, three times at most', () => {
    const row = { OMSId: 1, AccountId: 7, ProductId: 1, ProductSymbol: 'BTC', Amount: 1, Hold: 0 };
    const read: Answer = { _tag: 'Positions', rows: [row], leftOut: 0 };
    let [account] = beginRound(restored());
    const readings: (readonly string[])[] = [];
    for (let reading = 0; reading < 3; reading += 1) {
      const [after, asks] = answer(takePosition(account, row, 2), read);
      readings.push(names(asks));
      account = after;
    }
    expect(readings).toEqual([['Positions'], ['Positions'], []]);
    expect(account.round?.positions).toBeUndefined();
  });
});
