import { exact } from '../../../src/exact.ts';
import { exactBooksOf, plainBooks } from '../../../src/market/book/books.ts';
import { plainBook } from '../../../src/market/book/bookReading.ts';
import { SubscribeLevel2 } from '../../../src/topics/SubscribeLevel2.ts';

describe('the books of a reading', () => {
  it('are one for all exact topics, whatever values they make, and others than the plain ones', () => {
    const [one, other] = [exact(SubscribeLevel2), exact(SubscribeLevel2, BigInt)];
    expect(exactBooksOf(one.reading)).toBe(exactBooksOf(other.reading));
    expect(exactBooksOf(one.reading).reading.topic.reading).toBe(one.reading);
    expect(plainBooks.reading).toBe(plainBook);
  });
});
