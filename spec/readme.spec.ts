import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const [, map = ''] =
  /## Map of the source\n(.*?)\n## /s.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];

describe('the map of the source', () => {
  it.each(readdirSync(join(root, 'src'), { withFileTypes: true }))('has $name', (entry) => {
    const name = entry.isDirectory() ? `${entry.name}/` : entry.name;
    expect(map.split(/\s+/)).toContain(name);
  });
});
