import type { AccountPosition } from '../codec/records/AccountPosition.ts';
import type { Account, Holding } from './account.ts';
import { entriesOf, get, put } from './shelf.ts';
import { numberOfScaled, scaled, subtract } from '../codec/scalars/scaled.ts';

/** The balance of one product. */
export interface Balance extends AccountPosition {
  /** `Amount` minus `Hold`, exactly: what can be traded or withdrawn. */
  readonly available: number;
  /** Whether a list and the events agreed on it. It is false while it changes too often; the next audit asks again. */
  readonly isSettled: boolean;
}

/** A holding as it is shown. */
export const balanceOf = ({ position, isSettled }: Holding): Balance => ({
  ...position,
  available: numberOfScaled(subtract(scaled(position.Amount), scaled(position.Hold))),
  isSettled,
});

const isSame = (a: AccountPosition, b: AccountPosition): boolean =>
  a.Amount === b.Amount &&
  a.Hold === b.Hold &&
  a.PendingDeposits === b.PendingDeposits &&
  a.PendingWithdraws === b.PendingWithdraws;

const withHolding = (account: Account, holding: Holding, at: number): Account => ({
  ...account,
  arrivals: Math.max(account.arrivals, holding.arrival),
  holdings: put(account.holdings, holding.position.ProductId, holding),
  asOf: at,
});

/** Takes in what an event says of a product. */
export const takePosition = (account: Account, position: AccountPosition, at: number): Account =>
  withHolding(account, { position, arrival: account.arrivals + 1, isSettled: true }, at);

/** A list of what an account has, read against the events that came since it was asked for. */
export interface PositionsRead {
  readonly account: Account;
  /** The products that events told of meanwhile: whether the list has them already cannot be told. */
  readonly moved: readonly number[];
}

/** Takes in a list that was asked for at a count of arrivals: an event that came since beats it. */
export const takePositions = (
  account: Account,
  rows: readonly AccountPosition[],
  since: number,
  at: number,
): PositionsRead => {
  const moved: number[] = [];
  let after = account;
  for (const position of rows) {
    const known = get(after.holdings, position.ProductId);
    if (known !== undefined && known.arrival > since) moved.push(position.ProductId);
    else if (known === undefined || !known.isSettled || !isSame(known.position, position))
      after = withHolding(after, { position, arrival: known?.arrival ?? 0, isSettled: true }, at);
  }
  return { account: after, moved };
};

/** Marks products that have moved too often for a list to be compared with. */
export const asUnsettled = (account: Account, products: readonly number[]): Account => {
  let { holdings } = account;
  for (const product of products) {
    const holding = get(holdings, product);
    if (holding !== undefined) holdings = put(holdings, product, { ...holding, isSettled: false });
  }
  return { ...account, holdings };
};

/** The products of a list that are not as they are here, though no event has told of them since it was asked for. */
export const differingProducts = (
  account: Account,
  rows: readonly AccountPosition[],
  since: number,
): readonly number[] =>
  rows
    .filter((position) => {
      const known = get(account.holdings, position.ProductId);
      if (known === undefined) return true;
      const isOff = known.position.Amount !== position.Amount || known.position.Hold !== position.Hold;
      return known.isSettled && known.arrival <= since && isOff;
    })
    .map(({ ProductId }) => ProductId);

/** What the account has, by product. */
export const balancesOf = ({ holdings }: Account): ReadonlyMap<number, Balance> =>
  new Map(entriesOf(holdings).map(([product, holding]) => [Number(product), balanceOf(holding)]));
