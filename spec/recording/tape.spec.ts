import { map } from 'rxjs';
import { createTape, type TapeOptions } from '../../src/recording/tape.ts';
import { marbles } from '../support/marbles.ts';

const line = (t: number, rest: object): string => JSON.stringify({ t, s: 1, ...rest });
const lines = [
  line(1_000, { dir: 'open', url: 'ws://x/' }),
  line(1_005, { dir: 'in', text: 'a' }),
  line(1_008, { dir: 'in', text: 'b' }),
  line(1_010, { dir: 'close', code: 1006, why: 'gone' }),
];
const options: TapeOptions = { speed: 1, isHurried: false };

describe('createTape', () => {
  it('runs from the first opening on, at its times, and loses the socket as it was lost', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const tape = createTape(lines, options);
      const told: string[] = [];
      cold('-----------o').subscribe(() => {
        tape.transport('ws://x/').subscribe({
          next: (wire) => wire.message$.subscribe((message) => told.push(String(message))),
          error: (error: unknown) => told.push((error as Error).message),
        });
      });
      expectObservable(tape.progress$.pipe(map(({ line: at }) => at))).toBe('11ms 1----2--3-(4|)', {
        1: 1,
        2: 2,
        3: 3,
        4: 4,
      });
      flush();
      expect(told).toEqual(['a', 'b', expect.stringContaining('gone')]);
      expect(tape.isIdle()).toBe(true);
    });
  });

  it('is over for whoever comes later, and once it is stopped', () => {
    marbles(({ expectObservable }) => {
      const tape = createTape(lines, options);
      tape.stop();
      const message$ = tape.transport('ws://x/').pipe(map(() => 'opened'));
      expectObservable(message$).toBe(
        '#',
        undefined,
        expect.objectContaining({ isFinal: true, message: expect.stringContaining('is over') as unknown }),
      );
      expectObservable(tape.over$).toBe('|');
    });
  });

  it('knows its bounds, and begins where a socket opened that lived at the given time', () => {
    const later = [...lines, line(2_000, { s: 2, dir: 'open' }), line(2_005, { s: 2, dir: 'in', text: 'c' })];
    expect(createTape(later, options)).toMatchObject({ begin: 1_000, end: 2_005 });
    expect(createTape(later, { ...options, from: 1_500 })).toMatchObject({ begin: 2_000, end: 2_005 });
    expect(createTape(later, { ...options, from: 1_007 })).toMatchObject({ begin: 1_000, end: 2_005 });
  });

  it('keeps lines that can be read only once', () => {
    marbles(({ flush }) => {
      const once = (function* () {
        yield* lines;
      })();
      const tape = createTape(once, options);
      const told: string[] = [];
      tape.transport('ws://x/').subscribe({
        next: (wire) => wire.message$.subscribe((message) => told.push(String(message))),
        error: () => undefined,
      });
      flush();
      expect(told).toEqual(['a', 'b']);
    });
  });
});
