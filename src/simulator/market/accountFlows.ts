import { type Decimal, add, zero } from './decimal.ts';
import type { Holding } from './ledger.ts';
import { type PeriodTotals, createPeriodTotals } from './periodTotals.ts';

/** So much of a product, and what it was worth in the notional product. */
export interface Flow {
  readonly amount: Decimal;
  readonly notional: Decimal;
}

/** What came into an account from outside, and what went there. */
export interface Flows {
  readonly deposits: PeriodTotals<Flow>;
  readonly withdraws: PeriodTotals<Flow>;
}

/** The flows of every account. */
export interface AccountFlows {
  readonly of: (holding: Holding) => Flows;
}

const nothing: Flow = { amount: zero, notional: zero };
const plus = (a: Flow, b: Flow): Flow => ({
  amount: add(a.amount, b.amount),
  notional: add(a.notional, b.notional),
});

/** Nothing has come or gone. */
export const createAccountFlows = (): AccountFlows => {
  const flows = new Map<string, Flows>();
  return {
    of: ({ accountId, productId }) => {
      const key = `${accountId}/${productId}`;
      const found = flows.get(key) ?? {
        deposits: createPeriodTotals(nothing, plus),
        withdraws: createPeriodTotals(nothing, plus),
      };
      flows.set(key, found);
      return found;
    },
  };
};
