import { deepStrictEqual } from 'node:assert';
import { createClient, follow$, SubscribeLevel1 } from 'notbank-rx';
import { scriptedExchange } from 'notbank-rx/testing';
import { map } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';

const answer = () => ({ OMSId: 1, InstrumentId: 1, BestBid: 100 });

new TestScheduler(deepStrictEqual).run(({ cold, expectObservable }) => {
  const exchange = scriptedExchange({ answer });
  const client = createClient({ transport: exchange.transport, backoff: () => 5, keepAlive: false });
  const bid$ = follow$(client, SubscribeLevel1, { InstrumentId: 1 }).pipe(map(({ status }) => status));

  cold('              ----x').subscribe(() => exchange.drop());
  expectObservable(bid$).toBe('(ab)a----b', { a: 'restoring', b: 'live' });
});
console.log('as drawn');
