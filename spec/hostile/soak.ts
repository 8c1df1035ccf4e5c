import { merge, mergeMap, type Observable, repeat, switchMap, tap, timer } from 'rxjs';
import {
  apiKeyLogin,
  bars$,
  cancelAll$,
  type Client,
  createClient,
  createIds,
  GetOpenOrders,
  orderBook$,
  orders$,
  placeOrder$,
  request$,
  subscribe$,
  SubscribeLevel1,
  trades$,
} from '../../src/index.ts';
import { createExchange, demoUsers, type Exchange } from '../../src/simulator/index.ts';
import { inVirtualTime } from '../simulation/virtualTime.ts';

/** The heap in use once all garbage is gone, in bytes. */
export type HeapNow = () => number;

/** How much was in use, after so many reconnects or minutes. */
export interface Sample {
  readonly at: number;
  readonly heap: number;
}

const [trader] = demoUsers;
const account = { AccountId: 7 };
const instrument = { InstrumentId: 1 };

/** Everything that one program may follow at once. */
const everything$ = (client: Client): Observable<unknown> =>
  merge(
    subscribe$(client, SubscribeLevel1, instrument),
    orderBook$(client, instrument),
    trades$(client, instrument),
    bars$(client, { ...instrument, Interval: 60 }),
    orders$(client, account),
  );

const clientOf = ({ transport }: Exchange): Client =>
  createClient({ transport, credentials: apiKeyLogin(trader), backoff: () => 100 });

const inCalm = (work: () => void): void => inVirtualTime({ clockSteps: [], busy: [] }, work, () => undefined);

/** Loses the connection once a second, with streams and a request under way, and looks at the heap so many times. */
export const soakReconnects = (reconnects: number, looks: number, heapNow: HeapNow): readonly Sample[] => {
  const samples: Sample[] = [];
  inCalm(() => {
    const exchange = createExchange({ latency: 1 });
    const client = clientOf(exchange);
    client.error$.subscribe();
    const following = everything$(client).subscribe();
    let done = 0;
    const lose = (): void => {
      request$(client, GetOpenOrders, account).subscribe({ error: () => undefined });
      exchange.drop();
      done += 1;
      if (done % Math.ceil(reconnects / looks) === 0) samples.push({ at: done, heap: heapNow() });
    };
    const end = (): void => {
      following.unsubscribe();
      client.close();
      exchange.close();
    };
    timer(1_000).pipe(repeat(reconnects), tap(lose)).subscribe({ complete: end });
  });
  return samples;
};

const ordersPerSecond = 2;

/** One order after another, some of which trade, and all that are left cancelled every minute. */
const trading$ = (client: Client): Observable<unknown> => {
  const ids = createIds();
  const order$ = (nth: number): Observable<unknown> =>
    placeOrder$(
      client,
      {
        ...{ ...account, ...instrument, TimeInForce: 'GTC', OrderType: 'Limit', Quantity: '0.0100' },
        ...(nth % 2 === 0
          ? { Side: 'Buy', LimitPrice: nth % 4 === 0 ? '60000.00' : '1000.00' }
          : { Side: 'Sell', LimitPrice: nth % 4 === 1 ? '60000.00' : '900000.00' }),
      },
      { ids },
    );
  let placed = 0;
  return timer(1_000 / ordersPerSecond).pipe(
    repeat(),
    mergeMap(() => {
      placed += 1;
      return placed % (60 * ordersPerSecond) === 0
        ? cancelAll$(client, { ...account, scope: 'mine' })
        : order$(placed);
    }),
  );
};

/** Of each history of the exchange so many rows are kept, so that all are full within some minutes. */
const history = 200;
/** When those of the client are full as well, in minutes. */
const fullAfter = 20;

/** Trades among a crowd, and looks at the heap so many times in so many minutes, once all that is kept is full. */
export const soakTrading = (minutes: number, looks: number, heapNow: HeapNow): readonly Sample[] => {
  const samples: Sample[] = [];
  inCalm(() => {
    const exchange = createExchange({ latency: 1, crowd: 250, crowdInstruments: [1], limits: { history } });
    const client = clientOf(exchange);
    const running = merge(everything$(client), trading$(client)).subscribe();
    const look = (): void => {
      samples.push({ at: ((samples.length + 1) * minutes) / looks, heap: heapNow() });
    };
    const end = (): void => {
      running.unsubscribe();
      client.close();
      exchange.close();
    };
    timer(fullAfter * 60_000)
      .pipe(switchMap(() => timer((minutes / looks) * 60_000).pipe(repeat(looks), tap(look))))
      .subscribe({ complete: end });
  });
  return samples;
};
