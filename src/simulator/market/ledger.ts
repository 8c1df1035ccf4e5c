import { type Decimal, add, decimal, decimalOf, subtract } from './decimal.ts';
import type { AccountSpec } from './account.ts';
import type { Product } from './product.ts';

/** What an account has of a product. */
export interface Balance {
  readonly amount: Decimal;
  /** What open orders may spend of it. */
  readonly hold: Decimal;
}

/** One account's share of one product. */
export interface Holding {
  readonly accountId: number;
  readonly productId: number;
}

/** Who owns what. */
export interface Ledger {
  readonly balance: (holding: Holding) => Balance;
  /** Amount - hold. */
  readonly available: (holding: Holding) => Decimal;
  /** Sets more aside; whether there is enough was asked before. */
  readonly hold: (holding: Holding, value: Decimal) => void;
  readonly release: (holding: Holding, value: Decimal) => void;
  /** Adds to an amount, or takes from it where the value is below 0; gives back the amount after it. */
  readonly change: (holding: Holding, value: Decimal) => Decimal;
  /** The holdings that changed since the last call, each once. */
  readonly takeChanged: () => readonly Holding[];
}

/** A holding, and what there is of it at present. */
interface Entry {
  readonly holding: Holding;
  balance: Balance;
}

const openingEntries = (
  { AccountId: accountId, balances }: AccountSpec,
  products: readonly Product[],
): ReadonlyMap<number, Entry> =>
  new Map(
    products.map(({ ProductId: productId, Product: symbol, DecimalPlaces }) => {
      const nothing = decimalOf(0n, DecimalPlaces);
      const amount = add(nothing, decimal(balances[symbol] ?? 0));
      return [productId, { holding: { accountId, productId }, balance: { amount, hold: nothing } }];
    }),
  );

/** A ledger with the balances that the accounts start with. */
export const createLedger = (accounts: readonly AccountSpec[], products: readonly Product[]): Ledger => {
  const entries = new Map<number, ReadonlyMap<number, Entry>>(
    accounts.map((account) => [account.AccountId, openingEntries(account, products)]),
  );
  const changed = new Set<Entry>();

  const entryOf = ({ accountId, productId }: Holding): Entry => {
    const found = entries.get(accountId)?.get(productId);
    if (found === undefined) throw new RangeError(`There is no balance ${accountId}/${productId}.`);
    return found;
  };
  const set = (entry: Entry, next: Balance): void => {
    entry.balance = next;
    changed.add(entry);
  };
  const setHold = (holding: Holding, after: (hold: Decimal) => Decimal): void => {
    const entry = entryOf(holding);
    set(entry, { amount: entry.balance.amount, hold: after(entry.balance.hold) });
  };
  return {
    balance: (holding) => entryOf(holding).balance,
    available: (holding) => {
      const { amount, hold } = entryOf(holding).balance;
      return subtract(amount, hold);
    },
    hold: (holding, value) => setHold(holding, (hold) => add(hold, value)),
    release: (holding, value) => setHold(holding, (hold) => subtract(hold, value)),
    change: (holding, value) => {
      const entry = entryOf(holding);
      const amount = add(entry.balance.amount, value);
      set(entry, { amount, hold: entry.balance.hold });
      return amount;
    },
    takeChanged: () => {
      const taken = [...changed].map(({ holding }) => holding);
      changed.clear();
      return taken;
    },
  };
};
