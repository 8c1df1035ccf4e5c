import * as nb from 'notbank-rx';
import { catchError, concat, distinctUntilChanged, filter, forkJoin, map, mergeMap, of } from 'rxjs';

/** Where to quote and how much; no quote is made that could leave less of the product than `least`, or more than `most`. */
export interface Terms {
  readonly AccountId: number;
  readonly InstrumentId: number;
  readonly ProductId: number;
  readonly Quantity: number;
  readonly least: number;
  readonly most: number;
}

/** Joins the best on both sides, but for the one that the inventory forbids. */
export const quotesAt = ({ bid, ask }: nb.BookView['best'], held: number, terms: Terms) => [
  ...(bid && held + terms.Quantity <= terms.most ? [{ Side: 'Buy', LimitPrice: bid.price } as const] : []),
  ...(ask && held - terms.Quantity >= terms.least ? [{ Side: 'Sell', LimitPrice: ask.price } as const] : []),
];

const isAt = ({ Side, Price }: nb.Order, quote: ReturnType<typeof quotesAt>[number]): boolean =>
  Side === quote.Side && Number(Price) === quote.LimitPrice;

/** Asks what stands, and does what is missing: nothing is remembered, so nothing can be remembered wrongly. */
const renew$ = (client: nb.Connection, terms: Terms, book: nb.BookView) => {
  const { AccountId, InstrumentId, Quantity } = terms;
  const open$ = nb.request$(client, nb.GetOpenOrders, { AccountId, InstrumentId });
  const position$ = nb.request$(client, nb.GetAccountPositions, { AccountId });
  return forkJoin([open$, position$]).pipe(
    // What is missing in a list of which a row could not be read may be there all the same.
    filter((lists) => lists.every((list) => nb.leftOut(list) === 0)),
    mergeMap(([open, positions]) => {
      const held = Number(positions.find(({ ProductId }) => ProductId === terms.ProductId)?.Amount ?? 0);
      const quotes = quotesAt(book.without(open).best, held, terms);
      const stale = open.filter((order) => !quotes.some((quote) => isAt(order, quote)));
      const missing = quotes.filter((quote) => !open.some((order) => isAt(order, quote)));
      const order = { AccountId, InstrumentId, Quantity, OrderType: 'Limit', TimeInForce: 'GTC' } as const;
      return concat(
        ...stale.map(({ OrderId }) => nb.request$(client, nb.CancelOrder, { AccountId, OrderId })),
        ...missing.map((quote) => nb.request$(client, nb.SendOrder, { ...order, ...quote })),
      );
    }),
    // What has failed is seen to with the next book, from what stands by then.
    catchError((error: unknown) => of(error)),
  );
};

const textOf = ({ best: { bid, ask } }: nb.BookView): string =>
  JSON.stringify([bid?.price, bid?.quantity, ask?.price, ask?.quantity]);

/** Quotes at the top of the book: one renewal at a time, next always for the newest book. Tells what the exchange says. */
export const quoting$ = (client: nb.Connection, terms: Terms) =>
  nb.follow$(client, nb.SubscribeLevel2, { InstrumentId: terms.InstrumentId }).pipe(
    filter(nb.isLive),
    map(({ state }) => state.view()),
    distinctUntilChanged((one, other) => textOf(one) === textOf(other)),
    nb.conflateMap((book) => renew$(client, terms, book)),
  );
