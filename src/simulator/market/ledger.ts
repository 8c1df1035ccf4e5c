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

/** A ledger with the balances that the accounts start with. */
export const createLedger = (accounts: readonly AccountSpec[], products: readonly Product[]): Ledger => {
  const balances = new Map<string, Balance>();
  const changed = new Map<string, Holding>();
  const keyOf = ({ accountId, productId }: Holding): string => `${accountId}/${productId}`;
  for (const { AccountId, balances: start } of accounts) {
    for (const { ProductId, Product: symbol, DecimalPlaces } of products) {
      const nothing = decimalOf(0n, DecimalPlaces);
      const amount = add(nothing, decimal(start[symbol] ?? 0));
      balances.set(keyOf({ accountId: AccountId, productId: ProductId }), { amount, hold: nothing });
    }
  }

  const balance = (holding: Holding): Balance => {
    const found = balances.get(keyOf(holding));
    if (found === undefined) throw new RangeError(`There is no balance ${keyOf(holding)}.`);
    return found;
  };
  const set = (holding: Holding, next: Balance): void => {
    balances.set(keyOf(holding), next);
    changed.set(keyOf(holding), holding);
  };
  const hold = (holding: Holding, value: Decimal): void => {
    const before = balance(holding);
    set(holding, { amount: before.amount, hold: add(before.hold, value) });
  };
  return {
    balance,
    available: (holding) => subtract(balance(holding).amount, balance(holding).hold),
    hold,
    release: (holding, value) => hold(holding, subtract(decimalOf(0n, 0), value)),
    change: (holding, value) => {
      const before = balance(holding);
      const amount = add(before.amount, value);
      set(holding, { amount, hold: before.hold });
      return amount;
    },
    takeChanged: () => {
      const taken = [...changed.values()];
      changed.clear();
      return taken;
    },
  };
};
