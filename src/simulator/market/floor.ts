import type { AccountSpec } from './account.ts';
import { type AccountFlows, createAccountFlows } from './accountFlows.ts';
import { type AccountTurnovers, createAccountTurnovers } from './accountTurnovers.ts';
import { feeAccount } from './catalogue.ts';
import { type Clock, createClock } from './clock.ts';
import type { Disorder } from './disorder.ts';
import { feeRatesFromSpec } from './feeRates.ts';
import { type History, createHistory } from './history.ts';
import { type InstrumentSpec, instrumentFromSpec } from './instrument.ts';
import { type Journal, createJournal } from './journal.ts';
import { type Ledger, createLedger } from './ledger.ts';
import { type LinkedOrders, createLinkedOrders } from './linkedOrders.ts';
import { type Listing, createListing } from './listing.ts';
import type { OrderObject } from './orderObject.ts';
import { type OrderStore, createOrderStore } from './orderStore.ts';
import type { OrderTrade } from './orderTrade.ts';
import type { Product } from './product.ts';
import { createRandom } from './random.ts';

/** Everything a market knows: where its parts meet. */
export interface Floor {
  readonly clock: Clock;
  readonly disorder: Disorder;
  /** Whether anybody can listen to an account; what happens to others is not told. */
  readonly isHeard: (accountId: number) => boolean;
  readonly products: ReadonlyMap<number, Product>;
  /** As they are at present. */
  readonly accounts: Map<number, AccountSpec>;
  readonly listings: ReadonlyMap<number, Listing>;
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly orders: OrderStore;
  readonly links: LinkedOrders;
  /** The executions of each account. */
  readonly trades: History<OrderTrade>;
  /** The block trades of each instrument, two orders each. */
  readonly blockTrades: History<OrderObject>;
  readonly turnovers: AccountTurnovers;
  readonly flows: AccountFlows;
  /** Numbers that rise by one, each kind for itself. */
  readonly next: (kind: 'order' | 'trade' | 'execution' | 'ticket') => number;
}

/** What a floor is opened with. */
export interface FloorOptions {
  readonly seed: number;
  readonly now: () => number;
  readonly products: readonly Product[];
  readonly instruments: readonly InstrumentSpec[];
  readonly accounts: readonly AccountSpec[];
  readonly disorder: Disorder;
  readonly isHeard: (accountId: number) => boolean;
  /** How many executions and transactions of an account are kept; a fifth of that of orders and trades. */
  readonly history: number;
}

const fewer = (history: number): number => Math.ceil(history / 5);

const openListing = (
  spec: InstrumentSpec,
  { products, seed, history }: Pick<FloorOptions, 'products' | 'seed' | 'history'>,
): Listing =>
  createListing(instrumentFromSpec(spec, products), {
    fees: feeRatesFromSpec(spec),
    random: createRandom(seed + spec.InstrumentId),
    trades: fewer(history),
  });

/** The accounts with that of the fees among them. */
const withFeeAccount = (accounts: readonly AccountSpec[]): readonly AccountSpec[] =>
  accounts.some(({ AccountId }) => AccountId === feeAccount.AccountId) ? accounts : [...accounts, feeAccount];

/** A floor on which nothing has happened yet; throws a RangeError where an instrument names an unknown product. */
export const createFloor = (options: FloorOptions): Floor => {
  const { now, products, instruments, disorder, isHeard, history } = options;
  const counts = { order: 0, trade: 0, execution: 0, ticket: 0 };
  const accounts = withFeeAccount(options.accounts);
  return {
    clock: createClock(now, disorder.areTicksSlow),
    disorder,
    isHeard,
    products: new Map(products.map((product) => [product.ProductId, product])),
    accounts: new Map(accounts.map((account) => [account.AccountId, account])),
    listings: new Map(instruments.map((spec) => [spec.InstrumentId, openListing(spec, options)])),
    ledger: createLedger(accounts, products),
    journal: createJournal(history),
    orders: createOrderStore(fewer(history)),
    links: createLinkedOrders(),
    trades: createHistory(history),
    blockTrades: createHistory(history),
    turnovers: createAccountTurnovers(),
    flows: createAccountFlows(),
    next: (kind) => {
      counts[kind] += 1;
      return counts[kind];
    },
  };
};
