import { Subscription } from 'rxjs';
import type { Inner } from '../connection/inner.ts';
import type { OnTrouble } from './begin.ts';
import { enter, type Line, type Sent } from './line.ts';
import { isRefusal, type Trouble } from './trouble.ts';

/**
 * Has a refusal to begin believed only after a fresh login, where there is one to be had: the exchange may have
 * forgotten on an open socket who asks. With a fresh login the line is begun again, and nobody is told.
 *
 * @param remedy What is done about a trouble that is one.
 */
export const withFreshLogin =
  (
    { relogin }: Pick<Inner, 'relogin'>,
    beginAgain: (line: Line) => void,
    remedy: (line: Line, sent: Sent, trouble: Trouble) => void,
  ): OnTrouble =>
  (line, trouble) => {
    const { phase } = line;
    if (phase._tag !== 'Sent') return;
    if (trouble._tag !== 'NotBegun' || !isRefusal(trouble)) {
      remedy(line, phase, trouble);
      return;
    }
    const task = new Subscription();
    enter(line, { _tag: 'Waiting', task });
    // By number it is not known whether the begin went out before a login that is done: then there is one more.
    const isFresh$ = relogin.after(phase.socket, line.stream.name, Infinity);
    task.add(
      isFresh$.subscribe((isFresh) => {
        if (isFresh) beginAgain(line);
        else remedy(line, phase, trouble);
      }),
    );
  };
