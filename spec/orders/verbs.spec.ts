import { map, type Observable, timer } from 'rxjs';
import {
  apiKeyLogin,
  cancelAll$,
  cancelOrder$,
  type Client,
  createClient,
  fills$,
  killSwitch,
  lifeOf$,
  modifyOrder$,
  placeOrder$,
  replaceOrder$,
  request$,
  SendOrder,
  withLimits,
} from '../../src/index.ts';
import { createExchange, demoUsers, type Exchange } from '../../src/simulator/index.ts';
import { marbles } from '../support/marbles.ts';

const [trader] = demoUsers;
const AccountId = 7;
const bid = {
  AccountId,
  InstrumentId: 1,
  Side: 'Buy',
  OrderType: 'Limit',
  TimeInForce: 'GTC',
  Quantity: '0.5',
  LimitPrice: '100.00',
} as const;

interface Told {
  readonly _tag: string;
}
type Act = (
  client: Client,
  tell: (name: string, told$: Observable<Told>) => void,
  exchange: Exchange,
) => void;

/** What is told, by name, when these things are done, so many milliseconds after the start. */
const run = (acts: Readonly<Record<number, Act>>, open = 0): Readonly<Record<string, readonly string[]>> => {
  const told: Record<string, string[]> = {};
  marbles(({ flush }) => {
    const exchange = createExchange({ startTime: 1_700_000_000_000, latency: 1 });
    const client = createClient({
      transport: exchange.transport,
      credentials: apiKeyLogin({ ...trader, nonce: () => '1' }),
      keepAlive: false,
    });
    const tell = (name: string, told$: Observable<Told>): void => {
      const list = (told[name] ??= []);
      told$.subscribe({
        next: ({ _tag }) => list.push(_tag),
        error: (error: unknown) => list.push((error as Error).name),
      });
    };
    for (const [time, act] of Object.entries(acts))
      timer(Number(time)).subscribe(() => act(client, tell, exchange));
    timer(30_000).subscribe(() => {
      const left = exchange.market.openOrders(AccountId);
      expect(left).toMatchObject({ _tag: 'Right', right: { length: open } });
      client.close();
      exchange.close();
    });
    flush();
  });
  return told;
};

/** Places a bid, and does something to it as soon as its id is known. */
const withBid =
  (then: (client: Client, OrderId: number, tell: Parameters<Act>[1]) => void): Act =>
  (client, tell) => {
    let isDone = false;
    const life$ = placeOrder$(client, bid);
    tell('bid', life$);
    life$.subscribe(({ _tag, OrderId }) => {
      if (isDone || _tag !== 'Working') return;
      isDone = true;
      then(client, Number(OrderId), tell);
    });
  };

describe('on the simulated exchange', () => {
  it('cancelOrder$ cancels, and says of what is over that it came too late', () => {
    const told = run({
      0: withBid((client, OrderId, tell) => {
        tell('first', cancelOrder$(client, { AccountId, OrderId }));
        timer(100).subscribe(() => tell('second', cancelOrder$(client, { AccountId, OrderId })));
      }),
    });

    expect(told).toEqual({
      bid: ['Sent', 'Accepted', 'Working', 'Canceled'],
      first: ['Sent', 'Taken', 'Canceled'],
      second: ['Sent', 'TooLate'],
    });
  });

  it('modifyOrder$ lowers a quantity, and is refused where it does not', () => {
    const to = (Quantity: string) => ({ AccountId, InstrumentId: 1, Quantity });
    const told = run(
      {
        0: withBid((client, OrderId, tell) => {
          tell('lower', modifyOrder$(client, { ...to('0.2'), OrderId }));
          timer(100).subscribe(() => tell('higher', modifyOrder$(client, { ...to('0.9'), OrderId })));
        }),
      },
      1,
    );

    expect(told).toMatchObject({ lower: ['Sent', 'Taken', 'Modified'], higher: ['Sent', 'Refused'] });
  });

  it('replaceOrder$ replaces, and says of what is over that it came too late', () => {
    const told = run(
      {
        0: withBid((client, OrderId, tell) => {
          tell('first', replaceOrder$(client, { ...bid, OrderIdToReplace: OrderId, LimitPrice: '99.00' }));
          timer(100).subscribe(() =>
            tell('second', replaceOrder$(client, { ...bid, OrderIdToReplace: OrderId })),
          );
        }),
      },
      1,
    );

    expect(told).toMatchObject({ first: ['Sent', 'Replaced'], second: ['Sent', 'TooLate'] });
    expect(told['bid']?.at(-1)).toBe('Canceled');
  });

  it.each(['mine', 'account'] as const)('cancelAll$ of %s leaves nothing', (scope) => {
    const told = run({
      0: withBid((client, _OrderId, tell) => tell('all', cancelAll$(client, { AccountId, scope }))),
    });

    expect(told['all']?.[0]).toBe('Sent');
    expect(told['all']?.at(-1)).toBe('Done');
  });

  it('withLimits denies what exceeds one, to whichever copy of the client', () => {
    const told = run(
      {
        0: (client, tell) => {
          const limited = withLimits(client, { quantity: '0.5', open: 1 });
          tell('much', placeOrder$(limited, { ...bid, Quantity: '0.51' }));
          tell('fine', placeOrder$(client, bid));
          timer(100).subscribe(() => tell('second', placeOrder$(client, bid)));
        },
      },
      1,
    );

    expect(told).toMatchObject({ much: ['Denied'], second: ['Denied'] });
    expect(told['fine']).toContain('Working');
  });

  it('killSwitch lets nothing out any more, and cancels what is open', () => {
    const told = run({
      0: withBid((client, _OrderId, tell) => {
        const { kill$ } = killSwitch(client, { AccountId, scope: 'account' });
        tell('kill', kill$);
        tell('after', placeOrder$({ ...client }, bid));
        tell('asked', request$(client, SendOrder, bid).pipe(map(({ status }) => ({ _tag: status }))));
      }),
    });

    expect(told['kill']?.at(-1)).toBe('Done');
    expect(told).toMatchObject({ after: ['Denied'], asked: ['Denied'] });
  });

  it('lifeOf$ follows an order by its id, and does not find what is not there', () => {
    const told = run(
      {
        0: withBid((client, OrderId, tell) => {
          tell('known', lifeOf$(client, { AccountId, OrderId }));
          tell('unknown', lifeOf$(client, { AccountId, OrderId: 999_999 }));
        }),
      },
      1,
    );

    expect(told).toMatchObject({ unknown: ['Unknown', 'NotFound'] });
    expect(told['known']?.[0]).toBe('Working');
  });

  it('fills$ tells the past as well, each fill once', () => {
    const sell = { ...bid, OMSId: 1, AccountId: 8, Side: 1, OrderType: 2, TimeInForce: 1, Quantity: '0.1' };
    const told = run(
      {
        0: (client, tell) => {
          tell('live', fills$(client, { AccountId }));
          placeOrder$(client, bid).subscribe();
        },
        100: (_client, _tell, { market }) => void market.sendOrder(sell),
        200: (client, tell) => tell('past', fills$(client, { AccountId }, { since: 1 })),
        300: (_client, _tell, { market }) => void market.sendOrder(sell),
      },
      1,
    );

    expect(told).toEqual({ live: ['Fill', 'Fill'], past: ['Fill', 'Fill'] });
  });
});
