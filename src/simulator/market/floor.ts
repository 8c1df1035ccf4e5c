import type { AccountSpec } from './account.ts';
import { type Clock, createClock } from './clock.ts';
import type { Instrument } from './instrument.ts';
import { type Ledger, createLedger } from './ledger.ts';
import { type Listing, createListing } from './listing.ts';
import { type OrderStore, createOrderStore } from './orderStore.ts';
import type { Product } from './product.ts';
import { createRandom } from './random.ts';

/** Everything a market knows: where its parts meet. */
export interface Floor {
  readonly clock: Clock;
  readonly products: readonly Product[];
  readonly accounts: ReadonlyMap<number, AccountSpec>;
  readonly listings: ReadonlyMap<number, Listing>;
  readonly ledger: Ledger;
  readonly orders: OrderStore;
  /** Numbers that rise by one, each kind for itself. */
  readonly next: (kind: 'order' | 'trade' | 'execution') => number;
}

/** What a floor is opened with. */
export interface FloorOptions {
  readonly seed: number;
  readonly now: () => number;
  readonly products: readonly Product[];
  readonly instruments: readonly Instrument[];
  readonly accounts: readonly AccountSpec[];
}

/** A floor on which nothing has happened yet. */
export const createFloor = ({ seed, now, products, instruments, accounts }: FloorOptions): Floor => {
  const counts = { order: 0, trade: 0, execution: 0 };
  return {
    clock: createClock(now),
    products,
    accounts: new Map(accounts.map((account) => [account.AccountId, account])),
    listings: new Map(
      instruments.map((instrument) => [
        instrument.InstrumentId,
        createListing(instrument, createRandom(seed + instrument.InstrumentId)),
      ]),
    ),
    ledger: createLedger(accounts, products),
    orders: createOrderStore(),
    next: (kind) => {
      counts[kind] += 1;
      return counts[kind];
    },
  };
};
