import fc from 'fast-check';
import { createResolve, type Doubt, type Look } from '../../src/orders/resolve.ts';

const clean = (age: number, given: Partial<Look> = {}): Look => ({
  at: 0,
  age,
  asked: age < 30_000 ? 'history' : 'both',
  found: 0,
  isClean: true,
  isOfThisSession: true,
  ...given,
});
const doubt = (age: number, looks: readonly Look[] = [], given: Partial<Doubt> = {}): Doubt => ({
  age,
  looks,
  isOn: true,
  hasEchoed: true,
  ...given,
});
const failed = (age: number): Look => clean(age, { isClean: false });

describe('createResolve', () => {
  const resolve = createResolve();

  it.each<readonly [string, Doubt, unknown]>([
    ['first at half a second', doubt(100), { lookIn: 400 }],
    ['then at 2 s', doubt(600, [clean(500)]), { lookIn: 1_400 }],
    ['then at 5 s', doubt(2_000, [clean(500), clean(2_000)]), { lookIn: 3_000 }],
    ['then at 10 s', doubt(5_000, [clean(5_000)]), { lookIn: 5_000 }],
    ['then at 30 s', doubt(10_000, [clean(10_000)]), { lookIn: 20_000 }],
    ['then every 15 s', doubt(30_000, [failed(30_000)]), { lookIn: 15_000 }],
    ['again every 15 s', doubt(45_000, [failed(45_000)]), { lookIn: 15_000 }],
    ['at once where a time fell into an outage', doubt(7_000, [clean(2_000)]), { lookIn: 0 }],
    ['not while it cannot be asked', doubt(7_000, [], { isOn: false }), { lookIn: 293_000 }],
  ])('looks %s', (_name, given, expected) => {
    expect(resolve(given)).toEqual(expected);
  });

  it.each<readonly [string, Doubt, string | undefined]>([
    ['two clean looks, one of both lists at 30 s', doubt(30_000, [clean(10_000), clean(30_000)]), 'NotFound'],
    ['one clean look', doubt(30_000, [clean(30_000)]), undefined],
    ['an error, which is no answer', doubt(30_000, [failed(10_000), clean(30_000)]), undefined],
    [
      'a look on an earlier socket',
      doubt(30_000, [clean(10_000, { isOfThisSession: false }), clean(30_000)]),
      undefined,
    ],
    [
      'looks of one list alone',
      doubt(30_000, [clean(10_000), clean(30_000, { asked: 'history' })]),
      undefined,
    ],
    ['looks that are too young', doubt(29_000, [clean(10_000), clean(29_000, { asked: 'both' })]), undefined],
    [
      'an exchange that never told of an id of ours',
      doubt(30_000, [clean(10_000), clean(30_000)], { hasEchoed: false }),
      'Unresolved',
    ],
    ['five minutes without an answer', doubt(300_000, [failed(30_000)]), 'Unresolved'],
    ['five minutes without a link', doubt(300_000, [], { isOn: false }), 'Unresolved'],
  ])('comes to a verdict on %s, if it may', (_name, given, verdict) => {
    expect(resolve(given)).toEqual(
      verdict === undefined
        ? { lookIn: expect.any(Number) as unknown }
        : { verdict, reason: expect.stringMatching(/\w+/) as unknown },
    );
  });

  it('always says something: a wait that ends, or a verdict; and gives up at last', () => {
    const look = fc
      .record({ age: fc.nat(400_000), isClean: fc.boolean(), isOfThisSession: fc.boolean() })
      .map(({ age, ...given }) => clean(age, given));
    const anything = fc.record({
      age: fc.nat(400_000),
      looks: fc.array(look, { maxLength: 8 }),
      isOn: fc.boolean(),
      hasEchoed: fc.boolean(),
    });
    fc.assert(
      fc.property(anything, (given) => {
        const said = resolve(given);
        expect(resolve(given)).toEqual(said);
        if ('lookIn' in said) {
          expect(said.lookIn).toBeGreaterThanOrEqual(0);
          expect(given.age + said.lookIn).toBeLessThanOrEqual(300_000);
        } else if (said.verdict === 'NotFound') expect(given.hasEchoed).toBe(true);
        if (given.age >= 300_000) expect(said).toHaveProperty('verdict');
      }),
    );
  });

  it('takes other ages', () => {
    const quick = createResolve({ ages: [10, 20], every: 5, minAge: 20, giveUp: 100 });
    expect(quick(doubt(0))).toEqual({ lookIn: 10 });
    expect(quick(doubt(20, [clean(20)]))).toEqual({ lookIn: 5 });
    expect(quick(doubt(20, [clean(10), clean(20, { asked: 'both' })]))).toMatchObject({
      verdict: 'NotFound',
    });
  });
});
