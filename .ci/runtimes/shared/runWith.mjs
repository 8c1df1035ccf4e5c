import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** Runs programs of `smokes/` with a runtime, one after another; this script fails with the first that does not end well. */
export const runWith = (runtime, programs, args = []) => {
  for (const program of programs) {
    const { status } = spawnSync(runtime, [...args, `smokes/${program}`], {
      stdio: 'inherit',
      timeout: 45_000,
    });
    if (status !== 0) process.exit(1);
  }
};
