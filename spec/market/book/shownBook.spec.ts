import { plainBooks } from '../../../src/market/book/books.ts';
import { shownBook$ } from '../../../src/market/book/shownBook.ts';
import { bid, bookExchange } from '../../support/watchedBook.ts';

describe('a book as it is shown', () => {
  it('tells a state as it is said, unless that says nothing new', () => {
    const exchange = bookExchange();
    const client = exchange.client();
    const seen: string[] = [];
    shownBook$(
      plainBooks,
      { connection: client, params: { InstrumentId: 1 }, options: {} },
      {
        tell: ({ best }, InstrumentId) => `${InstrumentId} ${best.bid?.price}`,
        saysNothing: (one, other) => one.best.bid?.price === other.best.bid?.price,
      },
    ).subscribe((line) => seen.push(line));
    exchange.frame(bid(98));
    exchange.frame(bid(100));
    expect(seen).toEqual(['1 undefined', '1 99', '1 100']);
    client.close();
  });
});
