import type { Command } from 'commander';
import type { StopSignal } from './stopSignal.ts';
import type { Terminal } from './terminal.ts';

/**
 * How a verb ended: with an exit code, or by the signal that stopped it, of which the process then dies as well, so
 * that a shell sees what happened.
 *
 * Of the codes 0 is success; 1 is a failure, or a finding of `check`; 2 is a command line that cannot be carried out.
 */
export type Ending = number | StopSignal;

/**
 * A verb of the command line: it makes its command in the program, with its words, what it takes, and what it does. It
 * is a file of its own and a place in the list of `program.ts`. Its action tells `end` how it ended, or rejects: with what `usageError` makes, or with anything else.
 */
export type Verb = (program: Command, terminal: Terminal, end: (ending: Ending) => void) => Command;
