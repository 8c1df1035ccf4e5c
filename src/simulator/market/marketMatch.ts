import type { Floor } from './floor.ts';
import type { Listing } from './listing.ts';
import { type Match, type Taker, matchOrders } from './matching.ts';
import { opposite } from './side.ts';

/** An incoming order, as far as it is not known from the market. */
export type Incoming = Pick<Taker, 'side' | 'accountId' | 'limit' | 'budget'>;

/** What an incoming order would trade with the book as it is; `ignored` is the id of an order left aside. */
export const matchIn = (
  { links }: Floor,
  { book, instrument }: Listing,
  incoming: Incoming,
  ignored?: number,
): Match =>
  matchOrders(book.walk(opposite[incoming.side]), {
    ...incoming,
    preventSelfTrade: instrument.SelfTradePrevention,
    ignored,
    linkedTo: links.of,
  });
