import {
  beginSynchronizedOutput,
  cursorHide,
  cursorShow,
  cursorTo,
  endSynchronizedOutput,
  enterAlternativeScreen,
  eraseDown,
  eraseEndLine,
  exitAlternativeScreen,
} from 'ansi-escapes';
import { ignoreElements, type Observable, tap, throttleTime, using } from 'rxjs';
import { beside } from './beside.ts';
import type { Screen } from './terminal.ts';
import { fitted } from './view/fitted.ts';
import type { Line, Size } from './view/line.ts';
import type { Painter } from './view/painted.ts';

/** What is drawn: the lines for a screen of this size. */
export type Picture = (size: Size) => readonly Line[];

/** Milliseconds between two pictures: more often than that nobody sees. */
const pace = 50;

/** A whole picture, over the one before: what cannot be held together by the terminal does not flicker either. */
const frameOf = (lines: readonly Line[], { columns, rows }: Size, paint: Painter): string => {
  const shown = lines.slice(0, rows).map((line) => paint(fitted(line, columns)) + eraseEndLine);
  return beginSynchronizedOutput + cursorTo(0, 0) + shown.join('\r\n') + eraseDown + endSynchronizedOutput;
};

/** Takes the screen, and gives it back as it was, once. */
const takeScreen = ({ write, atExit, aroundStop }: Screen): { readonly unsubscribe: () => void } => {
  const giveBack = (): void => write(endSynchronizedOutput + cursorShow + exitAlternativeScreen);
  const take = (): void => write(enterAlternativeScreen + cursorHide);
  const callOffs = [atExit(giveBack), aroundStop(giveBack, take)];
  take();
  return {
    unsubscribe: () => {
      for (const callOff of callOffs) callOff();
      giveBack();
    },
  };
};

/**
 * Draws pictures on the alternate screen, the newest at most every 50 ms, and at once when the size changes. It emits
 * nothing and ends as the pictures do. When it ends, is unsubscribed from, or the process ends before that, cursor and
 * screen are given back as they were; while it stands still at Ctrl-Z, too.
 */
export const drawn$ = (picture$: Observable<Picture>, screen: Screen, paint: Painter): Observable<never> =>
  using(
    () => takeScreen(screen),
    () =>
      picture$.pipe(
        throttleTime(pace, undefined, { leading: true, trailing: true }),
        beside(screen.size$),
        tap(([picture, size]) => screen.write(frameOf(picture(size), size, paint))),
        ignoreElements(),
      ),
  );
