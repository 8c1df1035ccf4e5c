import { createReadStream } from 'node:fs';
import process from 'node:process';
import { fileProblem } from './fileProblem.ts';
import { linesOf } from './linesOf.ts';
import { type Tallies, talliesOf } from './tallies.ts';
import type { Terminal } from './terminal.ts';
import type { Verb } from './verb.ts';
import { withExamples } from './withExamples.ts';

const table = (judged: Tallies['judged']): readonly string[] => {
  const width = Math.max(...[...judged.keys()].map((name) => name.length), 8);
  const row = (name: string, passed: string, failed: string, first: string): string =>
    `${name.padEnd(width)}  ${passed.padStart(7)}  ${failed.padStart(7)}  ${first}`.trimEnd();
  const rows = [...judged].sort(([a], [b]) => a.localeCompare(b));
  return [
    row('', 'passed', 'failed', ''),
    ...rows.map(([name, { passed, failed, firstFailure }]) =>
      row(name, String(passed), String(failed), firstFailure),
    ),
  ];
};

const inWords = ({ judged, unknown, notes }: Tallies): readonly string[] => [
  ...(judged.size === 0 ? [] : table(judged)),
  ...[...unknown].map(([name, times]) => `${name}: not in the catalogue (${times})`),
  ...[...notes].map(([kind, times]) => `${kind}: a note between messages (${times})`),
];

/**
 * Checks the lines that come in pieces of text, and prints per function how many were understood, and how many lines
 * of which kind were notes.
 *
 * @returns the exit code: 1 where one was not, or where there is none
 */
export const checkPieces = async (pieces: AsyncIterable<string>, terminal: Terminal): Promise<number> => {
  const tallies = await talliesOf(linesOf(pieces));
  for (const line of inWords(tallies)) terminal.out(line);
  if (tallies.judged.size === 0 && tallies.unknown.size === 0) {
    terminal.error('There is no frame in it.');
    return 1;
  }
  return [...tallies.judged.values()].some(({ failed }) => failed > 0) ? 1 : 0;
};

/** The pieces of a file, or of the standard input. */
async function* piecesOf(file: string): AsyncGenerator<string, void, undefined> {
  const stream = file === '-' ? process.stdin.setEncoding('utf8') : createReadStream(file, 'utf8');
  try {
    yield* stream as AsyncIterable<string>;
  } catch (error) {
    throw fileProblem(file, error);
  }
}

const form =
  'A line is a frame, or {"dir":"in","text":"<frame>"} or "out" around one; lines with another "dir", such as ' +
  '"open", "close" and "mark", are counted.';

/** Decodes every payload of a recording with the catalogue and tells how many were understood. */
export const checkVerb: Verb = (program, terminal, end) => {
  const command = program
    .command('check')
    .summary('decode every frame of a recording and tell what was understood')
    .description(
      `Decodes every frame of a recording and tells what was understood, requests and replies. ${form}
The exit code is 1 where something was not understood.`,
    )
    .argument('<file>', 'read line by line, however large; - is the standard input')
    .action(async (file: string) => end(await checkPieces(piecesOf(file), terminal)));
  return withExamples(command, [
    ['check day.ndjson', 'how many frames were understood, by function'],
    ['check - < day.ndjson', 'the same from a pipe'],
  ]);
};
