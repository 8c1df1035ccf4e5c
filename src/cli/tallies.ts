import * as E from 'fp-ts/lib/Either.js';
import { readFrame } from '../frame.ts';
import { type Finding, findingOf, kindOf } from './findingOf.ts';
import { printable } from './printable.ts';
import { recordedLine } from './recordedLine.ts';

/** What became of the payloads of one function or event. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly firstFailure: string;
}

/** What was found in a recording, by what it was found in, in a form that can be printed. */
export interface Tallies {
  readonly judged: ReadonlyMap<string, Tally>;
  /** How often each function and event occurred that the catalogue does not have. */
  readonly unknown: ReadonlyMap<string, number>;
  /** How many lines of each kind were no messages: that a socket opened or closed, a mark. */
  readonly notes: ReadonlyMap<string, number>;
}

const none: Tally = { passed: 0, failed: 0, firstFailure: '' };

const withOne = ({ passed, failed, firstFailure }: Tally, finding: Exclude<Finding, 'unknown'>): Tally =>
  finding === 'passed'
    ? { passed: passed + 1, failed, firstFailure }
    : { passed, failed: failed + 1, firstFailure: firstFailure || printable(finding.failure) };

const count = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

const findingIn = (text: string, number: number): readonly [name: string, finding: Finding] => {
  const frame = readFrame(text);
  return E.isRight(frame)
    ? [printable(kindOf(frame.right)), findingOf(frame.right)]
    : ['(no frame)', { failure: `${frame.left.message} It is line ${number}.` }];
};

/** Judges every line of a recording; blank ones are passed over. One line is held at a time. */
export const talliesOf = async (lines: AsyncIterable<string>): Promise<Tallies> => {
  const judged = new Map<string, Tally>();
  const unknown = new Map<string, number>();
  const notes = new Map<string, number>();
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const recorded = recordedLine(line);
    if (recorded._tag === 'Note') {
      count(notes, printable(recorded.kind));
      continue;
    }
    const [name, finding] = findingIn(recorded.text, number);
    if (finding === 'unknown') count(unknown, name);
    else judged.set(name, withOne(judged.get(name) ?? none, finding));
  }
  return { judged, unknown, notes };
};
