import fc from 'fast-check';
import { printable, printableLines } from '../../src/cli/printable.ts';

describe('printable', () => {
  it.each([
    ['what moves the cursor', '\u001B[2J\u009B1m\r\b', '\\u001b[2J\\u009b1m\\u000d\\u0008'],
    ['what turns the direction of a line', 'a\u202Eb', 'a\\u202eb'],
    ['ends of lines, Unicode’s own too', 'a\nb\u2028', 'a\\u000ab\\u2028'],
    ['half a character', '\uD800', '\\ud800'],
    ['a tag, which is two units', '\u{E0001}', '\\udb40\\udc01'],
  ])('writes the escape of %s', (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it('leaves words as they are', () => {
    expect(printable('BTC/USDT 0.1 € 日本 😀')).toBe('BTC/USDT 0.1 € 日本 😀');
  });

  it('leaves JSON with the same value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(JSON.parse(printable(JSON.stringify(text)))).toBe(text);
      }),
    );
  });

  it('keeps lines where they are meant', () => {
    expect(printableLines('a\n\u001Bb')).toBe('a\n\\u001bb');
  });
});
