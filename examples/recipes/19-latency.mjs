import { createClient, Ping, request$ } from 'notbank-rx';
import { concatMap, defer, finalize, map, range, skip, toArray } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);
const timed$ = defer(() => {
  const begin = performance.now();
  return request$(client, Ping, {}).pipe(map(() => performance.now() - begin));
});
const at = (times, index) => times.sort((a, b) => a - b)[index].toFixed(2);

// The first has to wait for the connection and the login, and does not count.
range(101)
  .pipe(
    concatMap(() => timed$),
    skip(1),
    toArray(),
    finalize(client.close),
  )
  .subscribe((times) => console.log(`p50 ${at(times, 50)} ms, p99 ${at(times, 98)} ms`));
