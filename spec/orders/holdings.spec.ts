import type { AccountPosition } from '../../src/codec/records/AccountPosition.ts';
import { type Account, newAccount } from '../../src/orders/account.ts';
import {
  asUnsettled,
  balancesOf,
  differingProducts,
  takePosition,
  takePositions,
} from '../../src/orders/holdings.ts';

const position = (ProductId: number, Amount: number, Hold = 0): AccountPosition => ({
  OMSId: 1,
  AccountId: 7,
  ProductId,
  ProductSymbol: `P${ProductId}`,
  Amount,
  Hold,
});
const read = (account: Account, ...rows: readonly AccountPosition[]) =>
  takePositions(account, rows, account.arrivals, 1);
const amounts = (account: Account): readonly unknown[] =>
  [...balancesOf(account).values()].map(({ ProductId, Amount }) => [ProductId, Amount]);

const known = read(newAccount(7, 0), position(1, 10), position(2, 20)).account;

describe('balancesOf', () => {
  it('shows what is available, exactly', () => {
    const { account } = read(newAccount(7, 0), position(1, 0.3, 0.1));
    expect(balancesOf(account).get(1)).toMatchObject({ available: 0.2, isSettled: true });
  });
});

describe('takePositions', () => {
  it('takes a list for true where no event has come since it was asked for', () => {
    const { account, moved } = read(known, position(1, 11), position(2, 20));
    expect([amounts(account), moved]).toEqual([
      [
        [1, 11],
        [2, 20],
      ],
      [],
    ]);
  });

  it('lets an event that came after the asking beat it, and names the product', () => {
    const since = known.arrivals;
    const moving = takePosition(known, position(1, 12), 2);
    const { account, moved } = takePositions(moving, [position(1, 11), position(2, 21)], since, 3);
    expect([amounts(account), moved]).toEqual([
      [
        [1, 12],
        [2, 21],
      ],
      [1],
    ]);
  });

  it('leaves the account as it is where nothing is new, so that nobody is told', () => {
    expect(read(known, position(1, 10), position(2, 20)).account.holdings).toBe(known.holdings);
  });

  it('marks what has moved too often, until it is read in a quiet moment', () => {
    const unsettled = asUnsettled(known, [1]);
    expect(balancesOf(unsettled).get(1)?.isSettled).toBe(false);
    expect(balancesOf(unsettled).get(2)?.isSettled).toBe(true);
    expect(balancesOf(read(unsettled, position(1, 10)).account).get(1)?.isSettled).toBe(true);
  });
});

describe('differingProducts', () => {
  it('names what no event explains, and what is not known', () => {
    const rows = [position(1, 11), position(2, 20), position(3, 1)];
    expect(differingProducts(known, rows, known.arrivals)).toEqual([1, 3]);
    const moved = takePosition(known, position(1, 12), 2);
    expect(differingProducts(moved, rows, known.arrivals)).toEqual([3]);
    expect(differingProducts(asUnsettled(known, [1]), rows, known.arrivals)).toEqual([3]);
  });
});
