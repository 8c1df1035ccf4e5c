import { type Trial, tryOut } from './campaign.ts';

const frames = 50_000;
const batches = 4;

/** Seeds from one on, until they have sent so many frames. */
const trialsFrom = (from: number): readonly Trial[] => {
  const trials: Trial[] = [];
  const sent = (): number => trials.reduce((sum, { toll }) => sum + toll.frames, 0);
  while (sent() < frames / batches) trials.push(tryOut(from + trials.length));
  return trials;
};

describe(`${frames} damaged frames`, () => {
  it.each([1, 101, 201, 301])(
    'throw nothing, pollute nothing, and change nothing for whom they did not hit: from seed %i on',
    (from) => {
      const trials = trialsFrom(from);

      expect(trials.flatMap(({ wrong }) => wrong)).toEqual([]);
      // Not all of it went by, and not everybody was hit.
      expect(trials.some(({ toll }) => toll.frames > toll.aimless)).toBe(true);
      expect(trials.reduce((sum, { lines }) => sum + lines, 0)).toBeGreaterThan(1_000);
    },
    120_000,
  );
});
