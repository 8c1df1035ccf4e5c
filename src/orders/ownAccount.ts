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
      : [`one of ${accounts.join(', ')}`, 'left open'];
  return new InvalidRequest('ownAccount$', [{ path: 'AccountId', expected, found }]);
};

/**
 * Asks which account the user who is logged in may act for: emits it once, in the form that whatever concerns an
 * account takes, and completes. Login needed.
 *
 * It does not choose: where there are several accounts, or none, it errors with `InvalidRequest`, which lists them. Ask
 * `GetUserAccounts` then, and write down which one is meant. Else it errors as `request$` does. Cold: each subscription
 * asks; unsubscribing stops the waiting.
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
