import { createClient, openOrders$, ownAccount$, whenLive } from 'notbank-rx';
import { finalize, switchMap, take } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);

ownAccount$(client)
  .pipe(
    switchMap((account) => openOrders$(client, account)),
    whenLive(),
    take(1),
    finalize(client.close),
  )
  .subscribe(({ orders }) => {
    console.log(`${orders.length} open`);
    for (const { OrderId, Side, Quantity, Price } of orders) console.log(OrderId, Side, Quantity, '@', Price);
  });
