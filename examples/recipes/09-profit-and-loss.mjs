import { createClient, fills$, orderBook$, ownAccount$, whenLive } from 'notbank-rx';
import { combineLatest, filter, finalize, scan, startWith, switchMap, take } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);
const nothing = { held: 0, cash: 0 };
const add = ({ held, cash }, { trade }) => {
  const bought = trade.Side === 'Buy' ? trade.Quantity : -trade.Quantity;
  return { held: held + bought, cash: cash - bought * trade.Price };
};
const position$ = ownAccount$(client).pipe(
  switchMap((account) => fills$(client, account, { since: Date.now() - 86_400_000 })),
  filter(({ _tag, trade }) => _tag === 'Fill' && trade.InstrumentId === 1),
  scan(add, nothing),
  startWith(nothing),
);

combineLatest([position$, orderBook$(client, { InstrumentId: 1, depth: 1 }).pipe(whenLive())])
  .pipe(take(10), finalize(client.close))
  .subscribe(([{ held, cash }, { mid = NaN }]) => console.log('profit', (cash + held * mid).toFixed(2)));
