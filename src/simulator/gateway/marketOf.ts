import { checkOptions } from '../../misfits.ts';
import type { AccountSpec } from '../market/account.ts';
import { defaultAccounts, defaultCrowdAccountIds } from '../market/catalogue.ts';
import type { Disorder } from '../market/disorder.ts';
import { createMarket, type Market } from '../market/market.ts';
import type { MarketEvent } from '../market/event.ts';
import type { Behaviour } from './behaviour.ts';
import type { ExchangeOptions } from './options.ts';
import { changeShapes } from './specShapes.ts';
import { isPermitted, type SimulatedUser } from './users.ts';

const sameAs =
  ({ AccountId }: AccountSpec) =>
  (other: AccountSpec): boolean =>
    other.AccountId === AccountId;

const crowdMissingFrom = (accounts: readonly AccountSpec[]): readonly AccountSpec[] =>
  defaultAccounts.filter(
    (account) => defaultCrowdAccountIds.includes(account.AccountId) && !accounts.some(sameAs(account)),
  );

const accountsFor = (
  users: readonly SimulatedUser[],
  accounts: readonly AccountSpec[],
): readonly AccountSpec[] => {
  const balances = defaultAccounts[0]?.balances ?? {};
  const missing = users.flatMap(({ userId, userName, accounts: own }) =>
    own
      .filter((id) => !accounts.some(({ AccountId }) => AccountId === id))
      .map((AccountId) => ({
        AccountId,
        AccountName: userName,
        UserId: userId,
        UserName: userName,
        balances,
      })),
  );
  const once = new Map(missing.map((account) => [account.AccountId, account]));
  return [...accounts, ...once.values(), ...crowdMissingFrom(accounts)];
};

/** Whether a user can listen to an account; those of the crowd are nobody's, unless there is an operator. */
const isReachedBy = (users: readonly SimulatedUser[]): ((accountId: number) => boolean) => {
  const reached = new Set(users.flatMap(({ accounts }) => accounts));
  const reachesAll = users.some((user) => isPermitted(user, 'Operator'));
  return (accountId) => reachesAll || reached.has(accountId);
};

/** What the exchange that a market belongs to has beside it. */
interface Owner {
  readonly users: readonly SimulatedUser[];
  readonly now: () => number;
  readonly behaviour: Behaviour;
  readonly disorder: Disorder;
  readonly history: number;
}

/** The market of an exchange: of its products, its instruments, and the accounts of its users. */
export const marketOf = (
  { seed = 1, products, instruments, accounts = defaultAccounts }: ExchangeOptions,
  { users, now, behaviour: { takenLists, rejectEvents }, disorder, history }: Owner,
): Market =>
  createMarket({
    seed,
    now,
    accounts: accountsFor(users, accounts),
    takenLists,
    rejectEvents,
    disorder,
    history,
    isHeard: isReachedBy(users),
    ...(products === undefined ? {} : { products }),
    ...(instruments === undefined ? {} : { instruments }),
  });

/** The same market, whose actions make their events known by themselves. */
export const withPublishing = (market: Market, publish: (events: readonly MarketEvent[]) => void): Market => {
  const published = <A extends { readonly events: readonly MarketEvent[] }>(outcome: A): A => {
    publish(outcome.events);
    return outcome;
  };
  return {
    ...market,
    sendOrder: (request) => published(market.sendOrder(request)),
    cancelOrder: (request) => published(market.cancelOrder(request)),
    cancelAllOrders: (request) => published(market.cancelAllOrders(request)),
    sendOrderList: (requests) => published(market.sendOrderList(requests)),
    cancelList: (requests) => published(market.cancelList(requests)),
    cancelReplaceOrder: (request) => published(market.cancelReplaceOrder(request)),
    cancelReplaceList: (requests) => published(market.cancelReplaceList(requests)),
    modifyOrder: (request) => published(market.modifyOrder(request)),
    reportBlockTrade: (request) => published(market.reportBlockTrade(request)),
    setSessionStatus: (instrumentId, status) => published(market.setSessionStatus(instrumentId, status)),
    changeAccount: (accountId, change) => {
      checkOptions('changeAccount', change, changeShapes);
      return published(market.changeAccount(accountId, change));
    },
    deposit: (accountId, productId, amount) => published(market.deposit(accountId, productId, amount)),
    withdraw: (accountId, productId, amount) => published(market.withdraw(accountId, productId, amount)),
    tick: () => published({ events: market.tick() }).events,
    tellCrossed: () => published({ events: market.tellCrossed() }).events,
    tellUncrossed: () => published({ events: market.tellUncrossed() }).events,
  };
};
