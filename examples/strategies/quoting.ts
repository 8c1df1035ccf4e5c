import * as nb from 'notbank-rx';
import { catchError, combineLatest, EMPTY, merge, mergeMap, of, takeWhile, withLatestFrom } from 'rxjs';
import { type Bounds, quotesAt, type Step, stepsTo } from './quotes.ts';

/** What to quote, and how much; `idTag` tells quotes, also of an earlier run, from what people place. */
export type Terms = Bounds & Readonly<Record<'AccountId' | 'InstrumentId' | 'ProductId' | 'idTag', number>>;

/** Until the exchange has told of it: a quote in doubt is looked for, and never doubled meanwhile. */
const known = takeWhile(({ order, isFinal }: nb.OrderLife) => order === undefined && !isFinal, true);

const do$ = (client: nb.Connection, terms: Terms, { old, quote }: Step) => {
  const { AccountId, InstrumentId, Quantity, idTag } = terms;
  const rest = { AccountId, InstrumentId, Quantity, OrderType: 'Limit', TimeInForce: 'GTC' } as const;
  if (!quote) return old ? nb.cancelOrder$(client, { AccountId, OrderId: old.OrderId }) : EMPTY;
  if (!old) return nb.placeOrder$(client, { ...rest, ...quote }, { idTag }).pipe(known);
  const replaced$ = nb.replaceOrder$(client, { ...rest, ...quote, OrderIdToReplace: old.OrderId }, { idTag });
  const new$ = (ids: nb.OfOrder) => nb.lifeOf$(client, ids).pipe(known);
  return replaced$.pipe(mergeMap((end) => (end._tag === 'Replaced' ? new$({ AccountId, ...end }) : of(end))));
};

/** Whether a live book can have the last order, and cannot have what that took the place of: by the exchange's clock. */
const isSettled = ({ best: { bid, ask }, status }: nb.OrderBookView, own: readonly nb.Order[]): boolean =>
  status === 'live' &&
  own.every((order) => Math.max(bid?.changedAt ?? 0, ask?.changedAt ?? 0) - order.ReceiveTime >= 1_000);

/** Asks what is held, which is then not of before a known fill, and quotes by the book of then, which has to be live. */
const renew$ = (client: nb.Connection, terms: Terms, own: readonly nb.Order[]) =>
  nb.request$(client, nb.GetAccountPositions, { AccountId: terms.AccountId }).pipe(
    withLatestFrom(nb.orderBook$(client, { InstrumentId: terms.InstrumentId })),
    mergeMap(([positions, book]) => {
      const held = Number(positions.find(({ ProductId }) => ProductId === terms.ProductId)?.Amount);
      const steps = stepsTo(quotesAt(book.without(own).best, held, terms, own), own);
      return isSettled(book, own) ? merge(...steps.map((step) => do$(client, terms, step))) : EMPTY;
    }),
    catchError((error: unknown) => of(error)),
  );

/** Quotes at the top of a live book: one renewal at a time, next for what is true by then. Tells what becomes of orders. */
export const quoting$ = (client: nb.Connection, to: Terms) =>
  combineLatest([nb.orderBook$(client, { InstrumentId: to.InstrumentId }), nb.openOrders$(client, to)]).pipe(
    nb.conflateMap(([book, { orders, status }]) => {
      const own = orders.filter((one) => one.Instrument === to.InstrumentId && nb.isOurs(one, to));
      return status === 'live' && isSettled(book, own) ? renew$(client, to, own) : EMPTY;
    }),
  );
