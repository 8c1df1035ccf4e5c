import { createClient, orderBook$, whenLive } from 'notbank-rx';
import { distinctUntilChanged, finalize, map, take } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);

orderBook$(client, { Symbol: 'BTCUSDT', depth: 1 })
  .pipe(
    whenLive(),
    map(({ spread, mid }) => `spread ${spread}, mid ${mid}`),
    distinctUntilChanged(),
    take(3),
    finalize(client.close),
  )
  .subscribe(console.log);
