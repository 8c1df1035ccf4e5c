import { fromEventPattern, map, type Observable, startWith } from 'rxjs';
import type { Screen } from './terminal.ts';
import type { Size } from './view/line.ts';

/** What is needed of `process.stdout`. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  readonly write: (text: string) => unknown;
  readonly on: (name: 'resize', heard: () => void) => unknown;
  readonly off: (name: 'resize', heard: () => void) => unknown;
}

/** What is needed of `process`. */
export interface Leaving {
  readonly pid: number;
  readonly on: (name: 'exit' | 'SIGTSTP' | 'SIGCONT', heard: () => void) => unknown;
  readonly off: (name: 'exit' | 'SIGTSTP' | 'SIGCONT', heard: () => void) => unknown;
  readonly kill: (pid: number, signal: 'SIGSTOP') => unknown;
}

type Environment = Readonly<Record<string, string | undefined>>;

const usualSize: Size = { columns: 80, rows: 24 };

/** A terminal that was never told its size says 0. */
const sizeOf = ({ columns = 0, rows = 0 }: Output): Size => ({
  columns: columns || usualSize.columns,
  rows: rows || usualSize.rows,
});

const size$ = (output: Output): Observable<Size> =>
  fromEventPattern(
    (heard) => output.on('resize', heard),
    (heard) => output.off('resize', heard),
  ).pipe(
    startWith(undefined),
    map(() => sizeOf(output)),
  );

const aroundStop =
  (leaving: Leaving): Screen['aroundStop'] =>
  (before, after) => {
    const stop = (): void => {
      before();
      // Who listens to SIGTSTP is not stopped by it.
      leaving.kill(leaving.pid, 'SIGSTOP');
    };
    leaving.on('SIGTSTP', stop);
    leaving.on('SIGCONT', after);
    return () => {
      leaving.off('SIGTSTP', stop);
      leaving.off('SIGCONT', after);
    };
  };

/** The screen that an output is; `undefined` where it is none that can be redrawn. */
export const screenOf = (output: Output, leaving: Leaving, { TERM }: Environment): Screen | undefined =>
  output.isTTY === true && TERM !== 'dumb'
    ? {
        write: (text) => output.write(text),
        size$: size$(output),
        atExit: (restore) => {
          leaving.on('exit', restore);
          return () => leaving.off('exit', restore);
        },
        aroundStop: aroundStop(leaving),
      }
    : undefined;

/** Whether an output shows colours: a terminal does, unless `NO_COLOR` holds anything or it is `dumb`. */
export const showsColours = ({ isTTY }: Output, { NO_COLOR = '', TERM }: Environment): boolean =>
  isTTY === true && NO_COLOR === '' && TERM !== 'dumb';
