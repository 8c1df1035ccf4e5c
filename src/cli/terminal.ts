import type { Observable } from 'rxjs';
import type { StopSignal } from './stopSignal.ts';
import type { Size } from './view/line.ts';

/** A terminal whose cursor can be moved. */
export interface Screen {
  /** Writes a text as it is, control sequences and all. */
  readonly write: (text: string) => void;
  /** How large it is: at once, then whenever that changes. */
  readonly size$: Observable<Size>;
  /**
   * Has something done should the process end before it is called off, however that comes.
   *
   * @returns calls it off
   */
  readonly atExit: (restore: () => void) => () => void;
  /**
   * Has something done before the process stops at Ctrl-Z, and something else when it goes on.
   *
   * @returns calls both off
   */
  readonly aroundStop: (before: () => void, after: () => void) => () => void;
}

/** Where a verb writes, and what it is told beside its arguments. */
export interface Terminal {
  /** Prints a text and ends the line; what comes from elsewhere has been through `printable` by then. */
  readonly out: (text: string) => void;
  /** The same for what is no result: logs, and why something failed. */
  readonly error: (text: string) => void;
  /** Whether `out` is a screen that shows colours. */
  readonly isColoured: boolean;
  /** What `out` writes on, where that can be redrawn; absent for a pipe, a file, and a terminal that is `dumb`. */
  readonly screen?: Screen;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /**
   * What tells the program to stop. While nobody has subscribed a signal ends the process at once; after that,
   * ending is the subscriber's duty. Hot: a late subscriber hears the last one.
   */
  readonly stop$: Observable<StopSignal>;
}
