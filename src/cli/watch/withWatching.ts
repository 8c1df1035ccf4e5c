import { type Command, Option } from 'commander';
import { withGateway } from '../gateway.ts';
import { wholeNumber } from '../wholeNumber.ts';
import { type CommandExample, withExamples } from '../withExamples.ts';

const day = 86_400;

/** Gives a command the options that say how it shows something, and examples. */
export const withShowing = (command: Command, examples: readonly CommandExample[]): Command =>
  withExamples(
    command
      .option('--json', 'print every change as JSON, a line each')
      .option('--plain', 'print lines on a terminal too, as when piped')
      .addOption(
        new Option('--for <s>', 'end after so many seconds').argParser(wholeNumber({ from: 1, to: day })),
      ),
    examples,
  );

/** The same, and where to connect and as whom. */
export const withWatching = (command: Command, examples: readonly CommandExample[]): Command =>
  withShowing(withGateway(command), examples);
