import type { AccountPosition } from '../../src/codec/records/AccountPosition.ts';
import type { OrderTrade } from '../../src/codec/records/OrderTrade.ts';
import { ConnectionLost } from '../../src/errors.ts';
import {
  type Account,
  type AccountInput,
  type Answer,
  newAccount,
  type Question,
} from '../../src/orders/account.ts';
import { accountStep } from '../../src/orders/accountStep.ts';
import { dueAt } from '../../src/orders/dueAt.ts';
import { balancesOf } from '../../src/orders/holdings.ts';
import type { Untimed } from '../../src/orders/now.ts';

const position = (Amount: number, Hold = 0): AccountPosition => ({
  OMSId: 1,
  AccountId: 7,
  ProductSymbol: 'BTC',
  ProductId: 2,
  Amount,
  Hold,
  PendingDeposits: 0,
  PendingWithdraws: 0,
  TotalDayDeposits: 0,
  TotalDayWithdraws: 0,
  TotalMonthWithdraws: 0,
});

const fill = (ExecutionId: number): OrderTrade =>
  ({ ...{ ExecutionId, TradeId: ExecutionId, OrderId: 5, InstrumentId: 1 }, Quantity: 1 }) as OrderTrade;

/** An account whose exchange has no orders, and these positions and fills. */
const accountOf = (
  positions: { rows: readonly AccountPosition[] },
  fills: { rows: readonly OrderTrade[] } = { rows: [] },
) => {
  let account: Account = newAccount(7, 0);
  let now = 0;
  let questions: readonly Question[] = [];
  const told: (number | bigint)[] = [];
  const take = (input: Untimed<AccountInput>): void => {
    const [next, asks] = accountStep(account, { ...input, at: now });
    account = next;
    questions = [...questions, ...asks.flatMap((ask) => (ask._tag === 'Question' ? [ask.question] : []))];
    told.push(...asks.flatMap((ask) => (ask._tag === 'Fill' ? [ask.fill.trade.ExecutionId ?? 0] : [])));
  };
  const answerOf = ({ _tag }: Question): Answer => {
    if (_tag === 'Positions') return { _tag, rows: positions.rows, leftOut: 0 };
    if (_tag === 'Trades') return { _tag, rows: fills.rows, leftOut: 0, own: new Set() };
    return { _tag: 'OpenOrders', rows: [], leftOut: 0 };
  };
  /** Takes the questions that are open, and has them answered, or not. */
  const settle = (isAnswered = true): void => {
    const open = questions;
    questions = [];
    for (const question of open) {
      const cause = new ConnectionLost(question._tag, true, 'there was no reply');
      if (isAnswered) take({ _tag: 'Answered', question, answer: answerOf(question) });
      else take({ _tag: 'Unanswered', question, cause });
    }
  };
  const wait = (): void => {
    now = dueAt(account);
    take({ _tag: 'Woken' });
  };
  take({ _tag: 'Audited', isAudited: true });
  take({ _tag: 'Subscribed' });
  settle();
  return { account: () => account, now: () => now, settle, take, told, wait };
};

describe('an audit', () => {
  it('is asked a minute after the account was proven, and proves it anew', () => {
    const { account, now, settle, wait } = accountOf({ rows: [position(1)] });
    wait();
    settle();
    expect(now()).toBe(60_000);
    expect(account()).toMatchObject({ status: 'live', provenAt: 60_000 });
  });

  it('acts on a difference of a balance the second time, and restores it', () => {
    const positions = { rows: [position(1)] };
    const { account, settle, wait } = accountOf(positions);
    positions.rows = [position(2, 0.5)];
    wait();
    settle();
    expect(account().status).toBe('live');
    wait();
    settle();
    expect(account().status).toBe('stale');
    settle();
    expect(account().status).toBe('live');
    expect(balancesOf(account()).get(2)).toMatchObject({ Amount: 2, Hold: 0.5, available: 1.5 });
  });

  it('finds a fill that no event has told, and has it told', () => {
    const fills = { rows: [fill(1)] };
    const { account, settle, told, wait } = accountOf({ rows: [] }, fills);
    fills.rows = [fill(2), fill(1)];
    wait();
    settle();
    expect([account().status, told]).toEqual(['live', []]);
    wait();
    settle();
    settle();
    expect([account().status, told]).toEqual(['live', [2]]);
  });

  it('says that the account is stale when two in a row were not answered', () => {
    const { account, settle, wait } = accountOf({ rows: [position(1)] });
    wait();
    settle(false);
    expect(account().status).toBe('live');
    wait();
    settle(false);
    expect(account().status).toBe('stale');
  });
});
