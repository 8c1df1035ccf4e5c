import { bars$, createClient, TickerInterval, whenLive } from 'notbank-rx';
import { finalize, take } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);

bars$(client, { Symbol: 'BTCUSDT', Interval: TickerInterval.OneMinute, history: 60 })
  .pipe(whenLive(), take(2), finalize(client.close))
  .subscribe(({ bars, changed }) => {
    console.log(`${bars.length} bars, ${changed.length} of them new or changed`);
    for (const { begin, open, high, low, close, isFinal } of changed.slice(-3))
      console.log(new Date(begin).toISOString(), open, high, low, close, isFinal ? 'final' : 'in progress');
  });
