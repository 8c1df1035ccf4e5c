import { EMPTY } from 'rxjs';
import { countedWire } from '../../src/connection/countedWire.ts';
import { TransportError } from '../../src/errors.ts';
import type { Wire } from '../../src/transport/transport.ts';

const cause = new TransportError('dropped');

const given = (more: Partial<Wire> = {}) => {
  const log: unknown[] = [];
  const wire: Wire = {
    message$: EMPTY,
    send: (text) => log.push(text),
    close: (...how) => log.push(['close', ...how]),
    terminate: () => log.push('terminate'),
    ...more,
  };
  return { log, wire, counted: countedWire(wire, () => log.push('counted')) };
};

describe('countedWire', () => {
  it('counts a message before it is sent', () => {
    const { log, counted } = given();
    counted.send('a');
    expect(log).toEqual(['counted', 'a']);
  });

  it('is the same wire in everything else', () => {
    const { log, wire, counted } = given({ cause: () => cause, heardAt: () => 7 });
    counted.close(1000, 'enough');
    counted.terminate();
    expect(log).toEqual([['close', 1000, 'enough'], 'terminate']);
    expect(counted.message$).toBe(wire.message$);
    expect([counted.cause?.(), counted.heardAt?.()]).toEqual([cause, 7]);
  });

  it('says no more of itself than the wire does', () => {
    const { counted } = given();
    expect([counted.cause?.(), 'heardAt' in counted]).toEqual([undefined, false]);
  });
});
