import type { Observable } from 'rxjs';
import type { Connection } from '../../src/connection/connection.ts';
import { InvalidRequest } from '../../src/errors.ts';
import { balances$ } from '../../src/orders/balances.ts';
import { cancelAll$ } from '../../src/orders/cancelAll.ts';
import { cancelOrder$ } from '../../src/orders/cancelOrder.ts';
import { fills$ } from '../../src/orders/fills.ts';
import { lifeOf$ } from '../../src/orders/lifeOf.ts';
import { modifyOrder$ } from '../../src/orders/modifyOrder.ts';
import { openOrders$ } from '../../src/orders/openOrders.ts';
import { orders$ } from '../../src/orders/orders.ts';
import { placeOrder$ } from '../../src/orders/placeOrder.ts';
import { replaceOrder$ } from '../../src/orders/replaceOrder.ts';
import { marbles } from '../support/marbles.ts';
import { answering, bid, session } from './support/scripted.ts';

/** What takes options, with such as no compiler has looked at. */
type Take = (connection: Connection, options: never) => Observable<unknown>;
const ofOrder = { AccountId: 7, OrderId: 5 };
const takes: Readonly<Record<string, Take>> = {
  placeOrder$: (client, options) => placeOrder$(client, bid, options),
  replaceOrder$: (client, options) => replaceOrder$(client, { ...bid, OrderIdToReplace: 5 }, options),
  modifyOrder$: (client, options) =>
    modifyOrder$(client, { ...ofOrder, InstrumentId: 1, Quantity: 1 }, options),
  cancelOrder$: (client, options) => cancelOrder$(client, ofOrder, options),
  cancelAll$: (client, options) => cancelAll$(client, { AccountId: 7, scope: 'mine' }, options),
  orders$: (client, options) => orders$(client, ofOrder, options),
  openOrders$: (client, options) => openOrders$(client, ofOrder, options),
  balances$: (client, options) => balances$(client, ofOrder, options),
  fills$: (client, options) => fills$(client, ofOrder, options),
  lifeOf$: (client, options) => lifeOf$(client, ofOrder, options),
};

describe('the streams of an account', () => {
  it.each([orders$, openOrders$, balances$, fills$])(
    'throw nothing where no account is given: %p',
    (follow) => {
      marbles(({ expectObservable, flush }) => {
        const { client } = session(answering({}), 50);
        const followed$: Observable<unknown> = follow(client, undefined as never);
        expectObservable(followed$).toBe('#', {}, expect.any(InvalidRequest) as unknown);
        flush();
      });
    },
  );
});

describe('an option beside the account', () => {
  /** What a stream is told where an object without a type has all there is in it. */
  const errorOf = (
    follow: (client: Connection, of: never, options: never) => Observable<unknown>,
    of: object,
  ) => {
    let error: unknown;
    marbles(({ flush }) => {
      const { client } = session(answering({}), 50);
      follow(client, { AccountId: 7, ...of } as never, {} as never).subscribe({
        error: (cause: unknown) => (error = cause),
      });
      flush();
    });
    return error;
  };

  it.each([
    ['fills$', fills$, { since: 0 }],
    ['fills$', fills$, { idTag: 1 }],
    ['orders$', orders$, { idTag: 1 }],
    ['orders$', orders$, { audit: false }],
    ['openOrders$', openOrders$, { audit: false }],
    ['balances$', balances$, { audit: false }],
  ] as const)('is refused by %s, which would go without it: %j', (_name, follow, of) => {
    expect(errorOf(follow, of)).toMatchObject({ _tag: 'InvalidRequest' });
  });

  it.each([
    ['openOrders$', openOrders$],
    ['balances$', balances$],
  ] as const)('is passed over by %s where nothing it tells depends on it', (_name, follow) => {
    expect(errorOf(follow, { idTag: 1, since: 5, Quantity: 1 })).toBeUndefined();
  });
});

describe('the options of what trades', () => {
  it.each<readonly [verb: string, options: object, path: string]>([
    ...Object.keys(takes).flatMap((verb) => [
      [verb, { audit: 'no' }, 'audit'] as const,
      [verb, { tiemout: 5 }, 'tiemout'] as const,
    ]),
    ...['placeOrder$', 'replaceOrder$', 'cancelAll$', 'orders$', 'fills$', 'lifeOf$'].flatMap((verb) => [
      [verb, { idTag: 8 }, 'idTag'] as const,
      [verb, { idTag: '1' }, 'idTag'] as const,
    ]),
    ...['placeOrder$', 'replaceOrder$'].flatMap((verb) => [
      [verb, { timeout: 0 }, 'timeout'] as const,
      [verb, { timeout: NaN }, 'timeout'] as const,
      [verb, { liveWithin: -1 }, 'liveWithin'] as const,
      [verb, { resolve: {} }, 'resolve'] as const,
      [verb, { ids: 5 }, 'ids'] as const,
    ]),
    ['placeOrder$', { cancelOnUnsubscribe: 1 }, 'cancelOnUnsubscribe'],
    ['cancelOrder$', { repeat: NaN }, 'repeat'],
    ['fills$', { since: NaN }, 'since'],
    ['fills$', { since: new Date(0) }, 'since'],
  ])('are refused by %s before anything is sent where they cannot be meant: %j', (verb, options, path) => {
    marbles(({ flush }) => {
      const { client, exchange } = session(answering({}), 50);
      const told: unknown[] = [];
      takes[verb]?.(client, options as never).subscribe({
        next: (one: unknown) => told.push(one),
        error: (error: unknown) => told.push(error),
      });
      flush();
      expect(told).toEqual([expect.any(InvalidRequest)]);
      expect(told).toMatchObject([{ mismatches: [{ path }] }]);
      expect(exchange.names()).toEqual([]);
    });
  });
});
