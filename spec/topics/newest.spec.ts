import { newest } from '../../src/topics/newest.ts';

describe('newest', () => {
  it('lets each payload replace the one before, and asks which of those held are news', () => {
    const { apply, news } = newest<object, number>((event, state) => (event < state ? undefined : event));
    expect(apply(1, 2, {})).toBe(2);
    expect([news?.(1, 2), news?.(3, 2)]).toEqual([undefined, 3]);
  });
});
