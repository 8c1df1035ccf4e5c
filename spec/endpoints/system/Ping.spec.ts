import { Ping } from '../../../src/endpoints/system/Ping.ts';
import { received, sent } from '../../support/exchanged.ts';

describe('Ping', () => {
  it('sends nothing and reads the answer', () => {
    expect(sent(Ping, {})).toBe('{}');
    expect(received(Ping, '{"msg":"PONG"}')).toEqual({ msg: 'PONG' });
    expect(received(Ping, '{}')).toBe(
      "Ping: the exchange's payload was not understood: msg should be string but is undefined.",
    );
  });
});
