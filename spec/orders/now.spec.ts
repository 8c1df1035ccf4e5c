import { asyncScheduler, timer } from 'rxjs';
import { now, wallOf } from '../../src/orders/now.ts';
import { marbles } from '../support/marbles.ts';

describe('wallOf', () => {
  it('is the time of day at a time of the clock that is never set', () => {
    marbles(({ flush }) => {
      timer(250).subscribe(() => expect(wallOf(now() - 50)).toBe(asyncScheduler.now() - 50));
      flush();
    });
  });

  it('leaves never as it is', () => {
    expect(wallOf(0)).toBe(0);
  });
});
