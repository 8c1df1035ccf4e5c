import { tryOut } from './campaign.ts';

const framesPerSeed = 12_500;

describe('50,000 damaged frames', () => {
  // Jest keeps a hundred lines of every stack, which costs more than the frame that the error is about.
  const { stackTraceLimit } = Error;
  beforeAll(() => {
    Error.stackTraceLimit = 10;
  });
  afterAll(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });

  it.each([1, 2, 3, 4])(
    'throw nothing, pollute nothing, and change nothing for whom they did not hit: seed %i',
    (seed) => {
      const { wrong, toll, lines } = tryOut(seed, framesPerSeed);

      expect(wrong).toEqual([]);
      expect(toll.frames).toBeGreaterThanOrEqual(framesPerSeed);
      // Not everybody was hit.
      expect(lines).toBeGreaterThan(10);
    },
    120_000,
  );
});
