import { touch$, type TouchView } from '../../../src/market/book/touch.ts';
import { ask, bid, bookExchange, watch } from '../../support/watchedBook.ts';

describe('touch$', () => {
  it('emits when the price or the quantity of the best bid or ask changes, and for nothing behind them', () => {
    const exchange = bookExchange();
    const client = exchange.client();
    const seen: TouchView[] = [];
    touch$(client, { InstrumentId: 1 }).subscribe((view) => seen.push(view));
    exchange.frame(bid(98), ask(103));
    exchange.frame(bid(99, 1));
    exchange.frame(bid(99, 2));
    exchange.frame(ask(101, 0, 2));
    exchange.frame(ask(103, 0, 2));
    expect(
      seen.map(({ best: { bid: b, ask: a } }) => [b?.price, b?.quantity, a?.price, a?.quantity]),
    ).toEqual([
      [undefined, undefined, undefined, undefined],
      [99, 1, 101, 1],
      [99, 2, 101, 1],
      [99, 2, 103, 1],
      [99, 2, undefined, undefined],
    ]);
    expect(seen.at(-1)?.best).not.toHaveProperty('ask');
    client.close();
  });

  it('tells every change of status, with the same subscription and the same watch as the book', () => {
    const exchange = bookExchange();
    const client = exchange.client();
    watch(client);
    const seen: string[] = [];
    touch$(client, { InstrumentId: 1 }).subscribe({
      next: ({ InstrumentId, status, epoch }) => seen.push(`${InstrumentId} ${status} ${epoch}`),
      complete: () => seen.push('complete'),
    });
    exchange.frame(bid(102));
    exchange.frame(bid(102, 0, 2));
    expect(exchange.names()).toEqual(['SubscribeLevel2']);
    client.close();
    expect(seen).toEqual(['1 live 1', '1 crossed 1', '1 live 1', '1 restoring 1', 'complete']);
  });
});
