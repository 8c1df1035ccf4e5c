import * as fc from 'fast-check';
import { LosslessNumber, parse, stringify } from 'lossless-json';
import { map, type Observable, Subscription } from 'rxjs';
import { createClient } from '../src/client.ts';
import { GetAccountPositions } from '../src/endpoints/account/GetAccountPositions.ts';
import { GetOpenOrders } from '../src/endpoints/trading/GetOpenOrders.ts';
import { SendOrder } from '../src/endpoints/trading/SendOrder.ts';
import { exact } from '../src/exact.ts';
import type { Frame } from '../src/frame.ts';
import { request$ } from '../src/requests/request.ts';
import { subscribe$ } from '../src/streams/subscribe.ts';
import { apiKeyLogin } from '../src/session/login.ts';
import { createExchange, demoUsers, type Profile, profiles } from '../src/simulator/index.ts';
import { scriptedExchange } from '../src/testing/scriptedExchange.ts';
import type { Topic } from '../src/streams/topic.ts';
import { SubscribeAccountEvents } from '../src/topics/SubscribeAccountEvents.ts';
import { SubscribeLevel1 } from '../src/topics/SubscribeLevel1.ts';
import { SubscribeLevel2 } from '../src/topics/SubscribeLevel2.ts';
import { SubscribeTicker } from '../src/topics/SubscribeTicker.ts';
import { SubscribeTrades } from '../src/topics/SubscribeTrades.ts';
import { connect } from './support/connect.ts';
import { marbles, type RunHelpers } from './support/marbles.ts';
import { differences } from './support/sameJson.ts';

const instrument = { InstrumentId: 1 };
const alreadySubscribed = { result: false, errormsg: 'Already Subscribed.', errorcode: 909, detail: null };

/** An exchange of best prices that holds one subscription, as the real one does, and refuses a second. */
const createMarket = () => {
  let bid = '10.00';
  let isOn = false;
  let refusals = 0;
  const payload = (): string => `{"OMSId":1,"InstrumentId":1,"BestBid":${bid}}`;
  const answer = ({ name }: Frame): unknown => {
    if (name !== 'SubscribeLevel1') {
      isOn = false;
      return { result: true };
    }
    if (isOn) {
      refusals += 1;
      return alreadySubscribed;
    }
    isOn = true;
    return payload();
  };
  const exchange = scriptedExchange({ answer });
  return {
    exchange,
    client: connect(exchange),
    bids: (text: string) => {
      bid = text;
      if (isOn) exchange.push({ name: 'Level1UpdateEvent', payload: payload() });
    },
    drop: () => {
      isOn = false;
      exchange.drop();
    },
    isOn: () => isOn,
    refusals: () => refusals,
  };
};

const message = (_tag: string, BestBid: unknown) => ({
  _tag,
  payload: { OMSId: 1, InstrumentId: 1, BestBid },
});
const values = {
  s: message('Snapshot', 10),
  u: message('Update', 11),
  t: message('Snapshot', 11),
  S: message('Snapshot', '10.00'),
  U: message('Update', '11.00'),
  T: message('Snapshot', '11.00'),
  B: message('Snapshot', { text: '11.00' }),
};
const [begun, ended] = ['SubscribeLevel1', 'UnsubscribeLevel1'];

const setUp = ({ cold }: Pick<RunHelpers, 'cold'>) => {
  const market = createMarket();
  return {
    ...market,
    plain$: subscribe$(market.client, SubscribeLevel1, instrument),
    exact$: subscribe$(market.client, exact(SubscribeLevel1), instrument),
    boxed$: subscribe$(
      market.client,
      exact(SubscribeLevel1, (text) => ({ text })),
      instrument,
    ),
    /** At `u` the price becomes 11.00, at `d` the socket is lost. */
    play: (script: string) =>
      cold(script).subscribe((step) => (step === 'u' ? market.bids('11.00') : market.drop())),
  };
};

describe('an exact stream', () => {
  it('gives its digits in the snapshot and in every update', () => {
    marbles((helpers) => {
      const { exchange, exact$, play } = setUp(helpers);

      play('                          --u   ');
      helpers.expectObservable(exact$, '-----!').toBe('S-U--', values);

      helpers.flush();
      expect(exchange.names()).toEqual([begun, ended]);
    });
  });

  it('that joins a plain one has the one subscription begun anew, with a snapshot for both', () => {
    marbles((helpers) => {
      const { exchange, plain$, exact$, play, refusals } = setUp(helpers);

      play('                           -----u  ');
      helpers.expectObservable(plain$, '^-------!').toBe('s--s-u--', values);
      helpers.expectObservable(exact$, '---^----!').toBe('---S-U--', values);

      helpers.flush();
      expect(exchange.names()).toEqual([begun, ended, begun, ended]);
      expect(refusals()).toBe(0);
    });
  });

  it('is joined by a plain one in the same way', () => {
    marbles((helpers) => {
      const { exchange, plain$, exact$, play, refusals } = setUp(helpers);

      play('                           -u      ');
      helpers.expectObservable(exact$, '^-------!').toBe('SU-T----', values);
      helpers.expectObservable(plain$, '---^----!').toBe('---t----', values);

      helpers.flush();
      expect(exchange.names()).toEqual([begun, ended, begun, ended]);
      expect(refusals()).toBe(0);
    });
  });

  it('gives a late consumer the present state at once, whatever that makes of the digits', () => {
    marbles((helpers) => {
      const { exchange, exact$, boxed$, play } = setUp(helpers);

      play('                           --u     ');
      helpers.expectObservable(exact$, '^-------!').toBe('S-U-----', values);
      helpers.expectObservable(exact$, '---^----!').toBe('---T----', values);
      helpers.expectObservable(boxed$, '----^---!').toBe('----B---', values);

      helpers.flush();
      expect(exchange.names()).toEqual([begun, ended]);
    });
  });

  it('goes on when the plain one has gone; when that comes back it takes a fresh snapshot', () => {
    marbles((helpers) => {
      const { exchange, plain$, exact$, play } = setUp(helpers);

      play('                           -----u    ');
      helpers.expectObservable(plain$, '^---!     ').toBe('s-s-      ', values);
      helpers.expectObservable(exact$, '--^-----! ').toBe('--S--UT   ', values);
      helpers.expectObservable(plain$, '------^--!').toBe('------t---', values);

      helpers.flush();
      expect(exchange.names()).toEqual([begun, ended, begun, ended, begun, ended]);
    });
  });

  it('shares one subscription from the start where the socket opens later, and after each loss', () => {
    marbles((helpers) => {
      const { exchange, plain$, exact$, play } = setUp(helpers);
      exchange.script({ opens: false });
      helpers.cold('--o').subscribe(() => {
        exchange.accept();
        exchange.script({ opens: true });
      });

      play('                           ----d       ');
      helpers.expectObservable(plain$, '^----------!').toBe('--s------s-', values);
      helpers.expectObservable(exact$, '^----------!').toBe('--S------S-', values);

      helpers.flush();
      expect(exchange.names()).toEqual([begun, begun, ended]);
    });
  });

  it('that joins before the exchange has answered waits for the unsubscribe to be answered', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange);
      const answer = (name: string, payload: unknown) => exchange.reply(name, payload);
      const bid = '{"OMSId":1,"InstrumentId":1,"BestBid":10.00}';

      cold('----e').subscribe(() => answer(ended, { result: true }));
      cold('------r').subscribe(() => answer(begun, bid));
      cold('--------x').subscribe(() => client.close());
      expectObservable(subscribe$(client, SubscribeLevel1, instrument), '         ^').toBe(
        '------s-|',
        values,
      );
      expectObservable(subscribe$(client, exact(SubscribeLevel1), instrument), ' --^').toBe(
        '------S-|',
        values,
      );

      flush();
      expect(exchange.names()).toEqual([begun, ended, begun]);
    });
  });

  it('errors alone where the function of the caller throws', () => {
    marbles((helpers) => {
      const { client, exact$, play } = setUp(helpers);
      const refusing = exact(SubscribeLevel1, (text) => {
        if (text === '11.00') throw new Error('too dear');
        return text;
      });

      play('                           --u   ');
      helpers.expectObservable(exact$, '^----!').toBe('S-U--', values);
      const seen: unknown[] = [];
      subscribe$(client, refusing, instrument).subscribe({ error: (error: unknown) => seen.push(error) });

      helpers.flush();
      expect(seen).toMatchObject([{ _tag: 'DecodeError', call: 'SubscribeLevel1' }]);
    });
  });

  it('has other streams that one unsubscribe ends begun anew with it', () => {
    const bar = '[[60000,1.10,1,1,1,0,0,0,1,0]]';
    const hour = '[[3600000,1.10,1,1,1,0,0,0,1,0]]';
    const exchange = scriptedExchange({
      answer: ({ name, payload }) => {
        if (name !== 'SubscribeTicker') return { result: true };
        return (payload as { readonly Interval: number }).Interval === 60 ? bar : hour;
      },
    });
    const client = connect(exchange);
    const seen: unknown[] = [];
    const minute = { ...instrument, Interval: 60 };
    subscribe$(client, SubscribeTicker, minute).subscribe(({ payload }) => seen.push(payload[0]?.[1]));
    subscribe$(client, SubscribeTicker, { ...instrument, Interval: 3600 }).subscribe(({ payload }) =>
      seen.push(payload[0]?.[0]),
    );
    subscribe$(client, exact(SubscribeTicker), minute).subscribe(({ payload }) => seen.push(payload[0]?.[1]));
    client.close();
    expect(seen).toEqual([1.1, 3600000, 1.1, 3600000, '1.10']);
    expect(exchange.names()).toEqual([
      'SubscribeTicker',
      'SubscribeTicker',
      'UnsubscribeTicker',
      'SubscribeTicker',
      'SubscribeTicker',
    ]);
  });
});

/** What somebody who joins an exact book is given after these rows, as side, price and quantity. */
const bookAfter = (first: string, ...updates: readonly string[]): unknown => {
  const exchange = scriptedExchange({ answer: ({ name }) => (name === 'SubscribeLevel2' ? first : {}) });
  const client = connect(exchange);
  const books: unknown[] = [];
  const book$ = subscribe$(client, exact(SubscribeLevel2), instrument);
  book$.subscribe();
  for (const payload of updates) exchange.push({ name: 'Level2UpdateEvent', payload });
  book$.subscribe(({ payload }) => books.push(payload.map((row) => [row[9], row[6], row[8]])));
  client.close();
  return books[0];
};
const rows = (...levels: readonly (readonly [side: number, price: string, quantity: string])[]): string =>
  `[${levels.map(([side, price, quantity]) => `[1,1,0,0,1.0,1,${price},1,${quantity},${side}]`).join()}]`;

describe('an exact book', () => {
  it('takes all spellings of a price for one, and zero in any spelling for the end of a level', () => {
    const first = rows(
      [0, '104300.00', '1.50'],
      [0, '104299', '2'],
      [1, '104301.5', '0.10'],
      [1, '104302', '1'],
    );
    expect(
      bookAfter(first, rows([0, '104300', '1.250'], [1, '1.043015E5', '0.000'], [0, '104299.0', '0'])),
    ).toEqual([
      [0, '104300', '1.250'],
      [1, '104302', '1'],
    ]);
  });

  it('is in order to the last digit, the best first', () => {
    const [low, high] = ['1.0000000000000000000000000001', '1.0000000000000000000000000002'];
    const first = rows(
      [0, low, '1'],
      [0, '9.5', '1'],
      [0, high, '1'],
      [0, '10', '1'],
      [1, high, '1'],
      [1, low, '1'],
    );
    expect(bookAfter(first)).toEqual([
      [0, '10', '1'],
      [0, '9.5', '1'],
      [0, high, '1'],
      [0, low, '1'],
      [1, low, '1'],
      [1, high, '1'],
    ]);
  });
});

type Step =
  | { readonly does: 'plain' | 'exact' | 'boxed' | 'lose' }
  | { readonly does: 'leave'; readonly which: number }
  | { readonly does: 'bid'; readonly text: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constantFrom('plain', 'exact', 'boxed') }),
  fc.record({ does: fc.constant('leave'), which: fc.nat(9) }),
  fc.record({ does: fc.constant('bid'), text: fc.integer({ min: 1, max: 99 }).map((n) => `${n}.00`) }),
  fc.record({ does: fc.constant('lose') }),
);

describe('plain and exact consumers together', () => {
  it('have one subscription at the exchange, and each the present price, whoever comes and goes', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.boolean(), (steps, inOneTurn) => {
        marbles((helpers) => {
          const { plain$, exact$, boxed$, bids, drop, isOn, refusals, exchange } = setUp(helpers);
          const bidIn = ({ payload }: { readonly payload: { readonly BestBid?: unknown } }) =>
            payload.BestBid;
          const ways: Readonly<Record<string, Observable<unknown>>> = {
            plain: plain$.pipe(map(bidIn)),
            exact: exact$.pipe(map(bidIn)),
            boxed: boxed$.pipe(map(bidIn)),
          };
          const consumers: { last: unknown; readonly as: string; readonly subscription: Subscription }[] = [];
          let price = '10.00';
          const act = (one: Step): void => {
            if (one.does === 'bid') bids((price = one.text));
            else if (one.does === 'leave') {
              consumers.splice(one.which % (consumers.length || 1), 1)[0]?.subscription.unsubscribe();
            } else if (one.does === 'lose') {
              if (exchange.open() > 0) drop();
            } else {
              const consumer = { last: undefined as unknown, as: one.does, subscription: new Subscription() };
              consumers.push(consumer);
              consumer.subscription.add(
                ways[one.does]?.subscribe((bid) => {
                  consumer.last = bid;
                }),
              );
            }
          };
          steps.forEach((one, index) => {
            helpers.cold(inOneTurn ? 'a' : `${index * 4}ms a`).subscribe(() => act(one));
          });
          helpers.cold('500ms a').subscribe(() => {
            const expected = { plain: Number(price), exact: price, boxed: { text: price } };
            for (const { last, as } of consumers) expect(last).toEqual(expected[as as keyof typeof expected]);
            expect(isOn()).toBe(consumers.length > 0);
            expect(refusals()).toBe(0);
            for (const { subscription } of consumers) subscription.unsubscribe();
          });
          helpers.cold('600ms a').subscribe(() => expect(isOn()).toBe(false));
          helpers.flush();
        });
      }),
    );
  });
});

describe('exact consumers of the simulated exchange', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const [trader] = demoUsers;
  const AccountId = trader.accounts[0] ?? 0;
  const toDigits = (text: string) => new LosslessNumber(text);

  const dialects: readonly (readonly [name: string, dialect: Profile])[] = [
    ['no', {}],
    ['28 digits', { decimals: 'longest' }],
    ['28 digits and texts', { decimals: 'longest', tradeNumbers: 'text', accountNumbers: 'text' }],
    ...Object.entries(profiles),
  ];
  /**
   * What can be compared one by one: a payload that is no text has lost its digits with the frame, an early event has
   * no message of its own, and swapped times are put right.
   */
  const comparable: Profile = { payloads: 'text', eventBeforeReply: false, tradeTimes: 'inPlace' };

  it.each(dialects)('are given every digit that it sends, in the dialect of %s', (_name, dialect) => {
    const exchange = createExchange({ startTime: 1_700_000_000_000, crowd: 20, ...dialect, ...comparable });
    const client = createClient({
      transport: exchange.transport,
      credentials: apiKeyLogin(trader),
      keepAlive: false,
    });
    const wire = new Map<string, unknown[]>();
    const read = new Map<string, unknown[]>();
    const note = (into: Map<string, unknown[]>, name: string, payload: unknown) =>
      into.set(name, [...(into.get(name) ?? []), payload]);

    client.frame$.subscribe(({ name, payload }) => note(wire, name, parse(String(payload))));
    const follow = <A, S, M extends { readonly _tag: string; readonly payload?: unknown }>(
      topic: Topic<A, S, M>,
      params: A,
      event?: string,
    ) =>
      subscribe$(client, topic, params).subscribe(({ _tag, payload }) => {
        const name = event === undefined ? _tag : _tag === 'Snapshot' ? topic.name : event;
        if (payload !== undefined) note(read, name, payload);
      });
    follow(exact(SubscribeLevel1, toDigits), instrument, 'Level1UpdateEvent');
    follow(exact(SubscribeLevel2, toDigits), instrument, 'Level2UpdateEvent');
    follow(exact(SubscribeTrades, toDigits), instrument, 'TradeDataUpdateEvent');
    follow(exact(SubscribeTicker, toDigits), { ...instrument, Interval: 60 }, 'TickerDataUpdateEvent');
    follow(exact(SubscribeAccountEvents, toDigits), { AccountId });
    const order = { ...instrument, AccountId, Side: 'Buy', OrderType: 'Market', TimeInForce: 'IOC' } as const;
    request$(client, SendOrder, { ...order, Quantity: '0.010' }).subscribe();
    request$(client, exact(GetOpenOrders, toDigits), { AccountId }).subscribe((p) =>
      note(read, 'GetOpenOrders', p),
    );
    request$(client, exact(GetAccountPositions, toDigits), { AccountId }).subscribe((p) =>
      note(read, 'GetAccountPositions', p),
    );
    jest.advanceTimersByTime(300);
    client.close();
    exchange.close();

    expect([...read.keys()]).toEqual(
      expect.arrayContaining([
        'SubscribeLevel1',
        'Level1UpdateEvent',
        'Level2UpdateEvent',
        'TradeDataUpdateEvent',
        'TickerDataUpdateEvent',
        'AccountPositionEvent',
        'OrderTradeEvent',
        'GetAccountPositions',
      ]),
    );
    for (const [name, payloads] of read) {
      expect(
        payloads.flatMap((payload, index) => differences(wire.get(name)?.[index], payload, name)),
      ).toEqual([]);
    }
    const endsInZeros = /\.\d*0[,\]}]/.test(stringify([...read]) ?? '');
    expect(endsInZeros).toBe(dialect.decimals !== 'shortest');
  });
});
