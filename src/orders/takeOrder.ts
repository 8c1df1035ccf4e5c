import type { Order } from '../codec/records/Order.ts';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import { type Account, type Ask, forEach, type How, standingOf, type Step } from './account.ts';
import { putRecent, withoutRecent } from './recent.ts';
import { entriesOf, type OrderKey, put, type Shelf, without } from './shelf.ts';
import { debtOf, emptyStanding, type Novelty, noveltyOf, type Standing, withFill } from './standing.ts';
import { isOver, merge } from './version.ts';

/** How long fills may stay behind what an order says was executed, or before it, in milliseconds. */
export const fillsWithin = 1_000;

/** Of what is let go only the greatest id of a trade stays, so that an old fill is not taken for a new one. */
const forget = (forgotten: Account['forgotten'], gone: Shelf<Standing>): Account['forgotten'] => {
  if (gone.size === 0) return forgotten;
  const greatest = new Map(forgotten);
  for (const [, { fills }] of entriesOf(gone))
    for (const { trade } of fills.values()) {
      const known = greatest.get(trade.InstrumentId) ?? 0;
      if (trade.TradeId > known) greatest.set(trade.InstrumentId, trade.TradeId);
    }
  return greatest;
};

const withDebt = (account: Account, OrderId: OrderKey, standing: Standing, at: number): Account['debts'] => {
  const isOwed = !standing.isGone && debtOf(standing) !== 'none';
  const debt = account.debts.get(OrderId);
  // What was asked for in vain is asked for once more when there is news.
  const isKnown = isOwed ? debt !== undefined && debt.tries < Infinity : debt === undefined;
  if (isKnown) return account.debts;
  const debts = new Map(account.debts);
  if (isOwed) debts.set(OrderId, { at: at + fillsWithin, tries: 0 });
  else debts.delete(OrderId);
  return debts;
};

/** An account with what is known of an order now. */
export const withStanding = (
  account: Account,
  OrderId: OrderKey,
  standing: Standing,
  at: number,
): Account => {
  const debts = withDebt(account, OrderId, standing, at);
  const isOpen = standing.order !== undefined && !standing.isGone && !isOver(standing.order);
  if (isOpen) {
    const open = put(account.open, OrderId, standing);
    return { ...account, open, rest: withoutRecent(account.rest, OrderId), debts, asOf: at };
  }
  const [rest, gone] = putRecent(account.rest, OrderId, standing);
  const forgotten = forget(account.forgotten, gone);
  return { ...account, open: without(account.open, OrderId), rest, forgotten, debts, asOf: at };
};

/** Takes in a version of an order, of whatever age: news is told, the date of a known version is kept, all else is old. */
export const takeVersion = (account: Account, told: Order, how: How, at: number): Step => {
  const { OrderId } = told;
  const standing = standingOf(account, OrderId) ?? emptyStanding;
  const { order: known } = standing;
  const { order, isNews, isContradiction } = merge(known, told);
  const asks: readonly Ask[] =
    isContradiction && known !== undefined ? [{ _tag: 'Contradicted', known, told }] : [];
  if (!isNews && order === known) return [{ ...account, asOf: at }, asks];
  const arrivals = account.arrivals + 1;
  const next = isNews ? { ...standing, order, arrival: arrivals, isGone: false } : { ...standing, order };
  const after = withStanding({ ...account, arrivals }, OrderId, next, at);
  return [after, isNews ? [...asks, { _tag: 'Told', OrderId, how }] : asks];
};

/** Takes in some versions. */
export const takeVersions = (account: Account, rows: readonly Order[], how: How, at: number): Step =>
  forEach(account, rows, (before, order) => takeVersion(before, order, how, at));

/** Where a fill was learnt. */
export interface FillSource {
  readonly how: How;
  /** The restoration in whose list it was; 0 for none. */
  readonly listedIn: number;
  /** Whether the followers of fills are to hear of it. */
  readonly isTold: boolean;
}

/** A known fill is not told. Of any other the order is told, and those who follow fills if they are to hear of it. */
const asksOf = (novelty: Novelty, trade: OrderTrade, { how, isTold }: FillSource): readonly Ask[] => {
  if (novelty === 'known') return [];
  const told: Ask = { _tag: 'Told', OrderId: trade.OrderId, how };
  const _tag = novelty === 'revised' ? 'Revised' : 'Fill';
  return isTold ? [{ _tag: 'Fill', fill: { _tag, trade } }, told] : [told];
};

/**
 * Takes in a fill, which is told where it was not before.
 *
 * @param earlier The account as it was before the list that the fill is of. What it knew may have been let go of since.
 */
export const takeFill = (
  account: Account,
  trade: OrderTrade,
  source: FillSource,
  at: number,
  earlier: Account = account,
): Step => {
  const { OrderId } = trade;
  const standing = standingOf(account, OrderId) ?? standingOf(earlier, OrderId) ?? emptyStanding;
  const novelty = noveltyOf(standing, trade);
  // That a known one was in a list is kept: what lies behind it in the next list is known too.
  const isOld = novelty === 'known' && source.listedIn === 0;
  const after = isOld
    ? { ...account, asOf: at }
    : withStanding(account, OrderId, withFill(standing, trade, source), at);
  return [after, asksOf(novelty, trade, source)];
};

/** Takes in the fills of a list, which has the newest first. To note where they were may let go of orders of the list. */
export const takeFills = (
  account: Account,
  rows: readonly OrderTrade[],
  sourceOf: (trade: OrderTrade) => FillSource,
  at: number,
): Step =>
  forEach(account, [...rows].reverse(), (before, trade) =>
    takeFill(before, trade, sourceOf(trade), at, account),
  );

/** Lets go of an order that the exchange does not have any more, without saying what became of it. */
export const takeGone = (account: Account, OrderId: OrderKey, at: number): Step => {
  const standing = standingOf(account, OrderId);
  if (standing === undefined) return [account, []];
  const after = withStanding(account, OrderId, { ...standing, isGone: true }, at);
  return [after, [{ _tag: 'Told', OrderId, how: 'status' }]];
};
