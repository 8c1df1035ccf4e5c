import { build } from 'esbuild';

/** A script of `smokes/browser/`, bundled by esbuild as its documents say for a browser. */
export const bundled = async (name) => {
  const { outputFiles } = await build({
    entryPoints: [`smokes/browser/${name}`],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"development"' },
    // Else the settings of the repository, whose paths lead to its sources, would count.
    tsconfigRaw: '{}',
  });
  return outputFiles[0].text;
};
