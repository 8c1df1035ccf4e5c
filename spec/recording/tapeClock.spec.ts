import { asyncScheduler } from 'rxjs';
import { createTapeClock } from '../../src/recording/tapeClock.ts';
import { marbles } from '../support/marbles.ts';

const at = (time: number, look: () => void): void => void asyncScheduler.schedule(look, time);

describe('the clock of a recording that is played', () => {
  it('runs as much faster as it is told', () => {
    marbles(({ flush }) => {
      const clock = createTapeClock(10);
      clock.start(5_000);
      const seen: number[] = [];
      at(7, () => seen.push(clock.now(), clock.until(6_000), clock.until(5_070), clock.until(0)));
      flush();
      expect(seen).toEqual([5_070, 93, 0, 0]);
    });
  });

  it('passes what is before its beginning without waiting, and runs from there', () => {
    marbles(({ flush }) => {
      const clock = createTapeClock(1, 9_000);
      clock.start(5_000);
      const seen: number[] = [];
      at(7, () => {
        seen.push(clock.until(8_000));
        clock.reach(8_000);
        seen.push(clock.now(), clock.until(9_002));
      });
      at(9, () => seen.push(clock.now(), clock.until(9_002)));
      flush();
      expect(seen).toEqual([0, 8_000, 2, 9_002, 0]);
    });
  });

  it('goes back where it is told, and never ahead', () => {
    marbles(({ flush }) => {
      const clock = createTapeClock(1);
      clock.start(0);
      const seen: number[] = [];
      at(100, () => {
        clock.turnBack(200);
        seen.push(clock.now());
        clock.turnBack(40);
        seen.push(clock.now());
      });
      at(110, () => seen.push(clock.now()));
      flush();
      expect(seen).toEqual([100, 40, 50]);
    });
  });

  it('takes for past what is nearer than half a microsecond', () => {
    marbles(() => {
      const clock = createTapeClock(1);
      clock.start(0);
      expect([clock.until(0.0004), clock.until(0.001)]).toEqual([0, 0.001]);
    });
  });
});
