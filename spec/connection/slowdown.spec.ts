import { notSlowed, paceAt, slowedBy } from '../../src/connection/slowdown.ts';

const pace = { perSecond: 8, burst: 4 };

describe('slowedBy', () => {
  it('halves the pace with each refusal, and counts those of one second once', () => {
    const once = slowedBy(notSlowed, 0);
    expect(paceAt(pace, once, 0)).toEqual({ perSecond: 4, burst: 2 });
    expect(slowedBy(once, 999)).toBe(once);
    expect(paceAt(pace, slowedBy(once, 1_000), 1_000)).toEqual({ perSecond: 2, burst: 1 });
  });

  it('goes no slower than a 64th, and lets one frame go at least', () => {
    let slowdown = notSlowed;
    for (let second = 0; second < 20; second++) slowdown = slowedBy(slowdown, second * 1_000);
    expect(paceAt(pace, slowdown, 19_000)).toEqual({ perSecond: 8 / 64, burst: 1 });
  });
});

describe('paceAt', () => {
  it('is twice as fast after each ten seconds of peace, up to what was asked for', () => {
    const slowdown = slowedBy(slowedBy(notSlowed, 0), 1_000);
    const speeds = [1_000, 10_999, 11_000, 21_000, 1e6].map((now) => paceAt(pace, slowdown, now).perSecond);
    expect(speeds).toEqual([2, 2, 4, 8, 8]);
  });

  it('is what was asked for before any refusal', () => {
    expect(paceAt(pace, notSlowed, 0)).toEqual(pace);
  });

  it('counts on from where it stands when it is refused again', () => {
    const slowdown = slowedBy(slowedBy(notSlowed, 0), 1_000);
    expect(paceAt(pace, slowedBy(slowdown, 11_000), 11_000).perSecond).toBe(2);
  });
});
