import { bundled } from '../shared/bundled.mjs';
import { runScenario } from '../shared/inChromium.mjs';

await runScenario({
  'page.js': await bundled('startsWorker.mjs'),
  'worker.js': await bundled('worker.mjs'),
});
