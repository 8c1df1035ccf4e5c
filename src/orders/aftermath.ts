import {
  concatMap,
  defer,
  filter,
  from,
  map,
  merge,
  type Observable,
  startWith,
  take,
  tap,
  timer,
} from 'rxjs';
import type { Order } from '../codec/records/Order.ts';
import type { ClientError } from '../errors.ts';
import type { RequestOptions } from '../requests/request.ts';
import { idsWith, standingOf } from './account.ts';
import type { Engine } from './engine.ts';
import { latestOf, look$, type Seen } from './look.ts';
import { lookInTurn$ } from './lookInTurn.ts';
import type { OrderKey } from './shelf.ts';

/** Which order a command is about. */
export interface About {
  readonly OrderId?: OrderKey | undefined;
  readonly ClientOrderId?: OrderKey | undefined;
}

/** What an order is like after a command about it. */
export type Aftermath =
  /** As the command would have it, or over. */
  | { readonly _tag: 'Done'; readonly order: Order }
  /** It stands as it did. */
  | { readonly _tag: 'Standing'; readonly order: Order }
  /** The exchange knows no such order. */
  | { readonly _tag: 'Missing' }
  /** Nobody can tell. */
  | { readonly _tag: 'Unanswered'; readonly reason?: ClientError };

/** An order as the account knows it; of several with one client id the last. */
export const orderAbout = ({ account }: Engine, { OrderId, ClientOrderId }: About): Order | undefined => {
  const id = OrderId ?? (ClientOrderId === undefined ? undefined : idsWith(account(), ClientOrderId).at(-1));
  return id === undefined ? undefined : standingOf(account(), id)?.order;
};

const idAbout = (engine: Engine, about: About): OrderKey | undefined =>
  about.OrderId ?? orderAbout(engine, about)?.OrderId;

/** Asks once for the order, by the exchange's id where that is known and by ours where not, within a time limit. */
const askAbout$ = (engine: Engine, about: About, options?: RequestOptions): Observable<Seen> => {
  const { AccountId, connection } = engine;
  const OrderId = idAbout(engine, about);
  const wanted = { AccountId, OrderId, ClientOrderId: about.ClientOrderId ?? 0, rivals: undefined };
  return look$(connection, wanted, OrderId === undefined ? 'history' : 'status', options);
};

/**
 * Asks for the order now; where only our id is known, when the turn of that look comes, all within the time limit of one
 * request. What is found is taken into the account.
 */
export const lookNow$ = (engine: Engine, about: About): Observable<Seen> =>
  defer(() =>
    idAbout(engine, about) === undefined
      ? lookInTurn$(engine.connection, (timeout) => askAbout$(engine, about, { timeout }))
      : askAbout$(engine, about),
  ).pipe(
    tap(({ rows }) => {
      const order = latestOf(rows);
      if (order !== undefined) engine.take({ _tag: 'Found', rows: [order], how: 'status' });
    }),
  );

/** When an order is asked for after a command about it, in milliseconds after that. */
const ages = [1_000, 5_000, 15_000, 30_000];
/** From this age on an order that stands is taken to stand. */
const standsFrom = 5_000;

/** What a look without the order says at this age: a list may lag, and the order come late, so that it proves little. */
const judgeMissing = (age: number, { isClean, error }: Seen, isNamed: boolean): Aftermath | undefined => {
  const isLast = age === ages.at(-1);
  if (isClean && (isNamed || isLast)) return { _tag: 'Missing' };
  return isLast ? { _tag: 'Unanswered', ...(error && { reason: error }) } : undefined;
};

/** What a look at this age says of the order; `undefined` where it is too early, or the next look may tell more. */
const judge = (
  age: number,
  seen: Seen,
  isDone: (order: Order) => boolean,
  isNamed: boolean,
): Aftermath | undefined => {
  const order = latestOf(seen.rows);
  if (order !== undefined && isDone(order)) return { _tag: 'Done', order };
  if (age < standsFrom) return undefined;
  return order === undefined ? judgeMissing(age, seen, isNamed) : { _tag: 'Standing', order };
};

/**
 * Says once what became of an order after a command about it: as soon as an event or an answer tells that it is done, as
 * it stands after 5 s, and that nobody can tell after 30 s without an answer. That there is none it says after 5 s by the id
 * of the exchange, and after 30 s by ours. What asks for it ends it with the client.
 */
export const aftermath$ = (
  engine: Engine,
  about: About,
  isDone: (order: Order) => boolean,
): Observable<Aftermath> => {
  const told$ = defer(() =>
    engine.account$.pipe(
      startWith(undefined),
      map(() => orderAbout(engine, about)),
      filter((order) => order !== undefined && isDone(order)),
      map((order): Aftermath => (order === undefined ? { _tag: 'Missing' } : { _tag: 'Done', order })),
    ),
  );
  const asked$ = from(ages.map((age, index) => ({ age, wait: age - (ages[index - 1] ?? 0) }))).pipe(
    concatMap(({ age, wait }) =>
      timer(wait).pipe(
        concatMap(() => lookNow$(engine, about)),
        map((seen) => judge(age, seen, isDone, idAbout(engine, about) !== undefined)),
      ),
    ),
    filter((aftermath) => aftermath !== undefined),
  );
  return merge(told$, asked$).pipe(take(1));
};
