import { writeJson } from '../json/json.ts';
import { isSecretKey, redact } from '../redact.ts';
import { excerpt } from '../excerpt.ts';
import { byTime, diagram, markOf, type Message, type NameOf } from './diagram.ts';
import { type Difference, differences } from './differences.ts';
import { createNames, type Values } from './names.ts';

/** What an Observable should have told. */
export interface Expected {
  /** What was expected, as it is called: `expectObservable(…).toBe('10ms a')`. */
  readonly what: string;
  readonly messages: readonly Message[];
  readonly values: Values;
}

const mostLines = 12;

/** A value as short text, without secrets. */
export const valueText = (value: unknown): string => {
  if (value instanceof Error) return redact(`${value.name}: ${value.message}`);
  try {
    return excerpt(writeJson(value), 200);
  } catch {
    return String(value);
  }
};

const marksAt = (messages: readonly Message[] | undefined, nameOf: NameOf): string =>
  messages?.map((message) => markOf(message, nameOf)).join('') ?? 'nothing';

const cut = (lines: readonly string[]): readonly string[] =>
  lines.length <= mostLines
    ? lines
    : [...lines.slice(0, mostLines), `… and ${lines.length - mostLines} more`];

/** A line for each time at which something else came. */
const timeLines = (
  expected: readonly Message[],
  came: readonly Message[],
  nameOf: NameOf,
): readonly string[] => {
  const [wanted, given] = [byTime(expected), byTime(came)];
  const times = [...new Set([...wanted.keys(), ...given.keys()])].sort((a, b) => a - b);
  const rows = times
    .map((time) => [time, marksAt(wanted.get(time), nameOf), marksAt(given.get(time), nameOf)] as const)
    .filter(([, a, b]) => a !== b);
  const width = Math.max(...rows.map(([time]) => String(time).length), 1);
  const wide = Math.max(...rows.map(([, marks]) => marks.length), 1);
  return rows.map(
    ([time, a, b]) => `at ${String(time).padStart(width)} ms: expected ${a.padEnd(wide)}   came ${b}`,
  );
};

const ofMessage = ({ notification: { kind, value, error } }: Message): unknown =>
  kind === 'E' ? error : value;

const differenceLine = ({ path, expected, came }: Difference): string => {
  const isSecret = path.split('.').some(isSecretKey);
  const [wanted, given] = [expected, came].map((value) => (isSecret ? '***' : valueText(value)));
  return `${path || 'the value'}: expected ${wanted ?? ''}   came ${given ?? ''}`;
};

/** Where one value came in the place of another of its kind, in what the two differ. */
const fieldLines = (
  expected: readonly Message[],
  came: readonly Message[],
  nameOf: NameOf,
): readonly string[] =>
  expected.flatMap((wanted, index) => {
    const given = came[index];
    if (given?.notification.kind !== wanted.notification.kind) return [];
    const [first, ...others] = differences(ofMessage(wanted), ofMessage(given));
    if (first === undefined) return [];
    return [
      `${markOf(wanted, nameOf)} (number ${index + 1})`,
      ...[first, ...others].map((one) => `  ${differenceLine(one)}`),
    ];
  });

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `     ${line}`);

/**
 * In what the messages that came differ from those expected, as lines: both as marbles, one above the other, then each
 * time and each field that differs. `undefined` where they do not.
 */
export const mismatch = (
  { what, messages, values }: Expected,
  came: readonly Message[],
): string | undefined => {
  if (differences(messages, came).length === 0) return undefined;
  const { nameOf, unknown } = createNames(values);
  const drawn = [messages, came].map((one) => diagram(one, nameOf));
  const legend = unknown.map(([name, value]) => `${name} = ${valueText(value)}`);
  return [
    what,
    `  expected  ${drawn[0] ?? ''}`,
    `  came      ${drawn[1] ?? ''}`,
    ...indented(cut(timeLines(messages, came, nameOf))),
    ...indented(cut(fieldLines(messages, came, nameOf))),
    ...indented(cut(legend)),
  ].join('\n');
};
