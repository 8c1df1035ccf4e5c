#!/usr/bin/env node
import process from 'node:process';
import { config } from 'rxjs';
import { callCommand } from './call.ts';
import { checkCommand } from './check.ts';
import type { Command, Terminal } from './command.ts';
import { noSuch } from './noSuch.ts';
import { serveCommand } from './serve.ts';

const commands: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  call: callCommand,
  check: checkCommand,
};

const helpWords: readonly string[] = ['help', '--help', '-h'];

const help = (): string =>
  [
    'usage: notbank-rx COMMAND',
    '',
    ...Object.values(commands).flatMap(({ usage, summary }) => [`  ${usage}`, `      ${summary}`]),
    '',
    'notbank-rx COMMAND --help tells more of one.',
  ].join('\n');

const helpOn = ({ usage, summary, details = [] }: Command): string =>
  [`usage: notbank-rx ${usage}`, '', summary, ...(details.length === 0 ? [] : ['', ...details])].join('\n');

/** What is asked for help on, if help is what is asked for. */
const helpFor = ([first = 'help', ...others]: readonly string[]): string | undefined => {
  const isAsked = helpWords.includes(first);
  const name = isAsked ? others[0] : first;
  const command = name === undefined ? undefined : commands[name];
  if (command !== undefined && (isAsked || others.some((word) => word === '--help' || word === '-h'))) {
    return helpOn(command);
  }
  return isAsked ? help() : undefined;
};

const stopped = (): Promise<unknown> =>
  new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });

const run = async (): Promise<number> => {
  const [name = '', ...args] = process.argv.slice(2);
  const helpText = helpFor(process.argv.slice(2));
  const terminal: Terminal = {
    out: (text) => process.stdout.write(`${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
    isColoured: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
    environment: process.env,
    stopped: stopped(),
  };
  if (helpText !== undefined) {
    terminal.out(helpText);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    terminal.error(`${noSuch('command', name, Object.keys(commands))}\n\n${help()}`);
    return 1;
  }
  try {
    return await command.run(args, terminal);
  } catch (error) {
    terminal.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
};

config.onUnhandledError = (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
};

void run().then((code) => {
  process.exitCode = code;
});
