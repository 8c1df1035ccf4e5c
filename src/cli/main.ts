#!/usr/bin/env node
import { constants } from 'node:os';
import process from 'node:process';
import { config, Subject } from 'rxjs';
import { printableLines } from './printable.ts';
import { runProgram } from './program.ts';
import { screenOf, showsColours } from './screenOf.ts';
import { createStopSignal } from './stopSignal.ts';
import type { Terminal } from './terminal.ts';
import type { Ending } from './verb.ts';

const ended = new Subject<void>();

const screen = screenOf(process.stdout, process, process.env);

const terminal: Terminal = {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${printableLines(text)}\n`),
  isColoured: showsColours(process.stdout, process.env),
  ...(screen !== undefined && { screen }),
  environment: process.env,
  stop$: createStopSignal(ended),
};

const codeOf = (ending: Ending): number =>
  typeof ending === 'number' ? ending : 128 + constants.signals[ending];

/** Who was stopped by a signal dies of it, so that a shell that waits stops as well; Windows has no such thing. */
const leave = (ending: Ending): void => {
  ended.next();
  process.exitCode = codeOf(ending);
  if (typeof ending === 'string' && process.platform !== 'win32') process.kill(process.pid, ending);
};

config.onUnhandledError = (error: unknown) => {
  terminal.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
};

// Whoever reads has had enough, as `head` has: there is nobody left to tell.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) =>
  process.exit(code === 'EPIPE' ? 128 + constants.signals.SIGPIPE : 1),
);

void runProgram(process.argv.slice(2), terminal).then(leave);
