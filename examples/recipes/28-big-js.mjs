import { Big } from 'big.js';
import { createClient, exact, GetAccountPositions, ownAccount$, request$ } from 'notbank-rx';
import { finalize, switchMap } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);
const ExactPositions = exact(GetAccountPositions, (text) => new Big(text));

ownAccount$(client)
  .pipe(
    switchMap((account) => request$(client, ExactPositions, account)),
    finalize(client.close),
  )
  .subscribe((positions) => {
    for (const { ProductSymbol, Amount, Hold } of positions)
      console.log(ProductSymbol, Amount.minus(Hold).div(3).toFixed(8));
  });
