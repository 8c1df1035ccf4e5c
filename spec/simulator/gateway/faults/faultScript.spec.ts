import * as fc from 'fast-check';
import { faultKinds, faultScript } from '../../../../src/simulator/index.ts';

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

  it('comes to every kind of fault that there is, where all may come', () => {
    const kinds = new Set(
      Array.from({ length: 400 }, (_, seed) =>
        faultScript(seed, { kinds: 'all' }).faults.map(({ does }) => does),
      ).flat(),
    );

    expect([...kinds].sort()).toEqual([...faultKinds].sort());
  });

  it('keeps to the kinds it is given', () => {
    fc.assert(
      fc.property(seeds, fc.uniqueArray(fc.constantFrom(...faultKinds), { minLength: 1 }), (seed, kinds) => {
        const { faults } = faultScript(seed, { kinds });

        expect(faults.length).toBeGreaterThan(0);
        expect(faults.filter(({ does }) => !kinds.includes(does))).toEqual([]);
      }),
    );
    expect(faultScript(7, { kinds: [] }).faults).toEqual([]);
  });

  it('has one kind alone now and then, and is otherwise of many', () => {
    const counts = Array.from(
      { length: 400 },
      (_, seed) => faultScript(seed, { kinds: 'all', most: 16 }).faults,
    )
      .filter(({ length }) => length >= 8)
      .map((faults) => new Set(faults.map(({ does }) => does)).size);

    expect(counts.filter((count) => count === 1).length).toBeGreaterThan(counts.length / 10);
    expect(counts.filter((count) => count > 3).length).toBeGreaterThan(counts.length / 3);
  });

  it('is what it has always been where nothing is said of kinds', () => {
    expect(faultScript(3, { most: 2 })).toEqual({
      lasts: 4_000,
      faults: [
        { after: 1_824, on: { frame: 4, when: 'heard' }, does: 'drop' },
        { after: 2_210, on: { frame: 1, when: 'carriedOut' }, does: 'unknownEvent', name: 'Unknown4Event' },
      ],
    });
  });

  it('comes to every kind of fault of the wire', () => {
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
