import { batchesOnScreen, onScreen } from '../../examples/browser/page/onScreen.ts';
import { marbles } from '../support/marbles.ts';

describe('onScreen', () => {
  it('draws the newest once a frame, and nothing while there are no frames', () => {
    const drawn: string[] = [];
    marbles(({ hot, animate, expectObservable }) => {
      animate('           ----x----x---------x---x');
      const source = hot('abc-----d-ef-g-|');
      const expected = '  a---c----d---------g---|';
      expectObservable(source.pipe(onScreen((value) => drawn.push(value)))).toBe(expected);
    });
    expect(drawn).toEqual(['a', 'c', 'd', 'g']);
  });
});

describe('batchesOnScreen', () => {
  it('draws all that came since the last frame together, the last ones where they are too many', () => {
    const drawn: (readonly string[])[] = [];
    marbles(({ hot, animate, expectObservable }) => {
      animate('           ----x----x---------x---x');
      const source = hot('a-b---cd--efgh-|');
      const expected = '  a---b----x---------y---|';
      expectObservable(source.pipe(batchesOnScreen((batch) => drawn.push(batch), 3))).toBe(expected, {
        a: ['a'],
        b: ['b'],
        x: ['c', 'd'],
        y: ['f', 'g', 'h'],
      });
    });
    expect(drawn).toEqual([['a'], ['b'], ['c', 'd'], ['f', 'g', 'h']]);
  });
});
