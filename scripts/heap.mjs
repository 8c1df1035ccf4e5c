import { queryObjects, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

/** The heap in use once all garbage is gone, in bytes. */
export const heapNow = () => {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
};

/** How many objects there are once all garbage is gone. What V8 makes of code that runs often is none. */
export const objectsNow = () => {
  // What hangs on a weak map goes one step each time.
  for (let times = 0; times < 4; times += 1) collect();
  return queryObjects(Object);
};
