import { createReadStream } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import * as E from 'fp-ts/lib/Either.js';
import { readFrame } from '../frame.ts';
import type { Command, Terminal } from './command.ts';
import { type Finding, findingOf, kindOf } from './findingOf.ts';
import { linesOf } from './linesOf.ts';

/** What became of the payloads of one function or event. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly firstFailure: string;
}

/** A line is a frame, or `{"dir": "in" | "out", "text": "<frame>"}` around one. */
const frameText = (line: string): string => {
  try {
    const { text } = JSON.parse(line) as { readonly text?: unknown };
    return typeof text === 'string' ? text : line;
  } catch {
    return line;
  }
};

const noFrame = '(no frame)';

const inLine = (line: string, number: number): readonly [string, Finding] => {
  const frame = readFrame(frameText(line));
  return E.isRight(frame)
    ? [kindOf(frame.right), findingOf(frame.right)]
    : [noFrame, { failure: `${frame.left.message} It is line ${number}.` }];
};

const withOne = ({ passed, failed, firstFailure }: Tally, finding: Exclude<Finding, 'unknown'>): Tally =>
  finding === 'passed'
    ? { passed: passed + 1, failed, firstFailure }
    : { passed, failed: failed + 1, firstFailure: firstFailure || finding.failure };

const table = (tallies: ReadonlyMap<string, Tally>): readonly string[] => {
  const width = Math.max(...[...tallies.keys()].map((name) => name.length), 8);
  const row = (name: string, passed: string, failed: string, first: string): string =>
    `${name.padEnd(width)}  ${passed.padStart(7)}  ${failed.padStart(7)}  ${first}`.trimEnd();
  const rows = [...tallies].sort(([a], [b]) => a.localeCompare(b));
  return [
    row('', 'passed', 'failed', ''),
    ...rows.map(([name, { passed, failed, firstFailure }]) =>
      row(name, String(passed), String(failed), firstFailure),
    ),
  ];
};

const checkLines = async (
  lines: AsyncIterable<string>,
): Promise<{
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly unknown: ReadonlyMap<string, number>;
}> => {
  const tallies = new Map<string, Tally>();
  const unknown = new Map<string, number>();
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const [name, finding] = inLine(line, number);
    if (finding === 'unknown') unknown.set(name, (unknown.get(name) ?? 0) + 1);
    else {
      const tally = tallies.get(name) ?? { passed: 0, failed: 0, firstFailure: '' };
      tallies.set(name, withOne(tally, finding));
    }
  }
  return { tallies, unknown };
};

/**
 * Checks the frames that come in pieces of text, and prints per function how many were understood.
 *
 * @returns the exit code: 1 where one was not, or where there is none
 */
export const checkPieces = async (pieces: AsyncIterable<string>, terminal: Terminal): Promise<number> => {
  const { tallies, unknown } = await checkLines(linesOf(pieces));
  if (tallies.size === 0 && unknown.size === 0) {
    terminal.error('There is no frame in it.');
    return 1;
  }
  for (const line of table(tallies)) terminal.out(line);
  for (const [name, times] of unknown) terminal.out(`${name}: not in the catalogue (${times})`);
  return [...tallies.values()].some(({ failed }) => failed > 0) ? 1 : 0;
};

/** Decodes every payload of a recording with the catalogue and tells how many were understood. */
export const checkCommand: Command = {
  usage: 'check FILE',
  summary:
    'decode every frame of a recording (a frame, or {"dir","text"}, a line) and tell what was understood',
  details: [
    'FILE is read line by line, however large; - is the standard input. Blank lines are passed over.',
    'The exit code is 1 where a payload was not understood, or a line holds no frame.',
  ],
  run: async (args, terminal) => {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) {
      terminal.error(`${file === undefined ? 'Which' : 'One'} file? usage: notbank-rx check FILE`);
      return 1;
    }
    const pieces = file === '-' ? process.stdin.setEncoding('utf8') : createReadStream(file, 'utf8');
    return checkPieces(pieces as AsyncIterable<string>, terminal);
  },
};
