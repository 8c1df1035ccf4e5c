import { painter } from '../../../src/cli/view/painted.ts';

describe('painter', () => {
  it('paints what spans mean, and ends each colour', () => {
    expect(painter(true)([['a', 'up'], [' '], ['b', 'strong']])).toBe(
      '\u001b[32ma\u001b[39m \u001b[1mb\u001b[22m',
    );
  });

  it('leaves the texts where there are no colours', () => {
    expect(painter(false)([['a', 'up'], [' '], ['b', 'downBar']])).toBe('a b');
  });

  it('lets no control character through', () => {
    expect(painter(false)([['\u001b[2J\u202e']])).toBe('\\u001b[2J\\u202e');
  });
});
