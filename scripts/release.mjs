// Says what still keeps this version from being published, and with --publish publishes it, with a statement of provenance.
// That names the commit and the build that the package was made from, and is signed by the build service: so it works in
// CI alone, and only where package.json names the repository.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');
const read = (file) => readFileSync(join(root, file), 'utf8');
const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trim();
const npm = (...args) => spawnSync('npm', args, { cwd: root, stdio: 'inherit' }).status === 0;

const { version, repository } = JSON.parse(read('package.json'));
const tag = `v${version}`;

/** What has to be true of the sources, each with what to do where it is not. */
const conditions = [
  [git('status', '--porcelain') === '', 'The working tree has changes: commit them.'],
  [git('tag', '--list', tag) === '', `The tag ${tag} exists: raise the version in package.json.`],
  [
    new RegExp(`^## ${RegExp.escape?.(version) ?? version}, \\d{4}-\\d\\d-\\d\\d$`, 'm').test(
      read('CHANGELOG.md'),
    ),
    `CHANGELOG.md has no heading "## ${version}, <date>": give it the day of the release.`,
  ],
  [repository !== undefined, 'package.json names no repository: provenance refers to it.'],
];

const isProvable =
  process.env.ACTIONS_ID_TOKEN_REQUEST_URL !== undefined || process.env.SIGSTORE_ID_TOKEN !== undefined;

const problems = conditions.filter(([isMet]) => !isMet).map(([, what]) => what);
problems.forEach((what) => console.error(what));

if (problems.length > 0) process.exitCode = 1;
else if (!process.argv.includes('--publish'))
  console.log(`${version} can be published: --publish does it, in CI.`);
else if (!isProvable) {
  console.error('This is no CI that gives out identity tokens: nothing was published.');
  process.exitCode = 1;
} else if (!npm('run', 'check:package') || !npm('publish', '--provenance', '--access', 'public'))
  process.exitCode = 1;
else console.log(`Published. Now: git tag ${tag} && git push origin ${tag}`);
