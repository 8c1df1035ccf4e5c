import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The other side of the scenarios, whose sources this program's own Node may be too old to run. */
const gatewayOf = async () => {
  const outfile = join(import.meta.dirname, '../node_modules/.scenarios', `gateway-${process.pid}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, '../../../spec/transport/scenarios/gateway.ts')],
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', tsconfigRaw: '{}', outfile },
  });
  const { serveScenarios } = await import(pathToFileURL(outfile));
  rmSync(outfile);
  return serveScenarios();
};

/**
 * Runs the scenarios of a transport with a runtime: with its own socket, and with what it makes of `ws`; this script fails
 * where one does.
 */
export const runTransport = async (runtime, args = []) => {
  const { url, nobody, close } = await gatewayOf();
  const program = spawn(runtime, [...args, 'smokes/transport.mjs', url, nobody], { stdio: 'inherit' });
  const limit = setTimeout(() => program.kill(), 60_000);
  const [status] = await once(program, 'exit');
  clearTimeout(limit);
  await close();
  if (status !== 0) process.exit(1);
};
