// A second process with a login of its own: it hears the heartbeat of the one that trades, any line on its standard
// input, and cancels all orders of the account when none comes any more. On a venue where a second login ends the
// first, it needs a user of its own.
//
//   node strategy.mjs | node examples/watchdog/main.mjs
//
// NOTBANK_ACCOUNT names the account where the user has several.
import { apiKeyLogin, createClient, NOTBANK_STAGING, ownAccount$ } from 'notbank-rx';
import { concat, finalize, fromEvent, NEVER, of, switchMap, takeUntil } from 'rxjs';
import { watch$ } from './watch.mjs';

const {
  NOTBANK_API_KEY: apiKey = '',
  NOTBANK_SECRET: secret = '',
  NOTBANK_USER_ID: userId = '',
  NOTBANK_ACCOUNT: account,
  WATCHDOG_PATIENCE: patience = '5000',
} = process.env;
const client = createClient({
  url: process.env.NOTBANK_URL ?? NOTBANK_STAGING,
  credentials: apiKeyLogin({ apiKey, secret, userId }),
});

// Logged in before it is needed.
client.state$.subscribe({
  next: ({ _tag }) => console.log(_tag),
  error: ({ message }) => console.error(message),
});
// A pipe that ends is no sign of life, and no end of the watch.
const beat$ = concat(
  fromEvent(process.stdin, 'data').pipe(takeUntil(fromEvent(process.stdin, 'end'))),
  NEVER,
);

const account$ = account === undefined ? ownAccount$(client) : of({ AccountId: Number(account) });

account$
  .pipe(
    switchMap(({ AccountId }) => watch$(client, beat$, { AccountId, patience: Number(patience) })),
    finalize(client.close),
  )
  .subscribe({
    next: ({ _tag, orders = [] }) => console.log(_tag, ...orders.map(({ OrderId }) => OrderId)),
    error: ({ message }) => console.error(message),
  });
