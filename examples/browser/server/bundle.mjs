import { join } from 'node:path';
import { build } from 'esbuild';

const entry = join(import.meta.dirname, '../page/main.ts');

/** The page's script in one piece, made for browsers: esbuild takes the half of the package that is meant for them. */
export const bundlePage = async () => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    // Else rxjs comes in its older half, which is larger.
    conditions: ['es2015', 'module'],
    // Else the settings of the project that it lies in would count.
    tsconfigRaw: '{}',
    legalComments: 'inline',
  });
  return outputFiles[0].text;
};
