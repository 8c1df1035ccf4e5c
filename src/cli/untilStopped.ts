import { endWith, firstValueFrom, merge, type Observable } from 'rxjs';
import type { Terminal } from './terminal.ts';
import type { Ending } from './verb.ts';

/**
 * Runs what emits nothing until it ends or the program is told to stop, and says how it ended. At a signal it is
 * unsubscribed from before anything else happens, so that a screen has been given back by then.
 *
 * @returns 0 where it completed, else the signal; it rejects as `work$` errors
 */
export const untilStopped = (work$: Observable<never>, { stop$ }: Terminal): Promise<Ending> =>
  // Signals are listened to before the work begins: none finds a screen that nobody gives back.
  firstValueFrom<Ending, Ending>(merge(stop$, work$.pipe(endWith(0))), { defaultValue: 0 });
