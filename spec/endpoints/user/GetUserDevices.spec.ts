import { epochMsFromTicks } from '../../../src/codec/scalars/Ticks.ts';
import { GetUserDevices } from '../../../src/endpoints/user/GetUserDevices.ts';
import { dispensable } from '../../support/dispensable.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

const device = {
  HashCode: -1234567890,
  Location: '',
  DeviceName: 'browser',
  IpAddress: '192.0.2.1',
  UserId: 6,
  IsTrusted: true,
  ExpirationTime: 1,
};
const ticks = JSON.stringify([device]).replace('"ExpirationTime":1', '"ExpirationTime":638182602317851821');

describe('GetUserDevices', () => {
  it('knows no order system', () => {
    expect(sent(GetUserDevices, {})).toBe('{}');
    expect(sent(GetUserDevices, { UserId: 6 })).toBe('{"UserId":6}');
    expect(sentAnyway(GetUserDevices, { OMSId: 1 })).toBe(
      'GetUserDevices was not sent: OMSId should be left out, as there is no such field, but is 1. Correct the call.',
    );
  });

  it('reads the time of expiry without rounding it', () => {
    expect(received(GetUserDevices, ticks)).toEqual([{ ...device, ExpirationTime: 638182602317851821n }]);
    expect(epochMsFromTicks(638182602317851821n)).toBe(1682663431785);
  });

  it('needs every field', () => {
    expect(dispensable(GetUserDevices, device, (u) => [u], '0.')).toEqual([]);
  });
});
