import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { runScenario } from '../shared/inChromium.mjs';

const bundle = await rollup({
  input: 'smokes/browser/page.mjs',
  plugins: [nodeResolve({ browser: true }), commonjs()],
});
const { output } = await bundle.generate({ format: 'es' });
await runScenario({ 'page.js': output[0].code });
