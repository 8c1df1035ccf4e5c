import fc from 'fast-check';
import { createIds, idsOfProcess, partsOfId } from '../../src/orders/ids.ts';

const today = 1_795_800_000_000;

describe('createIds', () => {
  it('gives rising ids below 2^53 that tell their process, whatever the clock does', () => {
    const steps = fc.array(fc.integer({ min: -5_000, max: 5_000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(
        steps,
        fc.integer({ min: 0, max: 7 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (moves, idTag, start) => {
          let now = today;
          const ids = createIds({ idTag, now: () => now, random: () => start });
          let last = 0;
          for (const move of moves) {
            now += move;
            const id = ids();
            expect(id).toBeGreaterThan(last);
            expect(Number.isSafeInteger(id)).toBe(true);
            expect(partsOfId(id, today)).toMatchObject({ idTag });
            last = id;
          }
        },
      ),
    );
  });

  it('gives more ids within a millisecond than it has room for, and goes on from there', () => {
    let now = today;
    const ids = createIds({ now: () => now, random: () => 0.5 });
    const given = Array.from({ length: 1_000 }, ids);
    now += 1;
    given.push(ids());

    expect(new Set(given).size).toBe(1_001);
    expect(given).toEqual([...given].sort((a, b) => a - b));
  });

  it('gives other ids after a restart with the clock set back by less than the time since the last', () => {
    const before = createIds({ now: () => today })();
    const after = createIds({ now: () => today + 1 })();

    expect(after).toBeGreaterThan(before);
  });

  it('stays above an id that it was told of', () => {
    const ids = createIds({ now: () => today });
    const seen = createIds({ now: () => today + 5_000 })();
    ids.raise(seen);
    ids.raise(7);

    expect(ids()).toBeGreaterThan(seen);
  });

  it('stays above the last id of a millisecond that it was told of', () => {
    const ids = createIds({ now: () => today, random: () => 0 });
    const late = createIds({ now: () => today + 5, random: () => 0.9 })();
    ids();
    ids.raise(late);

    expect(ids()).toBeGreaterThan(late);
  });

  it('refuses a tag that is none', () => {
    expect(() => createIds({ idTag: 8 })).toThrow('An idTag is an integer from 0 to 7, not 8.');
  });

  it('works in a time before all ids, as a test has it', () => {
    expect(partsOfId(createIds({ now: () => 0 })(), 0)).toMatchObject({ idTag: 0 });
  });
});

describe('partsOfId', () => {
  it.each([0, 1, 123_456, today, 2 ** 53, 10n ** 17n, -5, (today + 2 * 86_400_000) * 1_024])(
    'takes %p for none of ours',
    (id) => {
      expect(partsOfId(id, today)).toBe(undefined);
    },
  );

  it('reads an id back', () => {
    const id = createIds({ idTag: 3, now: () => today, random: () => 0 })();

    expect(partsOfId(BigInt(id), today)).toEqual({ at: today, idTag: 3 });
  });
});

describe('idsOfProcess', () => {
  it('is one source for a tag', () => {
    expect(idsOfProcess(2)).toBe(idsOfProcess(2));
    expect(idsOfProcess()).toBe(idsOfProcess(0));
  });
});
