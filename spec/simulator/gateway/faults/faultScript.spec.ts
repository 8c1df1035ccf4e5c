import * as fc from 'fast-check';
import { faultScript } from '../../../../src/simulator/index.ts';

const seeds = fc.integer();

describe('a random script of faults', () => {
  it('is the same for the same seed', () => {
    fc.assert(fc.property(seeds, (seed) => expect(faultScript(seed)).toEqual(faultScript(seed))));
  });

  it('is plain data within its bounds', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { lasts, faults } = faultScript(seed, { lasts: 900, most: 3, userIds: [5], largest: 10 });

        expect(lasts).toBe(900);
        expect(faults.length).toBeGreaterThan(0);
        expect(faults.length).toBeLessThanOrEqual(3);
        expect(JSON.parse(JSON.stringify(faults))).toEqual(faults);
        for (const fault of faults) {
          expect(fault.after).toBeLessThan(900);
          if ('lasts' in fault) expect(fault.lasts).toBeLessThanOrEqual(300);
          if (fault.does === 'oversizeFrame') expect(fault.size).toBeLessThanOrEqual(10);
          if (fault.does === 'secondLogin') expect(fault.userId).toBe(5);
        }
      }),
    );
  });

  it('comes to every kind of fault', () => {
    const kinds = new Set(
      Array.from({ length: 200 }, (_, seed) => faultScript(seed).faults.map(({ does }) => does)).flat(),
    );

    expect([...kinds].sort()).toEqual(
      [
        ...[
          'delay',
          'drip',
          'drop',
          'duplicate',
          'eventFirst',
          'logOut',
          'malformedFrame',
          'malformedPayload',
        ],
        ...['mute', 'oversizeFrame', 'refuse', 'reorder', 'secondLogin', 'unknownEvent', 'withhold'],
      ].sort(),
    );
  });
});
