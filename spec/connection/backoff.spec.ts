import * as fc from 'fast-check';
import { exponentialBackoff } from '../../src/connection/backoff.ts';
import { AuthenticationFailed, TransportError } from '../../src/errors.ts';

const lost = new TransportError('lost');

describe('exponentialBackoff', () => {
  it('doubles its bound with every attempt up to the cap', () => {
    const backoff = exponentialBackoff({ base: 100, cap: 1_000, random: () => 0.5 });

    expect([1, 2, 3, 4, 5, 6, 5_000].map((attempt) => backoff(attempt, lost))).toEqual([
      50, 100, 200, 400, 500, 500, 500,
    ]);
  });

  it('stays between nothing and its bound, whatever chance says', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 1, max: 10_000 }),
        (chance, attempt) => {
          const delay = exponentialBackoff({ random: () => chance })(attempt, lost);
          expect(delay).toBeGreaterThanOrEqual(0);
          expect(delay).toBeLessThanOrEqual(Math.min(30_000, 500 * 2 ** (attempt - 1)));
        },
      ),
    );
  });

  it('spreads clients that were lost together evenly, at the cap too', () => {
    const delays = Array.from({ length: 1_000 }, () => exponentialBackoff({ cap: 1_000 })(50, lost) ?? -1);
    const inBucket = (bucket: number) => delays.filter((delay) => Math.floor(delay / 100) === bucket).length;

    // A thousand draws into ten buckets: fewer than 50 in one happens about once in ten million runs.
    for (let bucket = 0; bucket < 10; bucket++) expect(inBucket(bucket)).toBeGreaterThan(50);
  });

  it('never gives up by itself: what is final is not its to say', () => {
    const backoff = exponentialBackoff({ random: () => 0.5 });

    expect(backoff(1, new AuthenticationFailed('refused'))).toBe(250);
  });

  it('waits as long as the other side asks for, where that is longer', () => {
    const busy = (retryAfter: number) => new TransportError('busy', { status: 429, retryAfter });

    expect(exponentialBackoff({ random: () => 0.5 })(1, busy(30_000))).toBe(30_000);
    expect(exponentialBackoff({ random: () => 0.5 })(1, busy(100))).toBe(250);
  });

  it('steps back by one to five seconds when the exchange ended the login', () => {
    const ended = new AuthenticationFailed('ended');

    expect(exponentialBackoff({ random: () => 0 })(1, ended)).toBe(1_000);
    expect(exponentialBackoff({ base: 0, random: () => 0.5 })(1, ended)).toBe(3_000);
  });
});
