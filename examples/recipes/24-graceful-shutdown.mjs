import process from 'node:process';
import { createClient, queueMap, trades$ } from 'notbank-rx';
import { filter, finalize, fromEvent, map, merge, takeUntil, timer } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);
const stop$ = merge(fromEvent(process, 'SIGINT'), fromEvent(process, 'SIGTERM'));
/** Work that must not be cut in two, such as a write to a database. */
const write = ({ TradeId }) => timer(20).pipe(map(() => `written: trade ${TradeId}`));

trades$(client, { Symbol: 'BTCUSDT' })
  .pipe(
    filter((item) => item._tag === 'Trade'),
    takeUntil(stop$),
    queueMap(write, { limit: 1_000, overflow: 'error' }),
    finalize(client.close),
  )
  .subscribe({ next: (line) => console.log(line), complete: () => console.log('nothing is left to write') });
