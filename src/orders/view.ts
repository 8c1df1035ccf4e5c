import { defer, distinctUntilChanged, finalize, map, Observable, throwError } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import type { Trust } from '../streams/kept.ts';
import type { Account } from './account.ts';
import { type AccountOptions, accountShapes, holdEngine } from './engineOf.ts';
import type { Engine } from './engine.ts';
import { wallOf } from './now.ts';
import { wrongAccount } from './wrongAccount.ts';

/** The account to follow. */
export interface OfAccount {
  readonly AccountId: number;
}

/** How far an account can be trusted, in the time of day. */
export const trustOf = ({ status, since, asOf, provenAt, epoch, cause }: Account): Trust => ({
  status,
  since: wallOf(since),
  asOf: wallOf(asOf),
  provenAt: wallOf(provenAt),
  epoch,
  ...(cause === undefined ? {} : { cause }),
});

/** What is known now, then every change: whoever acts on the first misses none of those that this brings. */
const changes$ = ({ account, account$, inTurn, life }: Engine): Observable<Account> =>
  new Observable((subscriber) => {
    inTurn(() => {
      // Listening comes first, as the first may bring about a loss; and where another does, that is told instead.
      if (!life.closed) subscriber.add(account$.pipe(map(() => account())).subscribe(subscriber));
      subscriber.next(account());
      if (life.closed) subscriber.complete();
    });
  });

/**
 * Follows an account by a view of it: the present one at once, then one whenever what it shows has changed.
 *
 * @param parts What a view is made of: it is made anew where one of these is another.
 * @param goesBy The options that it depends on.
 */
export const view$ = <V>(
  connection: Connection,
  of: OfAccount,
  options: AccountOptions,
  parts: (account: Account) => readonly unknown[],
  view: (account: Account, engine: Engine) => V,
  goesBy: readonly (keyof AccountOptions)[] = ['audit'],
): Observable<V> =>
  defer(() => {
    const wrong = wrongAccount(of, options, accountShapes, goesBy);
    if (wrong !== undefined) return throwError(() => wrong);
    const { engine, end } = holdEngine(connection, of.AccountId, options);
    return changes$(engine).pipe(
      distinctUntilChanged((before, after) => {
        const old = parts(before);
        return parts(after).every((part, index) => part === old[index]);
      }),
      map((account) => view(account, engine)),
      finalize(() => end.unsubscribe()),
    );
  });

/** Makes a value when it is first asked for, and gives the same from then on. */
export const once = <A>(make: () => A): (() => A) => {
  let made: { readonly value: A } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** The parts of an account that tell how far it can be trusted. */
export const trustParts = ({ status, epoch, provenAt, cause }: Account): readonly unknown[] => [
  status,
  epoch,
  provenAt,
  cause,
];
