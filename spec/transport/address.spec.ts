import { checkAddress, noAddress } from '../../src/transport/address.ts';

describe('checkAddress', () => {
  it.each(['ws://127.0.0.1:1', 'wss://exchange.example/gateway?a=b', 'WSS://exchange.example'])(
    'takes %s',
    (url) => {
      expect(checkAddress(url)).toBe(url);
    },
  );

  it.each(['nowhere', '/WSGateway', '//exchange.example', '', 'wss://', 'http://a', 'javascript:a'])(
    'never has one completed by a page: %s',
    (url) => {
      expect(() => checkAddress(url)).toThrow(/Invalid URL|must begin with ws:/);
    },
  );

  it('tells no password of one that is none', () => {
    expect(() => checkAddress('wss://ana:hush@:bad')).toThrow(/^Invalid URL: wss:\/\/:bad$/);
  });
});

describe('noAddress', () => {
  it('is final', () => {
    expect(noAddress('nowhere', new SyntaxError('Invalid URL: nowhere'))).toMatchObject({
      message: 'Could not connect: nowhere: Invalid URL: nowhere. Correct the address.',
      isFinal: true,
    });
  });
});
