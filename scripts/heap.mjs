import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

/** The heap in use once all garbage is gone, in bytes. */
export const heapNow = () => {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
};
