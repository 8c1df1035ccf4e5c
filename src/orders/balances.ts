import type { Observable } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import type { Trust } from '../streams/kept.ts';
import { once, view$, type AccountOptions, type OfAccount, trustOf, trustParts } from './view.ts';
import { type Balance, balancesOf } from './holdings.ts';

/** What an account has. */
export interface Balances extends Trust {
  readonly AccountId: number;
  /** By product, see {@link Balance}. */
  readonly byProduct: ReadonlyMap<number, Balance>;
}

/**
 * What an account has, by product, kept true over losses of the connection as {@link orders$} is. A balance and a fill
 * are not of the same moment: the exchange tells one after the other.
 *
 * What the exchange lists has no version, so after a loss it is asked for until nothing moves meanwhile, three times at
 * most; what still moves is `isSettled: false` until the next audit.
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
