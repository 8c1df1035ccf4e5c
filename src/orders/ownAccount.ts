import { map, type Observable } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { GetUserAccounts } from '../endpoints/user/GetUserAccounts.ts';
import { InvalidRequest } from '../errors.ts';
import { request$, type RequestOptions } from '../requests/request.ts';
import type { OfAccount } from './view.ts';

const notOne = (accounts: readonly number[]): InvalidRequest => {
  const [expected, found] =
    accounts.length === 0
      ? ['an account of the user', 'none: the user has no account']
      : [`one of ${accounts.join(', ')}`, 'not given'];
  return new InvalidRequest('ownAccount$', [{ path: 'AccountId', expected, found }]);
};

/**
 * Asks which account the logged-in user may act for. It emits that account once, in the form that functions for an
 * account take, and completes. Login needed.
 *
 * It does not choose. If the user has several accounts, or none, it errors with `InvalidRequest`, which lists them.
 * Then pick one, for example with `GetUserAccounts`, and pass its id yourself. Otherwise it errors as `request$` does.
 * Cold: each subscription sends a request. Unsubscribing stops waiting for the reply.
 *
 * @example
 * ownAccount$(client)
 *   .pipe(switchMap((account) => balances$(client, account)))
 *   .subscribe(({ byProduct }) => console.log(byProduct.get(2)?.available));
 */
export const ownAccount$ = (connection: Connection, options: RequestOptions = {}): Observable<OfAccount> =>
  request$(connection, GetUserAccounts, {}, options).pipe(
    map((accounts) => {
      const [AccountId] = accounts;
      if (AccountId === undefined || accounts.length > 1) throw notOne(accounts);
      return { AccountId };
    }),
  );
