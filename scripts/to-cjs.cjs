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

// esbuild puts a getter before every export and another before every import, which costs each call across files more
// than what it calls. A module of the one kind is its own namespace for the other.
const direct = [
  [
    'var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);',
    'var __toCommonJS = (mod) => __defProp(mod, "__esModule", { value: true });',
  ],
  [
    'var __toESM = (mod, isNodeMode, target) => (target = mod',
    'var __toESM = (mod, isNodeMode, target) => mod && mod.__esModule ? mod : (target = mod',
  ],
];

const toCjs = (code, sourcefile, sourcemap) => {
  const made = esbuild.transformSync(code, { ...options, sourcefile, sourcemap });
  return { ...made, code: direct.reduce((text, [from, to]) => text.replace(from, () => to), made.code) };
};

/** How TypeScript becomes CommonJS for Jest, as its transformer. */
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
