import { combineLatest, concat, map, merge, mergeMap, type Observable, of } from 'rxjs';
import { wallNow } from '../../clock.ts';
import type { Connection } from '../../connection/connection.ts';
import { GetUserAccounts } from '../../endpoints/user/GetUserAccounts.ts';
import { balances$ } from '../../orders/balances.ts';
import { fills$ } from '../../orders/fills.ts';
import { orders$ } from '../../orders/orders.ts';
import { request$ } from '../../requests/request.ts';
import { type AccountChange, accountWatchable } from './accountWatchable.ts';
import { withLink } from './changesOf.ts';
import { instruments$ } from './instrument.ts';
import { patiently } from './patiently.ts';
import { type Show, shown } from './shown.ts';
import { unlessFailed } from './unlessFailed.ts';
import type { CommonChange } from './watchable.ts';

const minute = 60_000;

/** The account that is asked for, else the first that the login may act for. */
const accountId$ = (connection: Connection, asked: number | undefined): Observable<number> =>
  asked === undefined
    ? request$(connection, GetUserAccounts, {}).pipe(
        patiently(),
        map(([first]) => {
          if (first === undefined) throw new Error('This login has no account.');
          return first;
        }),
      )
    : of(asked);

const changesOfAccount$ = (
  connection: Connection,
  AccountId: number,
  minutes: number,
): Observable<AccountChange> =>
  merge(
    orders$(connection, { AccountId }).pipe(
      unlessFailed,
      map((orders): AccountChange => ({ _tag: 'Orders', orders })),
    ),
    balances$(connection, { AccountId }).pipe(
      unlessFailed,
      map((balances): AccountChange => ({ _tag: 'Balances', balances })),
    ),
    fills$(connection, { AccountId }, { since: wallNow() - minutes * minute }).pipe(patiently()),
  );

/**
 * What changes in an account, and the connection with it.
 *
 * @param asked which one; without it the first that the login may act for
 * @param minutes how old the fills of the past may be that come first
 */
export const accountChange$ = (
  connection: Connection,
  asked: number | undefined,
  minutes: number,
): Observable<AccountChange | CommonChange> =>
  withLink(
    connection,
    combineLatest([accountId$(connection, asked), instruments$(connection)]).pipe(
      mergeMap(([accountId, instruments]) =>
        concat(
          of<AccountChange>({ _tag: 'Account', accountId, instruments }),
          changesOfAccount$(connection, accountId, minutes),
        ),
      ),
    ),
  );

/** Watches an account: its orders, balances and fills; see {@link accountChange$}. */
export const watchAccount = (
  connection: Connection,
  url: string,
  asked: number | undefined,
  minutes: number,
): Show => shown(accountChange$(connection, asked, minutes), accountWatchable(url));
