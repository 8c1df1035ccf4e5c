import { NEVER, Subject } from 'rxjs';
import { drawn$, type Picture } from '../../src/cli/drawn.ts';
import { painter } from '../../src/cli/view/painted.ts';
import { marbles } from '../support/marbles.ts';
import { createScreen } from '../support/terminal.ts';

const enter = '\u001b[?1049h\u001b[?25l';
const leave = '\u001b[?2026l\u001b[?25h\u001b[?1049l';
const paint = painter(false);
const said =
  (text: string): Picture =>
  () => [[[text]]];

describe('drawn$', () => {
  it('takes the screen before the first picture and gives it back after the last, as the pictures end', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { screen, written, exits } = createScreen({ columns: 20, rows: 5 });
      const picture$ = cold('a 99ms b 99ms |', { a: said('one'), b: said('two') });
      expectObservable(drawn$(picture$, screen, paint)).toBe('200ms |');
      flush();
      expect([written[0], written.at(-1), exits.size]).toEqual([enter, leave, 0]);
      expect(written).toHaveLength(4);
    });
  });

  it.each([
    ['it is unsubscribed from', (_end: Subject<Picture>, unsubscribe: () => void) => unsubscribe()],
    ['the pictures fail', (end: Subject<Picture>) => end.error(new Error('no such instrument'))],
    ['they complete', (end: Subject<Picture>) => end.complete()],
  ])('gives the screen back once when %s', (_, act) => {
    const { screen, written, exits } = createScreen({ columns: 20, rows: 5 });
    const picture$ = new Subject<Picture>();
    const drawing = drawn$(picture$, screen, paint).subscribe({ error: () => undefined });
    act(picture$, () => drawing.unsubscribe());
    expect(written).toEqual([enter, leave]);
    expect(exits.size).toBe(0);
  });

  it('gives the screen back when the process ends', () => {
    const { screen, written, exits } = createScreen({ columns: 20, rows: 5 });
    const drawing = drawn$(NEVER, screen, paint).subscribe();
    for (const restore of exits) restore();
    expect(written).toEqual([enter, leave]);
    drawing.unsubscribe();
  });

  it('gives the screen back while the process is stopped, and takes it again after that', () => {
    const { screen, written, stops } = createScreen({ columns: 20, rows: 5 });
    const drawing = drawn$(NEVER, screen, paint).subscribe();
    for (const { before, after } of stops) {
      before();
      after();
    }
    expect(written).toEqual([enter, leave, enter]);
    drawing.unsubscribe();
    expect(stops.size).toBe(0);
  });

  it('draws the first picture at once, then the newest at most every 50 ms', () => {
    marbles(({ cold, flush }) => {
      const { screen, pictures } = createScreen({ columns: 20, rows: 5 });
      const names = ['a', 'b', 'c', 'd'] as const;
      const picture$ = cold('abc 60ms d', Object.fromEntries(names.map((name) => [name, said(name)])));
      drawn$(picture$, screen, paint).subscribe();
      flush();
      expect(pictures()).toEqual([['a'], ['c'], ['d']]);
    });
  });

  it('cuts a picture to the screen, and draws it afresh when the size changes', () => {
    const { screen, pictures, resize } = createScreen({ columns: 4, rows: 2 });
    const picture$ = new Subject<Picture>();
    const drawing = drawn$(picture$, screen, paint).subscribe();
    picture$.next(({ columns }) => [[['abcdef']], [[String(columns)]], [['third']]]);
    resize({ columns: 8, rows: 3 });
    drawing.unsubscribe();
    expect(pictures()).toEqual([
      ['abc…', '4'],
      ['abcdef', '8', 'third'],
    ]);
  });
});
