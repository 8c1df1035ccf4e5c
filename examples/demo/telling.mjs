import { concat, ignoreElements, merge, of, takeWhile, timer } from 'rxjs';

/** A sentence for the log. */
export const note = (text, tone = 'plain') => of({ _tag: 'Note', text, tone });

/** Nothing, for a while. */
export const pause = (milliseconds) => timer(milliseconds).pipe(ignoreElements());

const over = {};

/** Both at once, for as long as the second goes on. */
export const during = (background$, foreground$) =>
  merge(background$, concat(foreground$, of(over))).pipe(takeWhile((happening) => happening !== over));
