import { cancelAll$ } from 'notbank-rx';
import { map, switchMap, startWith, take, timer } from 'rxjs';

/**
 * Cancels all orders of an account as soon as no beat has come for so many milliseconds, and tells what becomes of that.
 * The time runs from the start: who never beats is not alive either.
 */
export const watch$ = (client, beat$, { AccountId, patience }) =>
  beat$.pipe(
    map(() => undefined),
    startWith(undefined),
    switchMap(() => timer(patience)),
    take(1),
    switchMap(() => cancelAll$(client, { AccountId, scope: 'account' })),
  );
