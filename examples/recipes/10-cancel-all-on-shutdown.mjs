import process from 'node:process';
import { cancelAll$, createClient, ownAccount$, placeOrder$ } from 'notbank-rx';
import { finalize, fromEvent, merge, switchMap, take, takeUntil } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);
const terms = { InstrumentId: 1, Side: 'Buy', OrderType: 'Limit', TimeInForce: 'GTC' };
const stop$ = fromEvent(process, 'SIGINT').pipe(take(1));
const trade$ = (account) =>
  placeOrder$(client, { ...account, ...terms, Quantity: '0.01', LimitPrice: '10000.00' });
const clean$ = (account) => cancelAll$(client, { ...account, scope: 'mine' });

ownAccount$(client)
  .pipe(
    switchMap((account) =>
      merge(trade$(account).pipe(takeUntil(stop$)), stop$.pipe(switchMap(() => clean$(account)))),
    ),
    finalize(client.close),
  )
  .subscribe(({ _tag }) => console.log(_tag));
