import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A TypeScript file of the project and all that it needs as one module of CommonJS, so that rxjs is there once. */
export const bundled = (entry) => {
  const folder = mkdtempSync(join(tmpdir(), 'notbank-rx-bundle-'));
  const outfile = join(folder, 'bundle.cjs');
  try {
    buildSync({
      absWorkingDir: root,
      entryPoints: [entry],
      ...{ bundle: true, format: 'cjs', platform: 'node', target: 'node20', outfile, logLevel: 'error' },
      // Where the samples are read from, as in Jest.
      define: { __dirname: JSON.stringify(join(root, 'spec/support')) },
      alias: { '#transport': './src/transport/ws.ts' },
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
