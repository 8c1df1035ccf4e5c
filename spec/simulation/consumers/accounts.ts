import { finalize, ignoreElements, merge, type Observable, tap } from 'rxjs';
import {
  type Balances,
  balances$,
  exact,
  fills$,
  lifeOf$,
  type OpenOrders,
  openOrders$,
  type Orders,
  orders$,
  subscribe$,
  SubscribeAccountEvents,
  SubscribeOrderStateEvents,
  type Trust,
} from '../../../src/index.ts';
import { fillText, openText } from '../accountTruth.ts';
import { createLifeLaw } from '../lifeLaw.ts';
import type { Followable } from '../scenario.ts';
import { startOfRun } from '../virtualTime.ts';
import { type AccountPart, type Followed, type Following, nothing, plainly } from './consumer.ts';
import { beginLaw, trustLaw } from './laws.ts';

interface Told {
  readonly _tag: string;
  readonly payload?: unknown;
}

const messages$ = (
  { client }: Following,
  AccountId: number,
  what: 'account' | 'orderStates' | 'exactAccount',
): Observable<Told> => {
  if (what === 'account') return subscribe$(client, SubscribeAccountEvents, { AccountId });
  if (what === 'exactAccount') return subscribe$(client, exact(SubscribeAccountEvents), { AccountId });
  return subscribe$(client, SubscribeOrderStateEvents, { AccountId, InstrumentId: 1 });
};

/** `subscribe$` of what happens to an account. */
export const followAccountMessages = (
  following: Following,
  AccountId: number,
  what: 'account' | 'orderStates' | 'exactAccount',
): Followed => {
  const law = beginLaw(following, what);
  const heard = new Set<number>();
  return {
    ...plainly,
    stream: what === 'orderStates' ? 'OrderStateEvents:1' : `AccountEvents:${AccountId}`,
    isToldAtOnce: false,
    value$: messages$(following, AccountId, what).pipe(
      tap((event) => {
        law(event._tag === 'Subscribed');
        if (event._tag !== 'OrderStateEvent') return;
        heard.add((event.payload as { readonly ClientOrderId: number }).ClientOrderId);
      }),
    ),
    known: () => ({ _tag: 'Orders', heard }),
  };
};

/** A part of an account, kept. */
const kept = <S extends Trust>(
  following: Following,
  AccountId: number,
  what: Followable,
  state$: Observable<S>,
  of: AccountPart,
  rows: (state: S) => readonly string[],
): Followed => {
  const law = trustLaw(following, what);
  let last: S | undefined;
  return {
    ...plainly,
    stream: `AccountEvents:${AccountId}`,
    isToldAtOnce: true,
    value$: state$.pipe(
      tap((state) => {
        law(state);
        last = state;
      }),
    ),
    isLive: () => last?.status === 'live',
    known: () => {
      const state = last;
      if (state === undefined) return nothing;
      const { status, provenAt } = state;
      const isLive = status === 'live';
      return { _tag: 'Account', isLive, provenAt: provenAt - startOfRun, of, rows: () => rows(state) };
    },
  };
};

/** `orders$`. */
export const followOrders = (following: Following, AccountId: number): Followed =>
  kept<Orders>(
    following,
    AccountId,
    'orders',
    orders$(following.client, { AccountId }),
    { _tag: 'Open' },
    (state) => state.open.map(openText),
  );

/** `openOrders$`. */
export const followOpenOrders = (following: Following, AccountId: number): Followed =>
  kept<OpenOrders>(
    ...([following, AccountId, 'openOrders', openOrders$(following.client, { AccountId })] as const),
    { _tag: 'Open' },
    ({ orders }) => orders.map(openText),
  );

/** `balances$`. */
export const followBalances = (following: Following, AccountId: number): Followed =>
  kept<Balances>(
    ...([following, AccountId, 'balances', balances$(following.client, { AccountId })] as const),
    { _tag: 'Balances' },
    ({ byProduct }) =>
      [...byProduct.values()].map(({ ProductId, Amount, Hold }) => `${ProductId} ${Amount} ${Hold}`),
  );

/**
 * `fills$`, and beside it whether the account is live: what is filled from then on must be told, or all where the past
 * is wanted as well.
 */
export const followFills = (following: Following, AccountId: number, isPastWanted: boolean): Followed => {
  const { client, board, name } = following;
  const told = new Set<string>();
  let status: OpenOrders['status'] = 'restoring';
  let provenAt = 0;
  let since: number | undefined;
  const fill$ = fills$(client, { AccountId }, isPastWanted ? { since: startOfRun } : {}).pipe(
    tap(({ _tag, trade }) => {
      const text = fillText(trade);
      if (_tag === 'Fill' && told.has(text)) board.breach('fills once', `${name} fills: ${text} again`);
      told.add(text);
    }),
  );
  const status$ = openOrders$(client, { AccountId }).pipe(
    tap((orders) => {
      ({ status, provenAt } = orders);
      if (status === 'live') since ??= isPastWanted ? startOfRun : startOfRun + board.now();
    }),
    ignoreElements(),
  );
  return {
    ...plainly,
    stream: `AccountEvents:${AccountId}`,
    isToldAtOnce: false,
    value$: merge(fill$, status$).pipe(finalize(() => (since = undefined))),
    isLive: () => status === 'live' && since !== undefined,
    known: () =>
      since === undefined
        ? nothing
        : {
            ...{ _tag: 'Account', isLive: status === 'live', provenAt: provenAt - startOfRun },
            ...{ of: { _tag: 'Fills', since }, rows: () => [...told] },
          },
  };
};

/** `lifeOf$` of the newest order of the account, whoever has sent it. */
export const followLifeOf = (following: Following, AccountId: number): Followed => {
  const { client, board, name, exchange } = following;
  const OrderId = exchange.orders(AccountId).at(-1)?.OrderId ?? 1;
  const law = createLifeLaw(board, `${name} lifeOf ${OrderId}`);
  return {
    ...plainly,
    stream: `AccountEvents:${AccountId}`,
    isToldAtOnce: true,
    mayComplete: true,
    value$: lifeOf$(client, { AccountId, OrderId }).pipe(tap(law.take)),
  };
};
