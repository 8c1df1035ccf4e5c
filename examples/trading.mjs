import { apiKeyLogin, createClient, NOTBANK_STAGING, placeOrder$ } from 'notbank-rx';
import { finalize } from 'rxjs';

const {
  NOTBANK_API_KEY: apiKey = '',
  NOTBANK_SECRET: secret = '',
  NOTBANK_USER_ID: userId = '',
} = process.env;
const client = createClient({
  url: process.env.NOTBANK_URL ?? NOTBANK_STAGING,
  credentials: apiKeyLogin({ apiKey, secret, userId }),
});

placeOrder$(client, {
  AccountId: 7,
  InstrumentId: 1,
  Side: 'Buy',
  OrderType: 'Limit',
  TimeInForce: 'IOC',
  Quantity: '0.001',
  LimitPrice: '50000.00',
})
  .pipe(finalize(client.close))
  .subscribe({
    next: ({ _tag, executed, reason }) => console.log(_tag, executed, reason ?? ''),
    error: ({ message }) => console.error(message),
  });
