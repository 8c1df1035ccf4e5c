import { conflateMap, createClient, createCounters, orderBook$, whenLive } from 'notbank-rx';
import { finalize, map, take, timer } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);
const counters = createCounters();
/** As slow as a screen, or a database, or a person. */
const draw = (book) => timer(300).pipe(map(() => `drawn: mid ${book.mid}`));

orderBook$(client, { Symbol: 'BTCUSDT' })
  .pipe(whenLive(), conflateMap(draw, { counters }), take(5), finalize(client.close))
  .subscribe((line) => console.log(line, `${counters.dropped} of ${counters.received} dropped`));
