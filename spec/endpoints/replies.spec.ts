import * as E from 'fp-ts/lib/Either.js';
import { type ClientError, DecodeError } from '../../src/errors.ts';
import { endpoints } from '../support/catalogue.ts';
import { departuresOf } from '../support/departures.ts';
import { type Described, described } from '../support/described.ts';
import { wholeReply } from '../support/exchanged.ts';
import { replySteps, type Step, withAt, withoutAt, withUnknownKeys } from '../support/replyPaths.ts';

const values: Readonly<Record<string, unknown>> = {
  string: 'x',
  integer: 1,
  long: 1,
  decimal: 1.5,
  boolean: true,
  'boolean|string': true,
  'iso-datetime': '2023-03-01T16:00:00.000Z',
  'epoch-ms': 1700000000000,
  object: {},
  'array<object>': [],
  'array<integer>': [1],
  'array<string>': ['x'],
  'array<array<decimal>>': [[1.5, 2]],
};

/** Fields whose value decides how the rest is read, or that the papers tell in words only. */
const special: Readonly<Record<string, unknown>> = {
  'SendOrder: status': 'Accepted',
  'SubmitBlockTrade: status': 'Accepted',
  'AuthenticateUser: User': { UserId: 1 },
};

const valueOf = ({ name }: Described, path: string, type: string): unknown =>
  special[`${name}: ${path}`] ?? values[type.replace(/\?| or null/g, '')];

const isOptional = (type: string): boolean => type.includes('?');
const isNullable = (type: string): boolean => type.endsWith(' or null');
const isWithin = (path: string, parent: string): boolean =>
  path.startsWith(`${parent}.`) || path.startsWith(`${parent}[].`);

const depthOf = (path: string): number => path.split('.').length;

const build = (papers: Described, paths: readonly string[]): unknown =>
  paths
    // What is within a field is put into it after the field itself.
    .toSorted((a, b) => depthOf(a) - depthOf(b))
    .reduce<unknown>(
      (reply, path) =>
        withAt(reply, replySteps(path, papers.shape), valueOf(papers, path, papers.reply[path] ?? '')),
      papers.shape.startsWith('array') ? [] : {},
    );

/** What the papers allow to be missing and the departures do not. */
const promised = new Set(departuresOf('promised'));

interface Case {
  readonly name: string;
  readonly papers: Described;
  /** A reply with every field. */
  readonly full: unknown;
  /** A reply with the fields that cannot be missing. */
  readonly least: unknown;
  readonly decode: (reply: unknown) => E.Either<ClientError, unknown>;
}

const caseOf = (papers: Described): Case => {
  const { name, reply } = papers;
  const endpoint = endpoints.find((it) => it.name === name);
  if (endpoint === undefined) throw new Error(`There is no endpoint ${name}`);
  const paths = Object.keys(reply);
  const optional = paths.filter((path) => isOptional(reply[path] ?? '') && !promised.has(`${name}: ${path}`));
  const needed = paths.filter((path) => !optional.some((other) => other === path || isWithin(path, other)));
  return {
    name,
    papers,
    full: build(papers, paths),
    least: build(papers, needed),
    decode: (value) => wholeReply(endpoint, JSON.stringify(value)),
  };
};

const cases = described.map(caseOf);

/** A list of pairs is no record: whatever key it has is a pair's. */
const withUnknown = ({ name, full }: Case): unknown =>
  name === 'Ticker' ? { BTC_USDT: withUnknownKeys(Object.values(full as object)[0]) } : withUnknownKeys(full);

const outcome = (result: E.Either<ClientError, unknown>): string =>
  E.isRight(result) ? 'understood' : result.left.message;

const fieldsWhere = (
  { papers }: Case,
  isWanted: (type: string) => boolean,
): readonly (readonly [string, readonly Step[]])[] =>
  Object.entries(papers.reply)
    .filter(([, type]) => isWanted(type))
    .map(([path]) => [path, replySteps(path, papers.shape)]);

const pathsOf = (result: E.Either<ClientError, unknown>): readonly string[] =>
  E.isLeft(result) && result.left instanceof DecodeError
    ? result.left.mismatches.map(({ path }) => path)
    : [];

/** What is wrong is said of the place itself; where one of several forms could stand there, of each. */
const isNamed = (steps: readonly Step[], result: E.Either<ClientError, unknown>): boolean =>
  pathsOf(result).some((path) => path === steps.join('.') || path.startsWith(`${steps.join('.')}.`));

describe('the replies of all functions', () => {
  it.each(cases)(
    'are understood with every field, with unknown ones, and with none that can be missing: $name',
    (it) => {
      expect([it.full, it.least, withUnknown(it)].map(it.decode).map(outcome)).toEqual(
        Array(3).fill('understood'),
      );
    },
  );

  it.each(cases)('are understood with null where the papers allow it: $name', (it) => {
    const replies = fieldsWhere(it, isNullable).map(
      ([path, steps]) => [path, withAt(it.full, steps, null)] as const,
    );
    const refused = replies.filter(([, reply]) => E.isLeft(it.decode(reply)));
    expect(refused.map(([path]) => path)).toEqual([]);
  });

  it('are not understood without a field that cannot be missing, but for the departures', () => {
    const understood = cases.flatMap((it) =>
      fieldsWhere(it, (type) => !isOptional(type))
        .filter(([, steps]) => E.isRight(it.decode(withoutAt(it.full, steps))))
        .map(([path]) => `${it.name}: ${path}`),
    );
    expect(understood.sort()).toEqual(departuresOf('mayBeMissing'));
  });

  it('are understood without each field that can be missing, but for the departures', () => {
    const refused = cases.flatMap((it) =>
      fieldsWhere(it, isOptional)
        .filter(([, steps]) => E.isLeft(it.decode(withoutAt(it.full, steps))))
        .map(([path]) => `${it.name}: ${path}`),
    );
    expect(refused.sort()).toEqual([...promised]);
  });

  it.each(cases)('name the field that is missing: $name', (it) => {
    const unnamed = fieldsWhere(it, (type) => !isOptional(type)).filter(([, steps]) => {
      const result = it.decode(withoutAt(it.full, steps));
      return E.isLeft(result) && !isNamed(steps, result);
    });
    expect(unnamed.map(([path]) => path)).toEqual([]);
  });
});
