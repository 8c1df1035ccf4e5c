import { shownUrl, socketOptions } from '../../src/transport/options.ts';

describe('socketOptions', () => {
  it('has a default for each, which undefined means too', () => {
    const odd = { connectTimeout: undefined, maxPayload: undefined } as unknown as { maxPayload: number };

    expect(socketOptions({})).toEqual({ connectTimeout: 10_000, maxPayload: 32 * 1024 * 1024 });
    expect(socketOptions(odd)).toEqual(socketOptions({}));
    expect(socketOptions({ maxPayload: 5 })).toMatchObject({ maxPayload: 5 });
  });
});

describe('shownUrl', () => {
  it('leaves out user, password and query', () => {
    expect(shownUrl('wss://ana:hush@exchange.example/gateway?token=hush#part')).toBe(
      'wss://exchange.example/gateway',
    );
  });
});
