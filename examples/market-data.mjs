import { createClient, GetInstruments, NOTBANK, request$, subscribe$, SubscribeLevel1 } from 'notbank-rx';
import { finalize, switchMap, take, tap } from 'rxjs';

const client = createClient({ url: process.env.NOTBANK_URL ?? NOTBANK });

request$(client, GetInstruments, {})
  .pipe(
    tap((instruments) => console.log(instruments.map(({ Symbol }) => Symbol).join(' '))),
    switchMap(() => subscribe$(client, SubscribeLevel1, { Symbol: 'BTCUSDT' })),
    take(3),
    finalize(client.close),
  )
  .subscribe({
    next: ({ _tag, payload }) => console.log(_tag, payload.BestBid, payload.BestOffer),
    error: ({ message }) => console.error(message),
  });
