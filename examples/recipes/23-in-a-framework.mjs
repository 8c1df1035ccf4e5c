import { createClient, touch$, whenLive } from 'notbank-rx';
import { finalize, map, take } from 'rxjs';
import { gateway } from './gateway.mjs';

/** What `useSyncExternalStore` of React takes. Svelte and Angular take the Observable itself. */
const storeOf = (source$, value) => ({
  getSnapshot: () => value,
  subscribe: (onChange) => {
    const subscription = source$.subscribe((next) => ((value = next), onChange()));
    return () => subscription.unsubscribe();
  },
});

const client = createClient(gateway);
const bid$ = touch$(client, { Symbol: 'BTCUSDT' }).pipe(
  whenLive(),
  map(({ best }) => best.bid?.price),
);
const store = storeOf(bid$.pipe(take(3), finalize(client.close)), undefined);
store.subscribe(() => console.log('render', store.getSnapshot()));
