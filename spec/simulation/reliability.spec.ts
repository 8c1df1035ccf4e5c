import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultKinds } from '../../src/simulator/index.ts';
import { cases } from './cases.ts';
import { kindsIn } from './kindsIn.ts';

const read = (path: string): string => readFileSync(join(__dirname, '../..', path), 'utf8');

/** The cells of the table of docs/reliability.md whose head begins so, row by row. */
const tableOf = (...head: readonly string[]): readonly (readonly string[])[] => {
  const lines = read('docs/reliability.md')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const first = lines.findIndex((cells) => head.every((name, index) => cells[index + 1] === name));
  const rows = lines.slice(first + 2);
  const end = rows.findIndex(({ length }) => length === 1);
  return rows.slice(0, end).map((cells) => cells.slice(1, -1));
};

const told = (kinds: readonly string[]): string => kinds.join(' + ') || 'nothing';

describe('what docs/reliability.md says of kinds', () => {
  const byKind = tableOf('kind', 'injected');
  const byDefect = tableOf('seeds', 'defect').map(([, defect, scripts = '']) => ({
    defect,
    scripts: [...scripts.matchAll(/(\d) × ([^,]+)/g)].map(([, times, kinds = '']) => ({
      times: Number(times),
      kinds: kinds.split(' + '),
    })),
  }));

  it('has what each kept script is made of', () => {
    expect(tableOf('found and kept')).toEqual(cases.map(([title, script]) => [title, told(kindsIn(script))]));
  });

  it('has three scripts of each meant defect, but of one of which a seed never ends', () => {
    const titles = [...read('scripts/simulation-mutants.mjs').matchAll(/title: '(.*)'/g)].map(
      ([, title]) => title,
    );

    expect(byDefect.map(({ defect }) => defect).sort()).toEqual(titles.sort());
    const fewer = byDefect.filter(({ scripts }) => scripts.reduce((sum, { times }) => sum + times, 0) !== 3);
    expect(fewer.map(({ defect }) => defect)).toEqual(['followers are not told of a loss']);
  });

  it('counts by kind the shrunk scripts, their defects, and the kept ones', () => {
    const scripts = byDefect.flatMap((one) => one.scripts);
    const kept = cases.map(([, script]) => told(kindsIn(script)).split(' + '));
    const timesLeft = (kind: string): number =>
      scripts.reduce((sum, { times, kinds }) => sum + (kinds.includes(kind) ? times : 0), 0);
    const defects = (kind: string): number =>
      byDefect.filter((one) => one.scripts.some(({ kinds }) => kinds.includes(kind))).length;

    expect(byKind.map(([kind, ...numbers]) => [kind, ...numbers.slice(2).map(Number)])).toEqual(
      byKind.map(([kind = '']) => [
        ...[kind, timesLeft(kind), defects(kind)],
        kept.filter((kinds) => kinds.includes(kind)).length,
      ]),
    );
    const named = [
      ...faultKinds,
      ...[...scripts, ...kept.map((kinds) => ({ kinds }))].flatMap(({ kinds }) => kinds),
    ];
    expect(named.filter((kind) => !byKind.some(([name]) => name === kind))).toEqual([]);
  });
});
