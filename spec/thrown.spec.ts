import { saidBy } from '../src/thrown.ts';

/** What cannot be made a text of. */
const wordless: readonly unknown[] = [
  Object.create(null),
  {
    toString: () => {
      throw new Error('no text');
    },
  },
  Object.assign(new Error('replaced'), { message: Object.create(null) as unknown }),
];

describe('saidBy', () => {
  it.each([
    [new RangeError('out of range'), 'out of range'],
    ['plain words', 'plain words'],
    [undefined, 'undefined'],
    [Symbol('mark'), 'Symbol(mark)'],
    [Object.assign(new Error('replaced'), { message: Symbol('mark') }), 'Symbol(mark)'],
  ])('is the message of an error, or the text of anything else (%#)', (thrown, said) => {
    expect(saidBy(thrown)).toBe(said);
  });

  it.each(wordless)('says so where there is no text (%#)', (thrown) => {
    expect(saidBy(thrown)).toBe('something that has no text');
  });
});
