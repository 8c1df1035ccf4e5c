import { asSentence, listed, shownValue } from '../src/words.ts';

describe('the words of errors', () => {
  it('asSentence ends with one full stop', () => {
    expect([' Wrong ', 'Wrong.'].map(asSentence)).toEqual(['Wrong.', 'Wrong.']);
  });

  it('shownValue shows the JSON text without secrets', () => {
    expect(shownValue({ OrderId: 5n, SessionToken: 'canary' })).toBe('{"OrderId":5,"SessionToken":***}.');
  });

  it('listed tells five places and counts the rest', () => {
    const place = { path: '', expected: 'a number', found: '"x"' };
    expect(listed([place])).toBe('the value should be a number but is "x"');
    expect(listed(Array<typeof place>(6).fill(place))).toMatch(/, and 1 more$/);
  });
});
