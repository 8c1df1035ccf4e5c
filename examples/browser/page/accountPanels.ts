import {
  balances$,
  cancelOrder$,
  type Connection,
  type OfAccount,
  openOrders$,
  ownAccount$,
  placeOrder$,
} from 'notbank-rx';
import {
  catchError,
  ignoreElements,
  last,
  map,
  merge,
  mergeMap,
  type Observable,
  of,
  retry,
  shareReplay,
  tap,
  withLatestFrom,
} from 'rxjs';
import { balanceRows } from './balanceRows.ts';
import { place } from './element.ts';
import type { Formats } from './formats.ts';
import { noted, type Moment } from './moment.ts';
import { onScreen } from './onScreen.ts';
import { wish$ } from './orderForm.ts';
import { orderCard } from './orderCard.ts';
import { cancelled$, orderRows } from './orderRows.ts';

/** The account of whoever is logged in; asked for until it is known, and once. */
export const account$ = (client: Connection): Observable<OfAccount> =>
  ownAccount$(client).pipe(retry({ delay: 1_000 }), shareReplay({ bufferSize: 1, refCount: false }));

/** Sends what the form asks for, and shows each order's life. What cannot be sent at all goes into the journal. */
const placing$ = (
  client: Connection,
  account: OfAccount,
  formats$: Observable<Formats>,
): Observable<Moment> => {
  const cards = place('#lives', HTMLElement);
  return wish$(place('#order', HTMLFormElement)).pipe(
    withLatestFrom(formats$),
    mergeMap(
      ([
        wish,
        {
          instrument: { InstrumentId, Symbol },
        },
      ]) =>
        placeOrder$(client, { ...wish, ...account, InstrumentId }).pipe(
          tap(orderCard(cards, wish, Symbol)),
          ignoreElements(),
          catchError((error: unknown) => of(noted(String(error), 'bad'))),
        ),
    ),
  );
};

/** Cancels the orders whose buttons are pressed; what became of each goes into the journal. */
const cancelling$ = (client: Connection, account: OfAccount): Observable<Moment> =>
  cancelled$(place('#orders', HTMLElement)).pipe(
    mergeMap((OrderId) =>
      cancelOrder$(client, { ...account, OrderId: BigInt(OrderId) }).pipe(
        last(),
        map(({ _tag }) => noted(`cancel of order ${OrderId}: ${_tag}`)),
      ),
    ),
  );

/** The panels of an account: its open orders, its balances, and the form. Emits what belongs into the journal. */
export const accountPanels$ = (
  client: Connection,
  account: OfAccount,
  all: readonly Formats[],
  formats$: Observable<Formats>,
): Observable<Moment> => {
  const byId = new Map(all.map((formats) => [formats.instrument.InstrumentId, formats]));
  const shown$ = merge(
    openOrders$(client, account).pipe(onScreen(orderRows(place('#orders', HTMLElement), byId))),
    balances$(client, account).pipe(onScreen(balanceRows(place('#balances', HTMLElement)))),
  );
  return merge(
    shown$.pipe(ignoreElements()),
    placing$(client, account, formats$),
    cancelling$(client, account),
  );
};
