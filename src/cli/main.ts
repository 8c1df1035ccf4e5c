#!/usr/bin/env node
import process from 'node:process';
import { config } from 'rxjs';
import { callCommand } from './call.ts';
import { checkCommand } from './check.ts';
import type { Command, Terminal } from './command.ts';
import { serveCommand } from './serve.ts';

const commands: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  call: callCommand,
  check: checkCommand,
};

const help = (): string =>
  [
    'usage: notbank-rx COMMAND',
    '',
    ...Object.values(commands).flatMap(({ usage, summary }) => [`  ${usage}`, `      ${summary}`]),
  ].join('\n');

const stopped = (): Promise<unknown> =>
  new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });

const run = async (): Promise<number> => {
  const [name = '', ...args] = process.argv.slice(2);
  const terminal: Terminal = {
    out: (text) => process.stdout.write(`${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
    isColoured: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
    environment: process.env,
    stopped: stopped(),
  };
  const isHelp = ['', 'help', '--help', '-h'].includes(name);
  const command = isHelp ? undefined : commands[name];
  if (command === undefined) {
    (isHelp ? terminal.out : terminal.error)(isHelp ? help() : `There is no command ${name}.\n\n${help()}`);
    return isHelp ? 0 : 1;
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
