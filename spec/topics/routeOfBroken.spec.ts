import { apartBy, numberAt, routeAt, routeInRows } from '../../src/topics/routeOfBroken.ts';

describe('the route of what is broken', () => {
  it('is the number at a key, also where that is a text', () => {
    expect([{ Id: 7 }, { Id: '7' }, { Id: {} }, null, 'x'].map(routeAt('Id'))).toEqual([
      ['7'],
      ['7'],
      [],
      [],
      [],
    ]);
    expect(numberAt([1, 2], 1)).toBe(2);
  });

  it('is in rows that of the first that has one', () => {
    expect(routeInRows(1)([['a'], ['b', 3]])).toEqual(['3']);
    expect(routeInRows(1)('no rows')).toEqual([]);
  });
});

describe('apartBy', () => {
  it('takes rows apart by a column, and those that belong to nobody too', () => {
    expect(apartBy(0)([[1, 'a'], [2, 'b'], [1, 'c'], ['x']])).toEqual([
      [
        [1, 'a'],
        [1, 'c'],
      ],
      [[2, 'b']],
      [['x']],
    ]);
    expect(apartBy(0)('no rows')).toEqual(['no rows']);
  });
});
