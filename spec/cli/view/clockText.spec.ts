import { clockText } from '../../../src/cli/view/clockText.ts';

describe('clockText', () => {
  it.each([
    [1_675_332_676_849, '10:11:16.849'],
    [0, '--:--:--.---'],
    [NaN, '--:--:--.---'],
    [1e99, '--:--:--.---'],
  ])('of %d is %s', (at, text) => {
    expect(clockText(at)).toBe(text);
  });
});
