import { plainBook } from '../../../src/market/book/bookReading.ts';
import { applyRows, beginBook, publishBook } from '../../../src/topics/keptBook.ts';
import { ask, bid, calm } from '../../support/watchedBook.ts';

describe('a book in doubles', () => {
  it('is that of the newest state of the topic', () => {
    const first = publishBook(beginBook(calm, { Depth: 500 }));
    const next = applyRows(first, [bid(100), ask(101, 0, 2)], { Depth: 500 });
    expect(plainBook.newest(next)?.best().bid?.price).toBe(100);
    expect(plainBook.newest(next)?.best()).not.toHaveProperty('ask');
  });
});
