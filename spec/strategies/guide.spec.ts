import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const folder = join(root, 'examples/strategies');
const guide = readFileSync(join(root, 'docs/guides/strategies.md'), 'utf8');
const files = readdirSync(folder);

describe('the guide to strategies', () => {
  it.each(files)('tells of %s, which has less than 60 lines and a spec', (file) => {
    expect(guide).toContain(`(../../examples/strategies/${file})`);
    expect(readFileSync(join(folder, file), 'utf8').trimEnd().split('\n').length).toBeLessThan(60);
    expect(readdirSync(__dirname)).toContain(file.replace('.ts', '.spec.ts'));
  });

  it('shows the spread alert as it is in its file', () => {
    const source = readFileSync(join(folder, 'spreadAlert.ts'), 'utf8');
    const [, body = '-'] = /^import .*?\n\n(.*)/s.exec(source.replaceAll('export ', '')) ?? [];
    expect(guide).toContain(body);
  });
});
