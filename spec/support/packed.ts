import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../..');
const run = promisify(execFile);

/** A folder of somebody else's, with the packed package installed in it; its dependencies are found further up. */
export interface Consumer {
  readonly folder: string;
  /** Where the package is. */
  readonly installed: string;
  readonly remove: () => void;
}

/** Packs the package as it was last built, and installs it in a folder of its own. */
export const installPacked = async (): Promise<Consumer> => {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
  };
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'consumer-'));
  const installed = join(folder, 'node_modules', name);
  mkdirSync(dirname(installed), { recursive: true });
  // `npm test` has just built dist; building again would swap it under the other specs.
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  await run('tar', ['-xzf', `${name}-${version}.tgz`], { cwd: folder });
  await run('mv', [join(folder, 'package'), installed]);
  // A package of its own: else a bundler takes the name for the one that the folder lies in.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  return { folder, installed, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
