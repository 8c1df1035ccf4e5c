import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as E from 'fp-ts/lib/Either.js';
import { mismatches } from '../codec/mismatches.ts';
import { decodeReply } from '../endpoint.ts';
import { DecodeError, GatewayError } from '../errors.ts';
import { type Frame, MessageType, readFrame } from '../frame.ts';
import { endpoints, named, topics } from './catalogue.ts';
import type { Command } from './command.ts';

/** What became of the payloads of one function or event. */
interface Tally {
  passed: number;
  failed: number;
  firstFailure: string;
}

type Finding = 'passed' | 'unknown' | { readonly failure: string };

const found = (outcome: E.Either<Error, unknown>): Finding => {
  if (E.isRight(outcome) || outcome.left instanceof GatewayError) return 'passed';
  return { failure: outcome.left.message };
};

const checkEvent = (frame: Frame): Finding => {
  const readers = topics.flatMap(({ events }) => events.filter((event) => named([event], frame.name)));
  if (readers.length === 0) return 'unknown';
  for (const { read } of new Set(readers)) {
    const misread = read(frame.payload, () => undefined);
    if (misread !== undefined) return { failure: misread.error.message };
  }
  return 'passed';
};

const checkReply = (frame: Frame): Finding => {
  const reading = named(endpoints, frame.name) ?? named(topics, frame.name)?.subscribe;
  return reading === undefined ? 'unknown' : found(decodeReply(reading, frame));
};

const checkRequest = (frame: Frame): Finding => {
  const endpoint = named(endpoints, frame.name);
  if (endpoint === undefined) return named(topics, frame.name) === undefined ? 'unknown' : 'passed';
  const params = endpoint.request.decode(endpoint.read(frame.payload));
  return found(E.isLeft(params) ? E.left(new DecodeError(frame.name, mismatches(params.left))) : params);
};

const checks: Readonly<Record<MessageType, (frame: Frame) => Finding>> = {
  [MessageType.Request]: checkRequest,
  [MessageType.Subscribe]: checkRequest,
  [MessageType.Unsubscribe]: checkRequest,
  [MessageType.Reply]: checkReply,
  [MessageType.Error]: checkReply,
  [MessageType.Event]: checkEvent,
};

/** A line is a frame, or `{"dir": "in" | "out", "text": "<frame>"}` around one. */
const frameText = (line: string): string => {
  try {
    const { text } = JSON.parse(line) as { readonly text?: unknown };
    return typeof text === 'string' ? text : line;
  } catch {
    return line;
  }
};

const kindOf = ({ type, name }: Frame): string => {
  const kind = checks[type] === checkRequest ? 'request' : type === MessageType.Event ? 'event' : 'reply';
  return `${name} ${kind}`;
};

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

/** Decodes every payload of a recording with the catalogue and tells how many were understood. */
export const checkCommand: Command = {
  usage: 'check FILE',
  summary:
    'decode every frame of a recording (a frame, or {"dir","text"}, a line) and tell what was understood',
  run: async ([file], terminal) => {
    if (file === undefined) {
      terminal.error('Which file? usage: notbank-rx check FILE');
      return 1;
    }
    const tallies = new Map<string, Tally>();
    const unknown = new Map<string, number>();
    const count = (name: string, finding: Finding): void => {
      if (finding === 'unknown') {
        unknown.set(name, (unknown.get(name) ?? 0) + 1);
        return;
      }
      const tally = tallies.get(name) ?? { passed: 0, failed: 0, firstFailure: '' };
      tallies.set(name, tally);
      if (finding === 'passed') tally.passed += 1;
      else {
        tally.failed += 1;
        tally.firstFailure ||= finding.failure;
      }
    };
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      if (line.trim() === '') continue;
      const frame = readFrame(frameText(line));
      if (E.isLeft(frame)) count('(no frame)', { failure: frame.left.message });
      else count(kindOf(frame.right), checks[frame.right.type](frame.right));
    }
    for (const line of table(tallies)) terminal.out(line);
    for (const [name, times] of unknown) terminal.out(`${name}: not in the catalogue (${times})`);
    return [...tallies.values()].some(({ failed }) => failed > 0) ? 1 : 0;
  },
};
