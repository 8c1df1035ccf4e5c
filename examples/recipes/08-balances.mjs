import { balances$, createClient, ownAccount$, whenLive } from 'notbank-rx';
import { finalize, switchMap, take } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);

ownAccount$(client)
  .pipe(
    switchMap((account) => balances$(client, account)),
    whenLive(),
    take(1),
    finalize(client.close),
  )
  .subscribe(({ byProduct }) => {
    for (const { ProductSymbol, Amount, available } of byProduct.values())
      console.log(`${ProductSymbol}: ${Amount}, of which ${available} available`);
  });
