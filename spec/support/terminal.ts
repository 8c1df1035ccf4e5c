import { stripVTControlCharacters } from 'node:util';
import { BehaviorSubject, of } from 'rxjs';
import { runProgram } from '../../src/cli/program.ts';
import type { Screen, Terminal } from '../../src/cli/terminal.ts';
import type { Size } from '../../src/cli/view/line.ts';

/** Where a verb writes, kept text by text; it is told to stop at once. */
export const createTerminal = (environment: Terminal['environment'] = {}) => {
  const said: string[] = [];
  const logged: string[] = [];
  const terminal: Terminal = {
    out: (text) => said.push(text),
    error: (text) => logged.push(text),
    isColoured: false,
    environment,
    stop$: of('SIGINT'),
  };
  return { terminal, said, logged };
};

/** Runs a command line in this process: how it ended, and what it printed. */
export const runInProcess = async (args: readonly string[], environment: Terminal['environment'] = {}) => {
  const { terminal, said, logged } = createTerminal(environment);
  const ending = await runProgram(args, terminal);
  return { ending, said: said.join('\n'), logged: logged.join('\n') };
};

/** A screen that keeps what is written on it. */
export const createScreen = (size: Size) => {
  const written: string[] = [];
  const exits = new Set<() => void>();
  const stops = new Set<{ readonly before: () => void; readonly after: () => void }>();
  const size$ = new BehaviorSubject(size);
  const screen: Screen = {
    write: (text) => void written.push(text),
    size$,
    atExit: (restore) => {
      exits.add(restore);
      return () => exits.delete(restore);
    },
    aroundStop: (before, after) => {
      const stop = { before, after };
      stops.add(stop);
      return () => stops.delete(stop);
    },
  };
  /** The pictures so far as lines of plain text. */
  const pictures = (): readonly (readonly string[])[] =>
    written
      .filter((text) => text.includes('\u001b[1;1H'))
      .map((text) => stripVTControlCharacters(text).split('\r\n'));
  return { screen, written, exits, stops, resize: (next: Size) => size$.next(next), pictures };
};
