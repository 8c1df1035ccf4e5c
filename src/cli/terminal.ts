import type { Observable } from 'rxjs';
import type { StopSignal } from './stopSignal.ts';

/** Where a verb writes, and what it is told beside its arguments. */
export interface Terminal {
  /** Prints a text and ends the line; what comes from elsewhere has been through `printable` by then. */
  readonly out: (text: string) => void;
  /** The same for what is no result: logs, and why something failed. */
  readonly error: (text: string) => void;
  /** Whether `out` is a screen that shows colours. */
  readonly isColoured: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /**
   * What tells the program to stop. While nobody has subscribed a signal ends the process at once; after that,
   * ending is the subscriber's duty. Hot: a late subscriber hears the last one.
   */
  readonly stop$: Observable<StopSignal>;
}
