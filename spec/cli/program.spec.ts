import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInProcess } from '../support/terminal.ts';

const manifest = readFileSync(join(__dirname, '../../package.json'), 'utf8');

describe('the command line', () => {
  it('tells its version', async () => {
    const { version } = JSON.parse(manifest) as { readonly version: string };
    expect(await runInProcess(['--version'])).toEqual({ ending: 0, said: version, logged: '' });
  });

  it('tells what it can do, and of every verb what it takes', async () => {
    const { ending, said } = await runInProcess(['--help']);
    expect(ending).toBe(0);
    for (const name of [
      'watch',
      'instruments',
      'ping',
      'record',
      'replay',
      'call',
      'serve',
      'check',
      'demo',
    ]) {
      expect(said).toMatch(new RegExp(`^  ${name} `, 'm'));
      const [asked, named] = [await runInProcess([name, '--help']), await runInProcess(['help', name])];
      expect(asked).toEqual({ ending: 0, said: named.said, logged: '' });
      expect(asked.said).toMatch(new RegExp(`^Usage: notbank-rx ${name} `));
    }
  });

  it.each([
    ...['watch', 'instruments', 'ping', 'record', 'replay', 'call', 'serve', 'check', 'demo'].map((name) => [
      name,
    ]),
    ...['book', 'trades', 'bars', 'account'].map((name) => ['watch', name]),
  ])('shows examples in the help of %s %s', async (...names) => {
    const { said } = await runInProcess([...names, '--help']);
    const examples = said.split('Examples:\n')[1]?.split('\n') ?? [];
    expect(examples.length).toBeGreaterThanOrEqual(4);
    for (const line of examples.filter((_, at) => at % 2 === 1)) {
      expect(line).toMatch(new RegExp(`^  notbank-rx ${names.join(' ')}( |$)`));
    }
  });

  it.each([
    ['nothing', [], 'Usage: notbank-rx'],
    ['a verb nearly right', ['srve'], "unknown command 'srve'\n(Did you mean serve?)"],
    ['a verb that is none', ['sing'], "unknown command 'sing'"],
    ['an option that is none', ['--loud'], "unknown option '--loud'"],
  ])('says that it cannot carry out %s', async (_, args, words) => {
    const { ending, said, logged } = await runInProcess(args);
    expect({ ending, said }).toEqual({ ending: 2, said: '' });
    expect(logged).toContain(words);
  });

  it.each([
    [[], 'sing', 'notbank-rx'],
    [['watch'], 'sing', 'notbank-rx watch'],
    [['watch', 'bars'], '--loud', 'notbank-rx watch bars'],
    [['ping'], '--count=x', 'notbank-rx ping'],
  ])('names the help of the command that was mistaken: %s', async (names, mistake, command) => {
    const { ending, logged } = await runInProcess([...names, mistake]);
    expect(ending).toBe(2);
    expect(logged.trim().split('\n').at(-1)).toBe(`See ${command} --help.`);
  });
});
