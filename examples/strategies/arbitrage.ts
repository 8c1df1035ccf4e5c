import * as nb from 'notbank-rx';
import { combineLatest, exhaustMap, filter, forkJoin, last, map, type Observable, takeWhile } from 'rxjs';

/** One of two places where the same thing is traded. */
export type Venue = { readonly client: nb.Connection } & Readonly<
  Record<'AccountId' | 'InstrumentId', number>
>;

/** The least gain as a share of the price, with the fees of both sides in it, and the most to take at once. */
export interface Terms {
  readonly least: number;
  readonly most: number;
}

type Market = readonly [venue: Venue, best: nb.BookView['best']];

/** To buy at the one and sell at the other, where that pays. */
const deal = ([cheap, { ask }]: Market, [dear, { bid }]: Market, { least, most }: Terms) => {
  if (ask === undefined || bid === undefined || bid.price < ask.price * (1 + least)) return [];
  const Quantity = Math.min(ask.quantity, bid.quantity, most);
  return [
    { venue: cheap, Side: 'Buy', LimitPrice: ask.price, Quantity } as const,
    { venue: dear, Side: 'Sell', LimitPrice: bid.price, Quantity } as const,
  ];
};

/** What of a half fills at once, at its price: what became of it, which is looked for where the answer is lost. */
const send$ = ({ venue: { client, AccountId, InstrumentId }, ...leg }: ReturnType<typeof deal>[number]) =>
  nb.placeOrder$(client, { AccountId, InstrumentId, ...leg, OrderType: 'Limit', TimeInForce: 'IOC' }).pipe(
    last(),
    map((life) => ({ ...leg, life })),
  );

/** The best of a book, while it lives and so does the account: nobody deals who would not hear of it. */
const market$ = (venue: Venue): Observable<Market | undefined> => {
  const { client, AccountId, InstrumentId } = venue;
  const all$ = combineLatest([
    nb.orderBook$(client, { InstrumentId }),
    nb.openOrders$(client, { AccountId }),
  ]);
  return all$.pipe(
    map(([book, account]) =>
      book.status === 'live' && account.status === 'live' ? [venue, book.best] : undefined,
    ),
  );
};

/**
 * Buys at the cheaper and sells at the dearer of two venues; one deal at a time, and none while an order is in doubt. Where
 * one half executes more than the other, the difference is left open: the `life` of each tells. It ends with a deal of
 * which a half is `Unresolved`: somebody has to look.
 */
export const arbitrage$ = (venues: readonly [Venue, Venue], terms: Terms) =>
  combineLatest([market$(venues[0]), market$(venues[1])]).pipe(
    map(([one, other]) => (one && other ? [...deal(one, other, terms), ...deal(other, one, terms)] : [])),
    filter((legs) => legs.length > 0),
    exhaustMap((legs) => forkJoin(legs.map(send$))),
    takeWhile((halves) => halves.every(({ life }) => life._tag !== 'Unresolved'), true),
  );
