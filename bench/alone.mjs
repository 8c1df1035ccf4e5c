import { fork } from 'node:child_process';
import process from 'node:process';

/** How long a child may take, in milliseconds. */
const longestRun = 120_000;

/**
 * Runs a bench's file once more in a process of its own, so that nothing another client has made the engine learn counts;
 * resolves to what that has measured.
 */
export const runAlone = (file, ...args) =>
  new Promise((resolve, reject) => {
    const child = fork(file, args, { execArgv: ['--expose-gc'], timeout: longestRun });
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}`)));
  });

/** In such a process: measures, tells, and ends; elsewhere it does nothing. */
export const measureIfAlone = async (measure) => {
  if (process.send === undefined) return;
  process.send(await measure(...process.argv.slice(2)));
  process.disconnect();
  process.exit();
};
