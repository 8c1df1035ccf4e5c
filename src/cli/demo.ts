import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { filter } from 'rxjs';
import type { Terminal } from './terminal.ts';
import type { Verb } from './verb.ts';
import { withExamples } from './withExamples.ts';

/** As deep in the source as in what is built. */
const demo = join(__dirname, '../../examples/demo.mjs');

/** Runs the demo as a process of its own, on the same terminal, and gives the code that it ends with. */
const runDemo = async ({ stop$ }: Terminal): Promise<number> => {
  const child = spawn(process.execPath, [demo], { stdio: 'inherit' });
  // Ctrl-C reaches it by itself, as everything on a terminal; once more would cut its end short.
  const stopping = stop$
    .pipe(filter((signal) => signal === 'SIGTERM'))
    .subscribe((signal) => child.kill(signal));
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    return code ?? 1;
  } finally {
    stopping.unsubscribe();
  }
};

/** Runs the demo of the package, which ends by itself and says with which code. */
export const demoVerb: Verb = (program, terminal, end) =>
  withExamples(
    program
      .command('demo')
      .summary('show what the library does, in a few seconds')
      .description(
        `Runs the demo of the package: an exchange of its own, a book, an order, a lost connection; it ends by itself.
NOTBANK_URL and the variables of a login point it at a real gateway, where it places no order unless it is told to.`,
      )
      .action(async () => end(await runDemo(terminal))),
    [
      ['demo', 'drawn on a terminal'],
      ['demo | cat', 'the same in lines'],
    ],
  );
