// The components of docs/guides/frameworks.md, over the packed package: they compile, show what the market tells, and let
// go of it. There is no browser: a document in memory is enough.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { Window } from 'happy-dom';
import { compile } from 'svelte/compiler';

const here = join(import.meta.dirname, '..');
const root = join(here, '../..');
const folder = join(here, 'node_modules/.frameworks');
const guide = readFileSync(join(root, 'docs/guides/frameworks.md'), 'utf8');
const [market, react, svelte, angular, vue] = [
  ...guide.matchAll(/^```(?:js|tsx|svelte|typescript)\n(.*?)^```$/gms),
].map(([, code]) => code);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const write = (name, text) => writeFileSync(join(folder, name), text);

write('market.ts', market);
write('react.tsx', react);
write('angular.ts', angular);
write('vue.ts', vue);
write('Mid.js', compile(svelte, { generate: 'client', name: 'Mid' }).js.code);
write(
  'all.tsx',
  `
import { Injector, runInInjectionContext, DestroyRef } from '@angular/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { mount, unmount } from 'svelte';
import { effectScope } from 'vue';
import { Mid as AngularMid } from './angular.js';
import { client, exchange, mid$ } from './market.js';
import SvelteMid from './Mid.js';
import { Mid as ReactMid } from './react.js';
import { useObservable } from './vue.js';

export { client, exchange };

export const starts = {
  react: () => {
    const target = document.createElement('div');
    const tree = createRoot(target);
    tree.render(<StrictMode><ReactMid /></StrictMode>);
    return { shown: () => target.textContent, stop: () => tree.unmount() };
  },
  svelte: () => {
    const target = document.createElement('div');
    const component = mount(SvelteMid, { target });
    return { shown: () => target.textContent, stop: () => unmount(component) };
  },
  angular: () => {
    const injector = Injector.create({ providers: [] });
    const { mid } = runInInjectionContext(injector, () => new AngularMid());
    return { shown: () => String(mid() ?? '…'), stop: () => injector.destroy() };
  },
  vue: () => {
    const scope = effectScope();
    const mid = scope.run(() => useObservable(mid$));
    return { shown: () => String(mid.value ?? '…'), stop: () => scope.stop() };
  },
};
`,
);
write(
  'tsconfig.json',
  JSON.stringify({
    compilerOptions: {
      ...{ target: 'es2022', module: 'nodenext', strict: true, noEmit: true, skipLibCheck: true },
      ...{ jsx: 'react-jsx', lib: ['es2023', 'dom'], experimentalDecorators: true, types: [] },
    },
    files: ['market.ts', 'react.tsx', 'angular.ts', 'vue.ts'],
  }),
);
write('package.json', '{ "type": "module" }');

const { status, stdout } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/typescript7/bin/tsc'), '-p', folder],
  {
    encoding: 'utf8',
  },
);
if (status !== 0) throw new Error(stdout);

const window = new Window();
for (const name of Object.getOwnPropertyNames(window))
  if (!(name in globalThis)) globalThis[name] = window[name];
Object.assign(globalThis, { window, document: window.document });

const outfile = join(folder, 'all.mjs');
await build({
  ...{ entryPoints: [join(folder, 'all.tsx')], outfile, bundle: true, format: 'esm', platform: 'node' },
  ...{ jsx: 'automatic', conditions: ['browser', 'module'], logLevel: 'error' },
  external: ['notbank-rx', 'notbank-rx/*', 'rxjs'],
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
});
const { client, exchange, starts } = await import(pathToFileURL(outfile).href);

/** Waits until something is so, five seconds at most. */
const until = async (isSo, what) => {
  for (let turn = 0; turn < 250; turn += 1) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${what} did not come true`);
};
const count = (name) => exchange.received.filter((frame) => frame.name === name).length;

for (const [name, start] of Object.entries(starts)) {
  const before = count('SubscribeLevel2');
  const { shown, stop } = start();
  await until(() => /^\d+(\.\d+)?$/.test(shown()), `${name} shows a price, and not ${shown()}`);
  const first = shown();
  await until(() => shown() !== first, `${name} shows the next price`);
  stop();
  await until(() => count('UnsubscribeLevel2') === before + 1, `${name} lets go`);
  if (count('SubscribeLevel2') !== before + 1) throw new Error(`${name} has subscribed more than once`);
  console.log(`${name} shows ${first}`);
}
client.close();
exchange.close();
// The document in memory has timers of its own.
process.exit(0);
