import {
  apiKeyLogin,
  createClient,
  GetOrdersHistory,
  NOTBANK_STAGING,
  request$,
  SendOrder,
} from 'notbank-rx';
import { catchError, finalize, map, switchMap, throwError, timer } from 'rxjs';

const {
  NOTBANK_API_KEY: apiKey = '',
  NOTBANK_SECRET: secret = '',
  NOTBANK_USER_ID: userId = '',
} = process.env;
const client = createClient({
  url: process.env.NOTBANK_URL ?? NOTBANK_STAGING,
  credentials: apiKeyLogin({ apiKey, secret, userId }),
});

const mine = { AccountId: 7, ClientOrderId: Date.now() };
const sent$ = request$(client, SendOrder, {
  ...mine,
  InstrumentId: 1,
  Side: 'Buy',
  OrderType: 'Limit',
  TimeInForce: 'GTC',
  Quantity: '0.001',
  LimitPrice: '50000.00',
});
// After `sent: true` the order may stand or not: look for it, a moment later, before you send it again.
const found$ = timer(1_000).pipe(
  switchMap(() => request$(client, GetOrdersHistory, mine)),
  map(([order]) => order ?? 'no such order'),
);

sent$
  .pipe(
    catchError((error) => (error.sent === true ? found$ : throwError(() => error))),
    finalize(client.close),
  )
  .subscribe({ next: console.log, error: ({ message }) => console.error(message) });
