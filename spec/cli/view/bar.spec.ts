import fc from 'fast-check';
import { bar } from '../../../src/cli/view/bar.ts';

describe('bar', () => {
  it.each([
    [0, 4, ''],
    [0.5, 5, '██▌'],
    [1, 4, '████'],
    [1 / 32, 4, '▏'],
    [7, 2, '██'],
    [-1, 2, ''],
    [NaN, 2, ''],
    [0.4, 0, ''],
  ])('of %d in %d columns is %j', (part, width, text) => {
    expect(bar(part, width)).toBe(text);
  });

  it('is never longer than its width, nor shorter than that of a smaller part', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.nat(80), (one, other, width) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map(
          (part) => bar(part, width).length,
        );
        expect(more).toBeLessThanOrEqual(width);
        if (!Number.isNaN(one + other)) expect(less).toBeLessThanOrEqual(more ?? 0);
      }),
    );
  });
});
