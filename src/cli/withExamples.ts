import type { Command } from 'commander';

/** A command line and what it does, in a few words. */
export type CommandExample = readonly [line: string, what: string];

/** Gives the help of a command examples, each with what it does. */
export const withExamples = (command: Command, examples: readonly CommandExample[]): Command => {
  const lines = examples.map(([line, what]) => `  # ${what}\n  notbank-rx ${line}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
};
