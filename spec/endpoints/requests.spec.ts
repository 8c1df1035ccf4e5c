import { call, type Endpoint } from '../../src/endpoint.ts';
import { endpoints } from '../support/catalogue.ts';
import { type DepartureKind, departuresOf } from '../support/departures.ts';
import { type Described, described } from '../support/described.ts';
import { sentAnyway } from '../support/exchanged.ts';
import { fieldsOf, pathsIn, type Way, valuesOf, waysOf } from '../support/requestWays.ts';

interface Case {
  readonly name: string;
  readonly papers: Described;
  readonly endpoint: Endpoint<unknown, unknown>;
  readonly isList: boolean;
  readonly ways: readonly Way[];
}

const isListed = ({ request }: Described): boolean => '[]' in request;
/** A path without what says that the request is a list. */
const inEntry = (path: string): string => path.replace(/^\[\]\./, '');

const caseOf = (papers: Described): Case => {
  const endpoint = endpoints.find(({ name }) => name === papers.name);
  if (endpoint === undefined) throw new Error(`There is no endpoint ${papers.name}`);
  const keys = Object.keys(papers.request).map(inEntry);
  const ways = waysOf(endpoint.request, keys);
  return { name: papers.name, papers, endpoint, isList: isListed(papers), ways };
};

/** Its request is one word. */
const isBareText = ({ request }: Described): boolean => '(text)' in request;
const cases = described.filter((papers) => !isBareText(papers)).map(caseOf);

const isOms = (path: string): boolean => /(^|\.)OMSId$/.test(path);
const inPapers = ({ papers }: Case): readonly (readonly [path: string, isOptional: boolean])[] =>
  Object.entries(papers.request)
    .filter(([path]) => path !== '[]')
    .map(([path, type]) => [path, type.endsWith('?')]);

const neededIn = (ways: readonly Way[], path: string): readonly boolean[] =>
  ways.map((way) => fieldsOf(way).get(inEntry(path))?.isRequired === true);
const isSent = (ways: readonly Way[], path: string): boolean =>
  ways.some((way) => fieldsOf(way).has(inEntry(path)));

/** Whether a field of the papers departs from them in some way. */
const departs: Readonly<
  Record<
    Exclude<DepartureKind, 'mayBeMissing' | 'promised'>,
    (it: Case, path: string, isOptional: boolean) => boolean
  >
> = {
  notSent: ({ ways }, path) => !isSent(ways, path),
  needed: ({ ways }, path, isOptional) => isOptional && neededIn(ways, path).every(Boolean),
  // The order system is filled in where it is left out.
  notNeeded: ({ ways }, path, isOptional) =>
    !isOptional && !isOms(path) && isSent(ways, path) && !neededIn(ways, path).every(Boolean),
};

/** A field that is named for a time or a date. */
const isMoment = (path: string): boolean => /(time|date|stamp|ticks)$/i.test(path);

/** Of a hundred nanoseconds since the year 1. */
const ticksOf = (moment: Date): bigint => BigInt(moment.getTime()) * 10_000n + 621_355_968_000_000_000n;

const passed = ({ isList }: Case, params: unknown): unknown => (isList ? [params] : params);
const inWays = cases.flatMap((it) =>
  it.ways.map((way, index) => ({ ...it, way, title: `${it.name} ${index + 1}/${it.ways.length}` })),
);
const refusal = (it: Case, params: unknown): string => sentAnyway(it.endpoint, passed(it, params));

describe('the requests of all functions', () => {
  it('are found in every way in which they can be written', () => {
    expect(cases.filter(({ ways }) => ways.length === 0).map(({ name }) => name)).toEqual([]);
    expect(cases.find(({ name }) => name === 'SendOrder')?.ways).toHaveLength(8);
  });

  it('have no field that the papers do not have, and spell them alike', () => {
    const unknown = inWays.flatMap(({ name, way, papers, isList }) =>
      [...fieldsOf(way).keys()]
        .map((path) => (isList ? `[].${path}` : path))
        .filter((path) => !(path in papers.request))
        .map((path) => `${name}: ${path}`),
    );
    expect(unknown).toEqual([]);
  });

  it.each(Object.entries(departs))('depart from the papers where it is said: %s', (kind, isDeparture) => {
    const found = cases.flatMap((it) =>
      inPapers(it)
        .filter(([path, isOptional]) => isDeparture(it, path, isOptional))
        .map(([path]) => `${it.name}: ${path}`),
    );
    expect(found.sort()).toEqual(departuresOf(kind as DepartureKind));
  });

  it('fill in the order system just where the papers have it', () => {
    const wrong = cases.filter(({ ways, papers }) =>
      ways.some(
        (way) =>
          fieldsOf(way).has('OMSId') !==
          Object.keys(papers.request).some((path) => inEntry(path) === 'OMSId'),
      ),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('take a Date wherever they name a moment, and write it as that function has it', () => {
    const moment = new Date(Date.UTC(2023, 0, 18, 16));
    const [day, ...others] = ['2023-01-18 16:00:00', moment.getTime(), moment.toISOString(), ticksOf(moment)];
    const moments = inWays.flatMap(({ name, way }) =>
      [...fieldsOf(way)].flatMap(([path, { codec }]) => (isMoment(path) ? [{ name, path, codec }] : [])),
    );

    expect(moments.length).toBeGreaterThan(20);
    expect(moments.filter(({ codec }) => !codec.is(moment)).map(({ name, path }) => [name, path])).toEqual(
      [],
    );
    for (const { name, codec } of moments) {
      const known = name === 'GetTickerHistory' ? [day] : others;
      expect(known).toContain(codec.encode(moment));
    }
  });

  it.each(inWays)('are sent with the keys that they have: $title', (it) => {
    const sent = call(it.endpoint, passed(it, valuesOf(it.way))).payload;
    expect(sent).toMatchObject({ _tag: 'Right' });
    const paths = new Set(sent._tag === 'Right' ? pathsIn(JSON.parse(sent.right)) : []);
    const { way } = it;
    const leftOut = [...fieldsOf(way)]
      .filter(([, { codec }]) => !codec.is(1) && codec.is(undefined))
      .map(([path]) => path);
    expect([...paths].sort()).toEqual(
      [...fieldsOf(way).keys()].filter((path) => !leftOut.includes(path)).sort(),
    );
  });

  it.each(inWays)('are refused with a key that is not known, or without one that is needed: $title', (it) => {
    const values = valuesOf(it.way);
    const at = it.isList ? '0.' : '';
    expect(refusal(it, { ...values, NobodyKnowsThis: 1 })).toContain(
      `${at}NobodyKnowsThis should be left out`,
    );
    // Where the way itself is told by what is passed, another one is taken without it.
    const told = it.ways.length > 1 ? [] : Object.keys(it.way.required);
    for (const key of told) {
      const rest = Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));
      expect(refusal(it, rest)).toContain(`${it.name} was not sent: ${at}${key} should be `);
    }
  });
});
