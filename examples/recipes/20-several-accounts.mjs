import { balances$, createClient, GetUserAccounts, request$, whenLive } from 'notbank-rx';
import { combineLatest, finalize, switchMap, take } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);
const follow$ = (AccountId) => balances$(client, { AccountId }).pipe(whenLive());

request$(client, GetUserAccounts, {})
  .pipe(
    switchMap((accounts) => combineLatest(accounts.map(follow$))),
    take(1),
    finalize(client.close),
  )
  .subscribe((all) => {
    for (const { AccountId, byProduct } of all)
      console.log(AccountId, [...byProduct.values()].map((b) => `${b.ProductSymbol} ${b.Amount}`).join(', '));
  });
