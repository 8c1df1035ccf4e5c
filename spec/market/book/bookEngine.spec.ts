import { bookState$ } from '../../../src/market/book/bookEngine.ts';
import { rulesOf } from '../../../src/market/book/bookOptions.ts';
import { bookExchange } from '../../support/watchedBook.ts';

describe('the engine of a book', () => {
  it('is one for each instrument and set of rules of a connection, all on one subscription', () => {
    const exchange = bookExchange();
    const client = exchange.client();
    const usual$ = bookState$(client, { InstrumentId: 1 }, rulesOf({}));
    const strict$ = bookState$(client, { InstrumentId: 1 }, rulesOf({ auditAfter: 5_000 }));
    expect(bookState$(client, { InstrumentId: 1, OMSId: 1 }, rulesOf({}))).toBe(usual$);
    expect(strict$).not.toBe(usual$);
    const seen: string[] = [];
    for (const state$ of [usual$, strict$]) state$.subscribe(({ trust: { status } }) => seen.push(status));
    const told = [...seen];
    client.close();
    // What the stream has not begun with yet is told by it as well.
    expect(told).toEqual(['restoring', 'restoring', 'live', 'restoring', 'live']);
    expect(exchange.names()).toEqual(['SubscribeLevel2']);
  });
});
