import process from 'node:process';
import { createClient, touch$, whenLive } from 'notbank-rx';
import { combineLatest, finalize, map, take } from 'rxjs';
import { gateway } from './gateway.mjs';

const here = createClient({ url: gateway.url });
const there = createClient({ url: process.env.OTHER_URL ?? gateway.url });
const best$ = (client) =>
  touch$(client, { Symbol: 'BTCUSDT' }).pipe(
    whenLive(),
    map(({ best }) => best),
  );

combineLatest([best$(here), best$(there)])
  .pipe(
    take(5),
    finalize(() => [here, there].forEach((client) => client.close())),
  )
  .subscribe(([a, b]) => console.log(a.bid?.price, a.ask?.price, '|', b.bid?.price, b.ask?.price));
