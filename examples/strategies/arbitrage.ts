import {
  type BookView,
  type Connection,
  follow$,
  isLive,
  request$,
  SendOrder,
  SubscribeLevel2,
} from 'notbank-rx';
import { catchError, combineLatest, exhaustMap, filter, forkJoin, map, type Observable, of } from 'rxjs';

/** One of two places where the same thing is traded. */
export type Venue = { readonly client: Connection } & Readonly<Record<'AccountId' | 'InstrumentId', number>>;

/** The least gain as a share of the price, with the fees of both sides in it, and the most to take at once. */
export interface Terms {
  readonly least: number;
  readonly most: number;
}

type Market = readonly [venue: Venue, best: BookView['best']];

/** To buy at the one and sell at the other, where that pays. */
const deal = ([cheap, { ask }]: Market, [dear, { bid }]: Market, { least, most }: Terms) => {
  if (ask === undefined || bid === undefined || bid.price < ask.price * (1 + least)) return [];
  const Quantity = Math.min(ask.quantity, bid.quantity, most);
  return [
    { venue: cheap, Side: 'Buy', LimitPrice: ask.price, Quantity } as const,
    { venue: dear, Side: 'Sell', LimitPrice: bid.price, Quantity } as const,
  ];
};

/** What of a half fills at once, at its price: its outcome or its error, so that the other half is told as well. */
const send$ = ({ venue: { client, AccountId, InstrumentId }, ...leg }: ReturnType<typeof deal>[number]) =>
  request$(client, SendOrder, {
    AccountId,
    InstrumentId,
    ...leg,
    OrderType: 'Limit',
    TimeInForce: 'IOC',
  }).pipe(
    catchError((error: unknown) => of(error)),
    map((outcome) => ({ ...leg, outcome })),
  );

const market$ = (venue: Venue): Observable<Market | undefined> =>
  follow$(venue.client, SubscribeLevel2, { InstrumentId: venue.InstrumentId }).pipe(
    map((kept) => (isLive(kept) ? [venue, kept.state.view(1).best] : undefined)),
  );

/** Buys at the cheaper and sells at the dearer of two venues, while both books live; one deal at a time. */
export const arbitrage$ = (venues: readonly [Venue, Venue], terms: Terms) =>
  combineLatest([market$(venues[0]), market$(venues[1])]).pipe(
    map(([one, other]) => (one && other ? [...deal(one, other, terms), ...deal(other, one, terms)] : [])),
    filter((legs) => legs.length > 0),
    exhaustMap((legs) => forkJoin(legs.map(send$))),
  );
