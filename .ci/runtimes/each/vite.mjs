import { build } from 'vite';
import { runScenario } from '../shared/inChromium.mjs';

const { output } = await build({
  root: 'smokes/browser',
  configFile: false,
  logLevel: 'warn',
  build: { write: false, modulePreload: false, rollupOptions: { input: 'smokes/browser/page.mjs' } },
});
await runScenario({ 'page.js': output[0].code });
