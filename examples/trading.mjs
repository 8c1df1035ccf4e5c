import { apiKeyLogin, createClient, NOTBANK_STAGING, ownAccount$, placeOrder$ } from 'notbank-rx';
import { finalize, switchMap } from 'rxjs';

const {
  NOTBANK_API_KEY: apiKey = '',
  NOTBANK_SECRET: secret = '',
  NOTBANK_USER_ID: userId = '',
} = process.env;
const client = createClient({
  url: process.env.NOTBANK_URL ?? NOTBANK_STAGING,
  credentials: apiKeyLogin({ apiKey, secret, userId }),
});

ownAccount$(client)
  .pipe(
    switchMap((account) =>
      placeOrder$(client, {
        ...account,
        InstrumentId: 1,
        Side: 'Buy',
        OrderType: 'Limit',
        TimeInForce: 'IOC',
        Quantity: '0.001',
        LimitPrice: '50000.00',
      }),
    ),
    finalize(client.close),
  )
  .subscribe({
    next: ({ _tag, executed, reason }) => console.log(_tag, executed, reason ?? ''),
    error: ({ message }) => console.error(message),
  });
