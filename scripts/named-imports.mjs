import MagicString from 'magic-string';

/**
 * A plugin that leaves out `import 'x'`, which rollup keeps for what a module may do when it is loaded. No module of ours
 * does anything, as `sideEffects` of package.json says, and a bundler warns of such an import for that reason.
 */
export const namedImports = () => ({
  name: 'named-imports',
  renderChunk: (code) => {
    const text = new MagicString(code);
    for (const { 0: line, index } of code.matchAll(/^import '[^']+';\n/gm))
      text.remove(index, index + line.length);
    return text.hasChanged() ? { code: text.toString(), map: text.generateMap({ hires: true }) } : null;
  },
});
