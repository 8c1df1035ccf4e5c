import { plainText } from '../../../src/cli/view/line.ts';
import { table } from '../../../src/cli/view/table.ts';

describe('table', () => {
  it('makes columns as wide as their widest text, and keeps what spans mean', () => {
    const rows = table(
      [
        [['product', 'faint'], ['amount']],
        [['注文'], ['12.5', 'up']],
      ],
      ['left', 'right'],
    );
    expect(rows.map(plainText)).toEqual(['product  amount', '注文       12.5']);
    expect(rows[1]?.at(-1)).toEqual(['  12.5', 'up']);
  });

  it('takes rows of different lengths, and none', () => {
    expect(table([[['a']], [['b'], ['c']]], []).map(plainText)).toEqual(['a', 'b  c']);
    expect(table([], [])).toEqual([]);
  });
});
