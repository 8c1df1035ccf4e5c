import { NEVER } from 'rxjs';
import { patience$ } from '../../src/connection/patience.ts';
import { marbles } from '../support/marbles.ts';

describe('patience$', () => {
  it('waits for the delay where nobody hurries', () => {
    marbles(({ expectObservable }) => {
      expectObservable(patience$(6, 2, NEVER)).toBe('------(d|)', { d: 0 });
    });
  });

  it('ends when it is hurried, but not before the shortest wait, and remembers being hurried until then', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const late = cold('   ----h');
      const lateEnd = '     ----(e|)';
      const early = cold('  -h');
      const earlyEnd = '    --(e|)';
      const subs = '        ^---!';

      expectObservable(patience$(9, 2, late)).toBe(lateEnd, { e: [0, 'h'] });
      expectObservable(patience$(9, 2, early)).toBe(earlyEnd, { e: [0, 'h'] });
      expectSubscriptions(late.subscriptions).toBe(subs);
    });
  });

  it('waits the delay out where it is told to wait longer than a timer counts', () => {
    jest.useFakeTimers();
    try {
      let ended = 0;
      patience$(2 ** 31, 0, NEVER).subscribe(() => (ended += 1));
      jest.advanceTimersByTime(1_000);

      expect(ended).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});
