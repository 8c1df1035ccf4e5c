import { Command } from 'commander';
import { callVerb } from './call.ts';
import { checkVerb } from './check.ts';
import { demoVerb } from './demo.ts';
import { exitCodes } from './exitCodes.ts';
import { instrumentsVerb } from './instruments.ts';
import { pingVerb } from './ping/ping.ts';
import { recordVerb } from './record/record.ts';
import { replayVerb } from './replay/replay.ts';
import { serveVerb } from './serve.ts';
import type { Terminal } from './terminal.ts';
import { isPrinted, isUsageError, usageCode } from './usageError.ts';
import type { Ending, Verb } from './verb.ts';
import { version } from './version.ts';
import { watchVerb } from './watch/watch.ts';

const verbs: readonly Verb[] = [
  watchVerb,
  instrumentsVerb,
  pingVerb,
  recordVerb,
  replayVerb,
  callVerb,
  serveVerb,
  checkVerb,
  demoVerb,
];

const more = `
notbank-rx COMMAND --help tells more of one, with examples.

Exit codes:
${exitCodes.map(([code, meaning]) => `  ${code.padEnd(4)} ${meaning}`).join('\n')}

Examples:
  # without an account: an exchange of one's own, and its book
  notbank-rx serve --port 8080
  notbank-rx watch book BTCUSDT --url ws://127.0.0.1:8080/wsgateway`;

/** The command line as commander knows it: every verb with its help, in the order of the list. */
const programOf = ({ out, error }: Terminal): Command =>
  new Command('notbank-rx')
    .description('A client for gateways of AlphaPoint APEX such as Notbank, and a simulated exchange.')
    .version(version())
    .addHelpText('after', more)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => out(text.replace(/\n$/, '')),
      writeErr: (text) => error(text.replace(/\n$/, '')),
    });

/** Has each command name its help, with its examples, to whoever made a mistake in it. */
const hintAtHelp = (command: Command, path = command.name()): void => {
  command.showHelpAfterError(`See ${path} --help.`);
  for (const sub of command.commands) hintAtHelp(sub, `${path} ${sub.name()}`);
};

/**
 * Carries out what is written behind the program's name, and says how it ended. It never rejects: what went wrong is
 * told on the terminal.
 */
export const runProgram = async (args: readonly string[], terminal: Terminal): Promise<Ending> => {
  let ending: Ending = 0;
  const end = (how: Ending): void => {
    ending = how;
  };
  const program = programOf(terminal);
  for (const verb of verbs) verb(program, terminal, end);
  hintAtHelp(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return ending;
  } catch (thrown) {
    if (isPrinted(thrown)) return thrown.exitCode === 0 ? 0 : usageCode;
    terminal.error(thrown instanceof Error ? thrown.message : String(thrown));
    return isUsageError(thrown) ? usageCode : 1;
  }
};
