import { of } from 'rxjs';
import { runProgram } from '../../src/cli/program.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

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
