import { deepStrictEqual } from 'node:assert';
import { bundled } from '../shared/bundled.mjs';
import { runInChromium } from '../shared/inChromium.mjs';

const { found, received } = await runInChromium({ 'page.js': await bundled('react.mjs') });
deepStrictEqual(found, { hasBid: true });
// Mounted twice, it has been subscribed to once.
deepStrictEqual(
  received.filter((name) => name.endsWith('Level2')),
  ['SubscribeLevel2', 'UnsubscribeLevel2'],
);
