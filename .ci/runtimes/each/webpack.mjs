import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import webpack from 'webpack';
import { runScenario } from '../shared/inChromium.mjs';

const folder = mkdtempSync(join(tmpdir(), 'webpack-'));
try {
  const stats = await promisify(webpack)({
    mode: 'production',
    target: 'web',
    entry: resolve('smokes/browser/page.mjs'),
    output: { path: folder, filename: 'page.js' },
    performance: { hints: false },
    // Else the settings of the repository, whose paths lead to its sources, would count.
    resolve: { tsconfig: false },
  });
  if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString());
  await runScenario({ 'page.js': readFileSync(join(folder, 'page.js'), 'utf8') });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
