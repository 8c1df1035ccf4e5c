import { bundled } from '../shared/bundled.mjs';
import { runScenario } from '../shared/inChromium.mjs';

await runScenario({ 'page.js': await bundled('page.mjs') });
