import { allAt, type AtPrice, placeTwin } from '../../src/book/twins.ts';

interface Item {
  readonly digit: number;
  readonly name: string;
}

const compare = (a: Item, b: Item): number => a.digit - b.digit;
const item = (digit: number, name = 'first'): Item => ({ digit, name });
const put = (one: Item, there?: AtPrice<Item>) => placeTwin(one, there, { compare, isThere: true });
const end = (one: Item, there?: AtPrice<Item>) => placeTwin(one, there, { compare, isThere: false });

describe('what stands at one double', () => {
  it('is one thing, which the next of the same digits replaces or ends', () => {
    const one = item(1);
    expect(put(one)).toBe(one);
    expect(put(item(1, 'second'), one)).toEqual(item(1, 'second'));
    expect(end(item(1, 'second'), one)).toBeUndefined();
    expect(end(one)).toBeUndefined();
  });

  it('is several where digits tell them apart, the lowest first, each with an end of its own', () => {
    const both = put(item(1), item(2));
    if (both === undefined) throw new Error('there are two');
    expect(allAt(both)).toEqual([item(1), item(2)]);
    const three = put(item(3), both);
    if (three === undefined) throw new Error('there are three');
    expect(allAt(three).map(({ digit }) => digit)).toEqual([1, 2, 3]);
    const rest = end(item(1), end(item(3), three));
    expect(rest && allAt(rest)).toEqual([item(2)]);
    expect(allAt(both)).toHaveLength(2);
  });
});
