import { deepStrictEqual } from 'node:assert';
import process from 'node:process';
// By path: conditions of the package give every runtime but a browser the transport of `ws`.
import { createClient, Ping, request$, webSocket as ofWs } from '../node_modules/notbank-rx/dist/index.js';
import { webSocket as ofPlatform } from '../node_modules/notbank-rx/dist/transport/browser.js';
import { scenarios } from '../../../spec/transport/scenarios/scenarios.ts';

const [url, nobody] = process.argv.slice(2);
const transports = { "the platform's own socket": ofPlatform, ws: ofWs };
const tooLong = () => new Promise((resolve) => setTimeout(() => resolve('more than ten seconds'), 10_000));

const failures = [];
for (const [name, webSocket] of Object.entries(transports)) {
  for (const { title, run, expected } of scenarios) {
    try {
      const found = run({ webSocket, createClient, request$, Ping, url, nobody });
      deepStrictEqual(await Promise.race([found, tooLong()]), expected);
    } catch (error) {
      failures.push(`${name}: ${title}: ${error.message}`);
    }
  }
}
console.log(failures.length === 0 ? `All ${scenarios.length} scenarios hold.` : failures.join('\n\n'));
// A platform's own socket may keep a process for as long as the other side does not agree to its close.
process.exit(failures.length === 0 ? 0 : 1);
