import { createClient, touch$, whenLive } from 'notbank-rx';
import { finalize, map, switchMap, take, timer } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);
/** What a person picks, such as the values of a `<select>`: here one or the other, twice a second. */
const picked$ = timer(0, 500).pipe(map((i) => (i % 2 === 0 ? 'BTCUSDT' : 'ETHUSDT')));
const touchOf$ = (Symbol) =>
  touch$(client, { Symbol }).pipe(
    whenLive(),
    map(({ best }) => `${Symbol} ${best.bid?.price} | ${best.ask?.price}`),
  );

picked$.pipe(switchMap(touchOf$), take(25), finalize(client.close)).subscribe((line) => console.log(line));
