import { createExchangeClock, exchangeClockOf } from '../../src/market/exchangeClock.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

describe('the clock of the exchange', () => {
  it('reaches a time by what has elapsed since the latest one seen', () => {
    marbles(({ cold, expectObservable }) => {
      const clock = createExchangeClock();
      cold('  --a---b-c', { a: 100, b: 107, c: 50 }).subscribe(clock.see);

      expectObservable(clock.reaches$(110)).toBe('---------(x|)', { x: 110 });
    });
  });

  it('counts what has elapsed from the sight, not from when somebody asks, and never goes back', () => {
    marbles(({ cold, expectObservable }) => {
      const clock = createExchangeClock();
      cold('  a-b', { a: 100, b: 101 }).subscribe(clock.see);

      expectObservable(clock.reaches$(110), '-----^').toBe('----------(x|)', { x: 110 });
    });
  });

  it('reaches nothing before it has seen a time, and what is past at once', () => {
    marbles(({ cold, expectObservable }) => {
      const clock = createExchangeClock();
      cold('----a', { a: 500 }).subscribe(clock.see);

      expectObservable(clock.reaches$(500)).toBe('----(x|)', { x: 500 });
      expectObservable(createExchangeClock().reaches$(1), '--------!').toBe('');
    });
  });

  it('takes a time that is far ahead only once a second one agrees with it', () => {
    marbles(({ cold, expectObservable }) => {
      const far = 86_400_000;
      const clock = createExchangeClock();
      cold('  a-b-c-d-e', { a: 100, b: far, c: 104, d: far + 60, e: far + 62 }).subscribe(clock.see);

      expectObservable(clock.reaches$(far)).toBe('--------(x|)', { x: far });
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
