const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const esbuild = require('esbuild');

const options = {
  loader: 'ts',
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  sourcesContent: true,
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, target: 'es2022' } },
};
const key = readFileSync(__filename, 'utf8') + esbuild.version;

const toCjs = (code, sourcefile, sourcemap) =>
  esbuild.transformSync(code, { ...options, sourcefile, sourcemap });

/** The one way TypeScript becomes CommonJS: for the build, and as Jest's transformer. */
module.exports = {
  toCjs,
  // The map stays inline: beside the code it would point coverage at generated lines.
  process: (code, file) => ({ code: toCjs(code, file, 'inline').code }),
  // This file is part of the key, or an edit of it would meet a stale cache.
  getCacheKey: (code, file, { configString, instrument }) =>
    createHash('sha256')
      .update([key, code, file, configString, String(instrument)].join('\0'))
      .digest('hex'),
};
