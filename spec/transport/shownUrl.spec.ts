import fc from 'fast-check';
import { shownUrl } from '../../src/transport/shownUrl.ts';

describe('shownUrl', () => {
  it.each([
    ['wss://exchange.example/gateway', 'wss://exchange.example/gateway'],
    ['wss://ana:hush@exchange.example/gateway?token=hush#part', 'wss://exchange.example/gateway'],
    ['wss://ana:hu@sh@exchange.example/a@b', 'wss://exchange.example/a@b'],
    ['wss://ana:hu/sh@exchange.example', 'wss://exchange.example'],
    ['wss://ana:hu?sh@exchange.example', 'wss://exchange.example'],
    ['wss://ana:hu#sh@exchange.example', 'wss://exchange.example'],
    ['wss:/ana:hush@exchange.example', 'exchange.example'],
    ['ana:hush@exchange.example/gateway', 'exchange.example/gateway'],
    ['//ana:hush@exchange.example', 'exchange.example'],
    ['nowhere', 'nowhere'],
    ['', ''],
  ])('leaves out user, password and query: %s', (url, shown) => {
    expect(shownUrl(url)).toBe(shown);
  });

  it('shows nothing of a password, whatever characters it has and whether or not that makes an address', () => {
    const password = fc.string({ minLength: 6 }).map((text) => `MARK${text}MARK`);
    const scheme = fc.constantFrom('wss://', 'ws:/', 'ws+unix:', '//', '');

    fc.assert(
      fc.property(scheme, password, (before, mark) => {
        expect(shownUrl(`${before}ana:${mark}@exchange.example/gateway`)).not.toContain('MARK');
      }),
    );
  });
});
