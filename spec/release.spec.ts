import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };

describe('scripts/release.mjs', () => {
  it('says what keeps a version from being published, and publishes nothing', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/release.mjs', '--publish'], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
    const isReleased = new RegExp(`^## ${manifest.version}, \\d{4}`, 'm').test(
      readFileSync(join(root, 'CHANGELOG.md'), 'utf8'),
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(isReleased ? /\.\n$/ : /CHANGELOG\.md has no heading "## \d+\.\d+\.\d+, <date>"/);
  });
});
