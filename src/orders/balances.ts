import type { Observable } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import type { Trust } from '../streams/kept.ts';
import type { AccountOptions } from './engineOf.ts';
import { once, view$, type OfAccount, trustOf, trustParts } from './view.ts';
import { type Balance, balancesOf } from './holdings.ts';

/** The balances of an account. */
export interface Balances extends Trust {
  readonly AccountId: number;
  /** The balances by product id, see {@link Balance}. */
  readonly byProduct: ReadonlyMap<number, Balance>;
}

/**
 * The balances of an account by product, kept up to date over reconnects as {@link orders$} does. A balance and the
 * fill that changes it do not arrive together: the exchange reports one after the other.
 *
 * The exchange's list of balances has no version. So after a reconnect it is requested until no balance changes
 * meanwhile, at most three times. A balance that still changes has `isSettled: false` until the next audit.
 *
 * @example
 * balances$(client, { AccountId }).subscribe(({ byProduct }) => console.log(byProduct.get(2)?.available));
 */
export const balances$ = (
  connection: Connection,
  of: OfAccount,
  options: AccountOptions = {},
): Observable<Balances> =>
  view$(
    connection,
    of,
    options,
    (account) => [account.holdings, ...trustParts(account)],
    (account) => {
      const byProduct = once(() => balancesOf(account));
      return {
        ...trustOf(account),
        AccountId: account.AccountId,
        get byProduct() {
          return byProduct();
        },
      };
    },
  );
