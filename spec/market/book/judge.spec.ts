import { createBook } from '../../../src/book/book.ts';
import { inDoubles, touchedBy } from '../../../src/book/audit.ts';
import { levelOf } from '../../../src/book/Level.ts';
import type { Level2Row } from '../../../src/codec/records/Level2Row.ts';
import { judge } from '../../../src/market/book/judge.ts';
import { ask, bid } from '../../support/watchedBook.ts';

const judged = (
  answer: readonly Level2Row[],
  touched: readonly Level2Row[] = [],
  suspects: readonly string[] = [],
  mostTold = 0,
) => {
  const book = createBook(levelOf);
  book.load([bid(99), bid(98), ask(101), ask(102)]);
  return judge(
    { book, answer, depth: 500, touched: touchedBy(touched), mostTold, suspects: new Set(suspects) },
    inDoubles,
  );
};

describe('the judgement of an audit', () => {
  it('agrees where all that stood still is the same', () => {
    expect(judged([bid(99), bid(98), ask(101), ask(102)])).toEqual({ _tag: 'Agreed' });
    expect(judged([bid(99, 7), bid(98), ask(101), ask(102)], [bid(99, 7)])).toEqual({ _tag: 'Agreed' });
  });

  it('is suspicious of a first difference, and certain of a second at the same level', () => {
    const answer = [bid(99, 7), bid(98), ask(101), ask(102)];
    expect(judged(answer)).toEqual({ _tag: 'Suspicious', suspects: new Set(['bids 99']) });
    expect(judged(answer, [], ['asks 101'])).toMatchObject({ _tag: 'Suspicious' });
    expect(judged(answer, [], ['bids 99'])).toEqual({ _tag: 'Wrong' });
  });

  it('takes the longer side of an answer for cut where the venue gives less than is asked for', () => {
    expect(judged([bid(99), ask(101)])).toEqual({ _tag: 'Agreed' });
    expect(judged([bid(99), bid(98), ask(101)])).toMatchObject({ _tag: 'Suspicious' });
    expect(judged([])).toMatchObject({ _tag: 'Suspicious' });
  });

  it('takes an answer for whole where the venue has given more before', () => {
    expect(judged([bid(99), ask(101)], [], [], 1)).toEqual({ _tag: 'Agreed' });
    expect(judged([bid(99), ask(101)], [], [], 2)).toEqual({
      _tag: 'Suspicious',
      suspects: new Set(['bids 98', 'asks 102']),
    });
  });
});
