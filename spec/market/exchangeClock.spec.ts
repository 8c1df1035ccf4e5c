import { createExchangeClock, exchangeClockOf } from '../../src/market/exchangeClock.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

describe('the clock of the exchange', () => {
  it('reaches a time by what has elapsed since the latest one seen', () => {
    marbles(({ cold, expectObservable }) => {
      const clock = createExchangeClock();
      cold('  --a---b-c', { a: 100, b: 107, c: 50 }).subscribe((time) => clock.see(time));

      expectObservable(clock.reaches$(110)).toBe('---------(x|)', { x: 110 });
    });
  });

  it('counts what has elapsed from the sight, not from when somebody asks, and never goes back', () => {
    marbles(({ cold, expectObservable }) => {
      const clock = createExchangeClock();
      cold('  a-b', { a: 100, b: 101 }).subscribe((time) => clock.see(time));

      expectObservable(clock.reaches$(110), '-----^').toBe('----------(x|)', { x: 110 });
    });
  });

  it('reaches nothing before it has seen a time, and what is past at once', () => {
    marbles(({ cold, expectObservable }) => {
      const clock = createExchangeClock();
      cold('----a', { a: 500 }).subscribe((time) => clock.see(time));

      expectObservable(clock.reaches$(500)).toBe('----(x|)', { x: 500 });
      expectObservable(createExchangeClock().reaches$(1), '--------!').toBe('');
    });
  });

  it('takes a time that is far ahead only once a second one agrees with it', () => {
    marbles(({ cold, expectObservable }) => {
      const far = 86_400_000;
      const clock = createExchangeClock();
      cold('  a-b-c-d-e', { a: 100, b: far, c: 104, d: far + 60, e: far + 62 }).subscribe((time) =>
        clock.see(time),
      );

      expectObservable(clock.reaches$(far)).toBe('--------(x|)', { x: far });
    });
  });

  it('keeps up with events that are all far from each other, whatever lies between them', () => {
    marbles(({ cold, expectObservable }) => {
      const clock = createExchangeClock();
      const [old, young, wrong, last] = [0, 7_200_000, 9e12, 10_800_000];
      cold('  a-b-c-d', { a: old, b: young, c: wrong, d: last }).subscribe((time) => clock.see(time));

      expectObservable(clock.reaches$(young)).toBe('----(x|)', { x: young });
      expectObservable(clock.reaches$(last)).toBe('------(x|)', { x: last });
      expectObservable(clock.reaches$(wrong), '--------!').toBe('');
    });
  });

  it('takes a time that is told again for no second one', () => {
    marbles(({ cold, expectObservable }) => {
      const clock = createExchangeClock();
      cold('  a-b-b-b', { a: 100, b: 9e12 }).subscribe((time) => clock.see(time));

      expectObservable(clock.reaches$(9e12), '--------!').toBe('');
    });
  });

  it('believes at once what is no further ahead than the stride of such events', () => {
    marbles(({ cold, expectObservable }) => {
      const clock = createExchangeClock();
      const hour = 3_600_000;
      cold('  a-b', { a: 0, b: hour }).subscribe((time) => clock.see(time, hour));

      expectObservable(clock.reaches$(hour)).toBe('--(x|)', { x: hour });
    });
  });

  it('waits for months, which no timer of a platform can', () => {
    marbles(({ expectObservable }) => {
      const clock = createExchangeClock();
      const months = 100 * 86_400_000;
      clock.see(0);

      expectObservable(clock.reaches$(months)).toBe(`${months}ms (x|)`, { x: months });
    });
  });

  it('is one for each connection', () => {
    const connection = connect(scriptedExchange());
    expect(exchangeClockOf(connection)).toBe(exchangeClockOf(connection));
    expect(exchangeClockOf({ ...connection })).toBe(exchangeClockOf(connection));
    expect(exchangeClockOf(connect(scriptedExchange()))).not.toBe(exchangeClockOf(connection));
  });
});
