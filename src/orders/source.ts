import {
  catchError,
  concat,
  defer,
  EMPTY,
  filter,
  map,
  merge,
  type Observable,
  of,
  retry,
  Subject,
  switchMap,
  tap,
  throwError,
  timer,
} from 'rxjs';

import type { Connection } from '../connection/connection.ts';
import { type ClientError, isClientError } from '../errors.ts';
import { subscribe$ } from '../streams/subscribe.ts';
import { accountEvents } from '../topics/accountEvents.ts';
import { type AccountMessage, SubscribeAccountEvents } from '../topics/SubscribeAccountEvents.ts';
import type { AccountInput } from './account.ts';
import { now } from './now.ts';
import { noRefusals, restartAfter } from './restart.ts';

/** An input without the time, which whoever takes it adds. */
export type Untimed<I> = I extends { readonly at: number } ? Omit<I, 'at'> : never;

type Input = Untimed<AccountInput>;

const inputOf = (message: AccountMessage): Input =>
  message._tag === 'Subscribed' ? { _tag: 'Subscribed' } : { _tag: 'Event', event: message };

/** The stream of the account, begun again whenever it ends with an error that may pass. */
const stream$ = (connection: Connection, AccountId: number): Observable<Input> =>
  defer(() => {
    const losses = new Subject<Input>();
    let refusals = noRefusals;
    const delay = (error: unknown): Observable<unknown> => {
      if (!isClientError(error)) return throwError(() => error);
      const restart = restartAfter(error, refusals, now());
      if (restart === 'never') return throwError(() => error);
      ({ refusals } = restart);
      losses.next({ _tag: 'Lost', cause: error });
      return timer(restart.after);
    };
    const messages$ = subscribe$(connection, SubscribeAccountEvents, { AccountId }).pipe(
      tap(() => {
        refusals = noRefusals;
      }),
      map(inputOf),
      retry({ delay }),
      catchError((cause: unknown) =>
        isClientError(cause) ? of({ _tag: 'Failed', cause } as const) : throwError(() => cause),
      ),
    );
    return merge(losses, messages$);
  });

/** Told when a socket is over, before the connection tells of it. */
const loss$ = ({ socket$ }: Connection): Observable<Input> =>
  socket$.pipe(
    switchMap(({ over$ }) => concat(over$, of({ _tag: 'Lost' } as const))),
    catchError(() => EMPTY),
  );

const eventNames: ReadonlySet<string> = new Set(accountEvents.map(({ name }) => name));

const unreadable$ = ({ error$ }: Connection): Observable<Input> =>
  error$.pipe(
    filter((error: ClientError) => error._tag === 'DecodeError' && eventNames.has(error.call)),
    map((cause) => ({ _tag: 'Unreadable', cause }) as const),
  );

/**
 * What happens to an account: its events, that they have begun, that they have stopped, that one could not be read. It
 * ends with `Failed` where they cannot be had; it never completes by itself.
 */
export const accountInput$ = (connection: Connection, AccountId: number): Observable<Input> =>
  merge(loss$(connection), unreadable$(connection), stream$(connection, AccountId));
