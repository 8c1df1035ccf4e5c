import { follow$, SubscribeLevel1 } from 'notbank-rx';
import { runMarbles } from 'notbank-rx/testing';
import { map } from 'rxjs';

const answer = () => ({ OMSId: 1, InstrumentId: 1, BestBid: 100 });

runMarbles(
  ({ client, exchange, act, expectObservable, expectSent }) => {
    const status$ = follow$(client, SubscribeLevel1, { InstrumentId: 1 }).pipe(map(({ status }) => status));

    act('                           ----d', { d: () => exchange.drop() });
    expectObservable(status$).toBe('(rl)r 19ms l', { r: 'restoring', l: 'live' });
    expectSent('                    s 23ms s', { s: 'SubscribeLevel1' });
  },
  { answer },
);
console.log('as drawn');
