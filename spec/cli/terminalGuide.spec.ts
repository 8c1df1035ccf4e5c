import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes } from '../../src/cli/exitCodes.ts';
import { runInProcess } from '../support/terminal.ts';

const guide = readFileSync(join(__dirname, '../../docs/guides/terminal.md'), 'utf8');

/** The names of commands in a help. */
const commandsIn = (help: string): readonly string[] =>
  [...(help.split('Commands:\n')[1]?.split('\n\n')[0] ?? '').matchAll(/^ {2}(\w+)/gm)].map(
    ([, name = '']) => name,
  );

describe('the guide to the terminal', () => {
  it('has every command in its table', async () => {
    const { said: all } = await runInProcess(['--help']);
    const { said: watches } = await runInProcess(['watch', '--help']);
    const names = [
      ...commandsIn(all).filter((name) => !['help', 'watch'].includes(name)),
      ...commandsIn(watches)
        .filter((name) => name !== 'help')
        .map((name) => `watch ${name}`),
    ];
    expect(names.length).toBeGreaterThan(6);
    for (const name of names) expect(guide).toMatch(new RegExp(`^\\| \`${name}[ \`]`, 'm'));
  });

  it.each(exitCodes)('says that %s means: %s', (code, meaning) => {
    expect(guide).toMatch(new RegExp(`^\\| ${code} +\\| ${meaning} *\\|$`, 'm'));
  });

  it('shows pictures that hold nothing but what a terminal shows', () => {
    for (const name of ['book', 'account', 'ping']) {
      expect(guide).toContain(`../pictures/${name}.svg`);
      const picture = readFileSync(join(__dirname, `../../docs/pictures/${name}.svg`), 'utf8');
      expect(picture).toMatch(/^<svg [^>]*>\n<title>npx notbank-rx /);
      expect(picture).not.toMatch(/\/(home|root|Users|work|tmp)\/|EXAMPLE-/);
    }
  });
});
