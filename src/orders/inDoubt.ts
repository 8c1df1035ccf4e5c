import { defer, distinctUntilChanged, map, merge, type Observable, startWith, takeWhile } from 'rxjs';
import type { Order } from '../codec/records/Order.ts';
import type { ClientError } from '../errors.ts';
import { type About, orderAbout } from './aftermath.ts';
import type { Engine } from './engine.ts';

/** The state of a command about an order while nobody knows what has come of it. */
export interface InDoubt {
  readonly _tag: 'Unknown';
  readonly isFinal: false;
  /** Why it is not known: no reply, or one that says neither yes nor no. */
  readonly reason: string | ClientError;
  /** The order that the command is about, as far as it is known. */
  readonly order?: Order;
}

/**
 * Tells at once that a command is in doubt, and again whenever more is known of the order that it is about. Whoever
 * learns the outcome ends it. Cold; never errors.
 */
export const inDoubt$ = (engine: Engine, about: About, reason: InDoubt['reason']): Observable<InDoubt> =>
  defer(() =>
    engine.account$.pipe(
      startWith(undefined),
      map(() => orderAbout(engine, about)),
      distinctUntilChanged(),
      map((order): InDoubt => ({ _tag: 'Unknown', isFinal: false, reason, ...(order && { order }) })),
    ),
  );

/** Tells of a doubt until the outcome comes, which ends it. Of what comes at once no doubt is told. */
export const untilKnown$ = <A extends { readonly isFinal: boolean }, D extends InDoubt>(
  end$: Observable<A>,
  doubt$: Observable<D>,
): Observable<A | D> => merge(end$, doubt$).pipe(takeWhile(({ isFinal }) => !isFinal, true));
