import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { faultKinds } from '../../src/simulator/gateway/faults/faultCodec.ts';
import { serveVerb } from '../../src/cli/serve.ts';
import { defaultLimits } from '../../src/simulator/gateway/limits.ts';
import { demoUsers } from '../../src/simulator/index.ts';
import { createTerminal } from '../support/terminal.ts';
import { optionRows, profileRows } from '../support/simulatorTables.ts';

const guide = readFileSync(join(__dirname, '../../docs/guides/simulator.md'), 'utf8');

/** The rows of all tables that begin with a name in code, cell by cell. */
const rows = [...guide.matchAll(/^\| `(\w+)` +\|(.*)\|$/gm)].map(([, name = '', rest = '']) => [
  name,
  ...rest.split(/(?<!\\)\|/).map((cell) => cell.trim()),
]);
const row = (name: string): readonly string[] => rows.find(([first]) => first === name) ?? [name];

describe('the guide to the simulated exchange', () => {
  it.each(optionRows)('has a row for the option %s, with its values and what it is about', (name, values) => {
    expect(row(name).slice(0, 2)).toEqual([name, values]);
    expect(row(name)[2]?.length).toBeGreaterThan(5);
  });

  it.each(profileRows)('has a row for the profile %s, with what differs', (name, differs) => {
    expect(row(name)[2]).toBe(differs);
  });

  it.each(Object.entries(defaultLimits))('has a row for the limit %s, with its default', (name, value) => {
    expect(row(name)[1]?.replaceAll(',', '')).toBe(String(value));
  });

  it.each(faultKinds)('has a row for the fault %s', (kind) => {
    expect(row(kind)[1]?.length).toBeGreaterThan(5);
  });

  it.each(demoUsers)('names the user $userName with what logs in', ({ userId, apiKey, secret, password }) => {
    for (const text of [String(userId), apiKey, secret, password]) expect(guide).toContain(text);
  });

  it('has every option of the command, and no other', () => {
    const command = serveVerb(new Command(), createTerminal().terminal, () => undefined);
    const told = command.options.map(({ long }) => long);
    expect(told.length).toBeGreaterThan(10);
    expect([...guide.matchAll(/^\| `(--[a-z]+)/gm)].map(([, option]) => option).sort()).toEqual(
      [...told].sort(),
    );
  });
});
