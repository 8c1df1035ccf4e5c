import { unhurried$ } from '../../src/connection/unhurried.ts';
import { marbles } from '../support/marbles.ts';

describe('unhurried$', () => {
  afterEach(() => jest.useRealTimers());

  it('is a plain timer where nothing is late, as in virtual time', () => {
    marbles(({ expectObservable }) => {
      expectObservable(unhurried$(5)).toBe('-----(t|)', { t: 0 });
      expectObservable(unhurried$(5), '^--!').toBe('----');
      expectObservable(unhurried$(-1)).toBe('(t|)', { t: 0 });
    });
  });

  it('grants a grace, once, to a program that was busy when it should have fired', () => {
    jest.useFakeTimers();
    const busyUntil = performance.now() + 1_000;
    const seen: number[] = [];
    unhurried$(100).subscribe((ago) => seen.push(ago));
    // A fake clock is never late by itself: the program is busy from within the timer's own moment.
    const now = jest.spyOn(performance, 'now').mockReturnValue(busyUntil);
    jest.advanceTimersByTime(100);
    now.mockReturnValue(busyUntil + 50);
    expect(seen).toEqual([]);

    jest.advanceTimersByTime(50);
    expect(seen).toEqual([50]);
    expect(jest.getTimerCount()).toBe(0);
    now.mockRestore();
  });
});
