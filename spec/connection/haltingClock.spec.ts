import { asyncScheduler } from 'rxjs';
import { createHaltingClock } from '../../src/connection/haltingClock.ts';
import { marbles } from '../support/marbles.ts';

describe('createHaltingClock', () => {
  it('runs as the monotonic clock does, and stands still from the first halt to the end of the last', () => {
    marbles(({ cold, flush }) => {
      const log: string[] = [];
      const clock = createHaltingClock(() => log.push(clock.isHalted() ? 'halted' : 'running'));
      const ends: (() => void)[] = [];
      const halt = (): unknown => ends.push(clock.halt());
      const end = (index: number): void => ends[index]?.();
      const readings: [number, number][] = [];
      cold('----a----b----c----d----e').subscribe((at) => {
        if (at === 'b' || at === 'c') halt();
        if (at === 'd') {
          end(0);
          end(0);
        }
        if (at === 'e') end(1);
      });
      for (const at of [4, 12, 17, 22, 26]) {
        asyncScheduler.schedule(() => readings.push([asyncScheduler.now(), clock.now()]), at);
      }

      flush();
      expect(readings).toEqual([
        [4, 4],
        [12, 9],
        [17, 9],
        [22, 9],
        [26, 11],
      ]);
      expect(log).toEqual(['halted', 'running']);
    });
  });
});
