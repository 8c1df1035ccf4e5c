import * as fc from 'fast-check';
import { delayOf, emptied, fullBucket, refilled, settledPace, taken } from '../../src/connection/pace.ts';

const pace = settledPace({ perSecond: 10, burst: 3 });

describe('settledPace', () => {
  it('has a burst of one frame where none is asked for, and never less', () => {
    expect(settledPace({ perSecond: 2.5 })).toEqual({ perSecond: 2.5, burst: 1 });
    expect(settledPace({ perSecond: 2.5, burst: 0.2 }).burst).toBe(1);
  });

  it('makes nonsense a slow pace, and never one at which nothing goes out', () => {
    for (const nonsense of [0, -1, NaN, Infinity]) {
      expect(settledPace({ perSecond: nonsense, burst: nonsense })).toEqual({ perSecond: 1, burst: 1 });
    }
  });
});

describe('a bucket', () => {
  it('lets a burst go at once, and then one after another', () => {
    let bucket = fullBucket(pace, 0);
    const delays = [1, 2, 3, 4].map(() => {
      const delay = delayOf(bucket, pace);
      bucket = taken(bucket);
      return delay;
    });
    expect(delays).toEqual([0, 0, 0, 100]);
    expect(delayOf(bucket, pace)).toBe(200);
  });

  it('fills with time, and not above the burst', () => {
    const empty = { tokens: 0, at: 0 };
    expect(refilled(empty, pace, 150)).toEqual({ tokens: 1.5, at: 150 });
    expect(refilled(empty, pace, 1e6)).toEqual({ tokens: 3, at: 1e6 });
  });

  it('is empty after a refusal, and what is owed stays owed', () => {
    expect(emptied({ tokens: 2, at: 5 })).toEqual({ tokens: 0, at: 5 });
    expect(emptied({ tokens: -2, at: 5 })).toEqual({ tokens: -2, at: 5 });
  });

  it('has a frame to give after the delay that it tells of, whatever the pace', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e4, noNaN: true }),
        fc.double({ min: -50, max: 5, noNaN: true }),
        (perSecond, tokens) => {
          const some = settledPace({ perSecond, burst: 5 });
          const bucket = { tokens, at: 0 };
          expect(delayOf(refilled(bucket, some, delayOf(bucket, some)), some)).toBe(0);
        },
      ),
    );
  });
});
