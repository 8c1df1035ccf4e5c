import { aligned, fitted, padded, widthOf } from '../../../src/cli/view/fitted.ts';
import { plainText } from '../../../src/cli/view/line.ts';

describe('fitted', () => {
  it.each([
    ['what has room', 'order book', 10, 'order book'],
    ['what is too long, with an ellipsis', 'order book', 6, 'order…'],
    ['a wide character as two columns', '注文注文', 5, '注文…'],
    ['no half of a wide character', '注文注文', 4, '注…'],
    ['an accent with its letter', 'e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['control characters as escapes', 'a\u001b[2Jb', 9, 'a\\u001b[…'],
    ['nothing where there is no room', 'order', 0, ''],
  ])('keeps %s', (_, text, columns, kept) => {
    expect(plainText(fitted([[text]], columns))).toBe(kept);
  });

  it('cuts the span at the edge, leaves those before it, and drops those behind it', () => {
    expect(fitted([['BTCUSDT ', 'strong'], ['order book', 'faint'], ['live']], 12)).toEqual([
      ['BTCUSDT ', 'strong'],
      ['ord…', 'faint'],
    ]);
  });
});

describe('padded and aligned', () => {
  it('fill up to a width, of columns and not of characters', () => {
    expect([padded('注', 4), aligned('注', 4), aligned('12345', 4)]).toEqual(['注  ', '  注', '12345']);
    expect(widthOf('\u0007')).toBe(6);
  });
});
