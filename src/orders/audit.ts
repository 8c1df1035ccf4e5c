import type { Order } from '../codec/records/Order.ts';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import {
  type Account,
  type Answer,
  type Ask,
  type Audit,
  type Question,
  standingOf,
  type Step,
  withStatus,
} from './account.ts';
import { differingProducts, takePositions } from './holdings.ts';
import { auditAfter } from './restore.ts';
import { entriesOf, type OrderKey } from './shelf.ts';
import { fillKey } from './standing.ts';
import { merge } from './version.ts';

/** How long after a first difference the next audit follows, in milliseconds. */
export const auditAgainAfter = 2_000;

const withAudit = (account: Account, change: Partial<Audit>): Account => ({
  ...account,
  audit: { ...account.audit, ...change },
});

/** Begins to look whether all that is kept is still true. */
export const beginAudit = (account: Account): Step => {
  const number = account.rounds + 1;
  const running = { number, left: 3, since: account.arrivals, found: [] };
  const of = { purpose: 'audit', round: number, tries: 0 } as const;
  const ask = (question: Question): Ask => ({ _tag: 'Question', question });
  return [
    withAudit({ ...account, rounds: number }, { running, dueAt: Infinity }),
    [
      ask({ ...of, _tag: 'OpenOrders' }),
      ask({ ...of, _tag: 'Trades', StartIndex: 0 }),
      ask({ ...of, _tag: 'Positions' }),
    ],
  ];
};

/** The orders of a list that are not as they are here, though no event has told of them since it was asked for. */
const differingOrders = (account: Account, rows: readonly Order[], since: number): readonly OrderKey[] => {
  const isQuiet = (OrderId: OrderKey): boolean => (standingOf(account, OrderId)?.arrival ?? 0) <= since;
  const listed = new Set<OrderKey>(rows.map(({ OrderId }) => OrderId));
  const newer = rows.filter((row) => merge(standingOf(account, row.OrderId)?.order, row).isNews);
  const absent = entriesOf(account.open).filter(([OrderId]) => !listed.has(OrderId));
  return [...newer.map(({ OrderId }) => OrderId), ...absent.map(([OrderId]) => OrderId)].filter(isQuiet);
};

/** The fills of a list that no event has told of, nor the list of a restoration. */
const untoldFills = (account: Account, rows: readonly OrderTrade[]): readonly string[] =>
  rows.flatMap((trade) => {
    const isOld = trade.TradeId <= (account.forgotten.get(trade.InstrumentId) ?? account.baseLine);
    const isKnown = standingOf(account, trade.OrderId)?.fills.has(fillKey(trade)) === true;
    return isOld || isKnown ? [] : [fillKey(trade)];
  });

const found = (account: Account, answer: Answer, since: number): readonly string[] => {
  if (answer._tag === 'OpenOrders')
    return differingOrders(account, answer.rows, since).map((id) => `order ${id}`);
  if (answer._tag === 'Trades') return untoldFills(account, answer.rows).map((key) => `fill ${key}`);
  if (answer._tag !== 'Positions') return [];
  return differingProducts(account, answer.rows, since).map((id) => `product ${id}`);
};

/** A product that moved too often to be read is read by an audit. */
const withRead = (account: Account, answer: Answer, since: number, at: number): Account => {
  if (answer._tag !== 'Positions') return account;
  const unsettled = new Set(
    entriesOf(account.holdings)
      .filter(([, { isSettled }]) => !isSettled)
      .map(([product]) => product),
  );
  const rows = answer.rows.filter(({ ProductId }) => unsettled.has(ProductId));
  return takePositions(account, rows, since, at).account;
};

/** What an audit comes to: true, doubtful until the next one, or wrong. */
const judge = (account: Account, differs: readonly string[], at: number): Account => {
  const isAgain = differs.some((one) => account.audit.found.includes(one));
  const audited = withAudit(account, { running: undefined, found: differs, unanswered: 0 });
  if (differs.length === 0)
    return { ...withAudit(audited, { dueAt: at + auditAfter }), asOf: at, provenAt: at };
  if (!isAgain) return withAudit(audited, { dueAt: at + auditAgainAfter });
  return {
    ...withStatus(withAudit(audited, { found: [] }), 'stale', at),
    repair: { ...account.repair, isWanted: true },
  };
};

/** Takes in an answer to the audit under way. A difference counts when it is there a second time. */
export const takeAudited = (account: Account, answer: Answer, at: number): Account => {
  const { running } = account.audit;
  if (running === undefined) return account;
  const differs = [...running.found, ...found(account, answer, running.since)];
  const read = withRead(account, answer, running.since, at);
  const left = running.left - 1;
  if (left > 0) return withAudit(read, { running: { ...running, left, found: differs } });
  return judge(read, differs, at);
};

/** Takes in that an audit was not answered: after two in a row nothing is known to be true. */
export const takeUnaudited = (account: Account, { round }: Question, at: number): Account => {
  if (account.audit.running?.number !== round) return account;
  const unanswered = account.audit.unanswered + 1;
  const dueAt = at + auditAgainAfter;
  const missed = withAudit(account, { running: undefined, unanswered, dueAt });
  if (unanswered < 2) return missed;
  return { ...withStatus(missed, 'stale', at), repair: { ...account.repair, isWanted: true } };
};
