import { createClient, GetInstruments, NOTBANK, orderBook$, request$, whenLive } from 'notbank-rx';
import { finalize, switchMap, take, tap } from 'rxjs';

const client = createClient({ url: process.env.NOTBANK_URL ?? NOTBANK });

request$(client, GetInstruments, {})
  .pipe(
    tap((instruments) => console.log(instruments.map(({ Symbol }) => Symbol).join(' '))),
    switchMap(() => orderBook$(client, { Symbol: 'BTCUSDT', depth: 10 })),
    whenLive(),
    take(3),
    finalize(client.close),
  )
  .subscribe({
    next: ({ best, spread, toFill }) =>
      console.log(best.bid?.price, best.ask?.price, spread, toFill('Buy', 0.1).vwap),
    error: ({ message }) => console.error(message),
  });
