import * as t from 'io-ts';
import { retry, Subscription, tap } from 'rxjs';
import { endpoint } from '../../src/endpoint.ts';
import { GetInstruments } from '../../src/endpoints/instrument/GetInstruments.ts';
import { GetOpenOrders } from '../../src/endpoints/trading/GetOpenOrders.ts';
import { Ping } from '../../src/endpoints/system/Ping.ts';
import { leftOut } from '../../src/codec/leftOut.ts';
import { exact } from '../../src/exact.ts';
import type { ConnectionLost } from '../../src/errors.ts';
import type { Frame } from '../../src/frame.ts';
import { request$ } from '../../src/requests/request.ts';
import { orderBook$ } from '../../src/market/book/orderBook.ts';
import { follow$ } from '../../src/streams/follow.ts';
import type { Kept } from '../../src/streams/kept.ts';
import { subscribe$ } from '../../src/streams/subscribe.ts';
import { topic } from '../../src/streams/topic.ts';
import { topicEvent } from '../../src/streams/topicEvent.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { SubscribeAccountEvents } from '../../src/topics/SubscribeAccountEvents.ts';
import { SubscribeLevel1 } from '../../src/topics/SubscribeLevel1.ts';
import { SubscribeLevel2 } from '../../src/topics/SubscribeLevel2.ts';
import { SubscribeOrderStateEvents } from '../../src/topics/SubscribeOrderStateEvents.ts';
import { SubscribeTicker } from '../../src/topics/SubscribeTicker.ts';
import { SubscribeTrades } from '../../src/topics/SubscribeTrades.ts';
import { busyGateway } from '../support/busyGateway.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';
import {
  idOf,
  type Quote,
  type QuoteParams,
  quoteEvent,
  quotes,
  refusal,
  SubscribeOwnQuotes,
  SubscribeQuotes,
  willing,
} from '../support/quotes.ts';
import { sampleText } from '../support/samples.ts';

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

const setUp = (answer: (request: Frame) => unknown = willing) => {
  const exchange = scriptedExchange({ answer });
  const client = connect(exchange, { backoff: () => 5 });
  const errors: string[] = [];
  client.error$.subscribe(({ message }) => errors.push(message));
  return {
    exchange,
    client,
    errors,
    push: (name: string, payload: unknown) => exchange.push({ name, payload }),
    told: (id: number, price: number) =>
      exchange.push({ name: 'QuoteEvent', payload: { Id: id, Price: price } }),
    /** What was asked for, with the id. */
    asked: () => exchange.received.map((request) => `${request.name} ${idOf(request)}`),
  };
};

/** Status and epoch, and the state. */
const brief = <S>(kept: Kept<S>): unknown[] => [kept.status, kept.epoch, kept.state];
const collect = <T>(into: T[]) => ({
  next: (value: T) => void into.push(value),
  error: (error: unknown) => void into.push(error as T),
});

describe('1. Restoring is patient', () => {
  it.each([5, 30, 120])(
    'brings 100 streams back at a gateway of 60 frames a second that answers in %d ms',
    (delay) => {
      marbles(({ flush, cold }) => {
        const { exchange, client } = busyGateway({ delay, perSecond: 60 });
        const live = new Set<number>();
        const all = new Subscription();
        for (const Id of range(100)) {
          all.add(
            follow$(client, SubscribeQuotes, { Id }).subscribe(({ status }) => {
              if (status === 'live') live.add(Id);
              else live.delete(Id);
            }),
          );
        }
        const sizes: number[] = [];
        cold('60s (d|)').subscribe(() => {
          sizes.push(live.size);
          exchange.drop();
          sizes.push(live.size);
        });
        cold('180s (d|)').subscribe(() => {
          sizes.push(live.size);
          client.close();
        });
        flush();
        expect(sizes).toEqual([100, 0, 100]);
        expect(exchange.sockets()).toBeLessThanOrEqual(12);
      });
    },
  );

  it('finds the stream that ends the socket, holds it back, and lets the others live', () => {
    marbles(({ flush, cold }) => {
      let isPoisoned = false;
      const { exchange, client } = busyGateway({
        delay: 30,
        endsAt: (request) => isPoisoned && request.name === 'SubscribeQuotes' && idOf(request) === 7,
      });
      const status = new Map<number, string>();
      const causes: string[] = [];
      for (const Id of range(40)) {
        follow$(client, SubscribeQuotes, { Id }).subscribe((kept) => {
          status.set(Id, kept.status);
          if (Id === 7 && kept.cause !== undefined) causes.push(kept.cause.message);
        });
      }
      cold('5s (d|)').subscribe(() => {
        isPoisoned = true;
        exchange.drop();
      });
      cold('60s (d|)').subscribe(() => {
        expect([...status].filter(([, is]) => is !== 'live')).toEqual([[7, 'restoring']]);
        expect(causes[0]).toMatch(
          /^SubscribeQuotes was not sent: 3 sockets in a row were lost while it was being begun; it is held back for \d+ ms\./,
        );
        client.close();
      });
      flush();
      expect(causes).not.toEqual([]);
    });
  });

  it('tells a listener who has had nothing of it, once, and begins for whoever comes next', () => {
    marbles(({ flush, cold }) => {
      let isPoisoned = true;
      const { exchange, client } = busyGateway({
        delay: 30,
        endsAt: (request) => isPoisoned && request.name === 'SubscribeQuotes' && idOf(request) === 7,
      });
      const told: unknown[] = [];
      const sockets: number[] = [];
      subscribe$(client, SubscribeQuotes, { Id: 7 })
        .pipe(
          tap({ error: (error: unknown) => told.push((error as ConnectionLost)._tag) }),
          retry({ delay: 100 }),
        )
        .subscribe(({ _tag }) => told.push(_tag));
      cold('6s (s|)').subscribe(() => sockets.push(exchange.sockets()));
      cold('20s (d|)').subscribe(() => (isPoisoned = false));
      cold('60s (d|)').subscribe(() => client.close());
      flush();
      expect(told[0]).toBe('ConnectionLost');
      expect(told.at(-1)).toBe('Snapshot');
      expect(told.length).toBeLessThan(6);
      expect(sockets[0]).toBeLessThanOrEqual(6);
    });
  });

  it('begins the streams of accounts first', () => {
    marbles(({ flush, cold }) => {
      const { exchange, client } = setUp();
      for (const Id of range(20)) subscribe$(client, SubscribeQuotes, { Id }).subscribe();
      subscribe$(client, SubscribeOwnQuotes, { Id: 7 }).subscribe();
      cold('-(d|)').subscribe(() => exchange.drop());
      cold('--------- (c|)').subscribe(() => client.close());
      flush();
      expect(exchange.names().slice(21, 23)).toEqual(['SubscribeOwnQuotes', 'SubscribeQuotes']);
    });
  });

  it('has ten under way at once, and no more', () => {
    marbles(({ flush, cold }) => {
      const { exchange, client } = setUp(() => undefined);
      for (const Id of range(20))
        subscribe$(client, SubscribeQuotes, { Id }).subscribe({ error: () => undefined });
      const counts: number[] = [];
      cold('-(a|)').subscribe(() => {
        counts.push(exchange.names().length);
        exchange.reply('SubscribeQuotes', { Id: 10, Price: 1 });
        counts.push(exchange.names().length);
        client.close();
      });
      flush();
      expect(counts).toEqual([10, 11]);
    });
  });

  it.each([
    ['a refusal', refusal(102, 'Server Error')],
    ['a snapshot that cannot be read', { Id: 1, Price: 'high' }],
    ['no answer', undefined],
  ])('takes %s on a later socket for a loss, tells its cause, and tries again', (_, answer) => {
    marbles(({ flush, cold }) => {
      const { exchange, client, errors } = setUp();
      const kepts: unknown[] = [];
      follow$(client, SubscribeQuotes, { Id: 1 }).subscribe(({ status, cause }) =>
        kepts.push([status, cause?._tag !== undefined]),
      );
      cold('-(d|)').subscribe(() => {
        exchange.script({ answer: () => answer });
        exchange.drop();
      });
      cold('300ms (d|)').subscribe(() => exchange.script({ answer: willing }));
      cold('2s (c|)').subscribe(() => client.close());
      flush();
      expect(kepts.slice(0, 5)).toEqual([
        ['restoring', false],
        ['live', false],
        ['restoring', false],
        ['restoring', true],
        ['live', false],
      ]);
      expect(errors.filter((error) => !error.startsWith('Un'))).toHaveLength(2);
    });
  });
});

describe('2. By symbol as by id', () => {
  const list = (...ids: readonly number[]): unknown =>
    ids.map((InstrumentId) => ({ InstrumentId, Symbol: 'BTCUSD', SessionStatus: 'Running' }));
  const level1 = (InstrumentId: number, BestBid: number) => ({ OMSId: 1, InstrumentId, BestBid });
  let instruments: unknown = list(1);
  const market = ({ name, payload }: Frame): unknown => {
    if (name === 'GetInstruments') return instruments;
    const { InstrumentId } = payload as { readonly InstrumentId: number };
    return name === 'SubscribeLevel1' ? level1(InstrumentId, 10 * InstrumentId) : { result: true };
  };

  it('waits for the look-up, and asks again on each socket until it is answered', () => {
    instruments = undefined;
    marbles(({ flush, cold }) => {
      const { exchange, client } = setUp(market);
      const kepts: unknown[] = [];
      let isDone = false;
      follow$(client, SubscribeLevel1, { Symbol: 'BTCUSD' }).subscribe({
        next: (kept) => kepts.push([kept.status, kept.state?.BestBid]),
        complete: () => (isDone = true),
      });
      cold('-(d|)').subscribe(() => exchange.drop());
      cold('----------(d|)').subscribe(() => {
        expect(exchange.names()).toEqual(['GetInstruments', 'GetInstruments']);
        exchange.reply('GetInstruments', list(1));
      });
      cold('20ms (c|)').subscribe(() => client.close());
      flush();
      expect(kepts).toContainEqual(['live', 10]);
      expect(isDone).toBe(true);
    });
  });

  it('completes on close() while the look-up is out', () => {
    instruments = undefined;
    marbles(({ cold, expectObservable }) => {
      const { client } = setUp(market);
      cold('--c').subscribe(() => client.close());
      expectObservable(subscribe$(client, SubscribeLevel1, { Symbol: 'BTCUSD' })).toBe('--|');
    });
  });

  it('follows a symbol that has moved under its new id, in a new epoch, and tells nothing of the old', () => {
    instruments = list(1);
    marbles(({ flush, cold }) => {
      const { exchange, client, push } = setUp(market);
      const kepts: unknown[] = [];
      const messages: unknown[] = [];
      const params = { Symbol: 'BTCUSD' };
      follow$(client, SubscribeLevel1, params).subscribe((kept) =>
        kepts.push([kept.status, kept.epoch, kept.state?.InstrumentId]),
      );
      subscribe$(client, SubscribeLevel1, params).subscribe(({ _tag, payload }) =>
        messages.push([_tag, payload.InstrumentId, payload.BestBid]),
      );
      cold('-(d|)').subscribe(() => {
        instruments = list(2);
        exchange.drop();
      });
      cold('----------(d|)').subscribe(() => {
        push('Level1UpdateEvent', level1(1, 11));
        push('Level1UpdateEvent', level1(2, 22));
        client.close();
      });
      flush();
      expect(kepts.slice(0, 5)).toEqual([
        ['restoring', 0, undefined],
        ['live', 1, 1],
        ['restoring', 1, 1],
        ['live', 2, 2],
        ['live', 2, 2],
      ]);
      expect(messages).toEqual([
        ['Snapshot', 1, 10],
        ['Snapshot', 2, 20],
        ['Update', 2, 22],
      ]);
    });
  });
});

describe('3. What a consumer asks for', () => {
  it('is had by who wants more later, while those present stay live until the new epoch', () => {
    marbles(({ flush, cold }) => {
      const { exchange, client } = setUp();
      const present: unknown[] = [];
      follow$(client, SubscribeQuotes, { Id: 1, Depth: 5 }).subscribe((kept) => present.push(brief(kept)));
      cold('-(a|)').subscribe(() => {
        exchange.script({
          answer: (request) => (request.name === 'SubscribeQuotes' ? undefined : { result: true }),
        });
        follow$(client, SubscribeQuotes, { Id: 1, Depth: 50 }).subscribe();
      });
      cold('---(a|)').subscribe(() => exchange.reply('SubscribeQuotes', { Id: 1, Price: 11 }));
      cold('----(a|)').subscribe(() => client.close());
      flush();
      expect(present.slice(0, 3)).toEqual([
        ['restoring', 0, undefined],
        ['live', 1, 10],
        ['live', 2, 11],
      ]);
      expect(
        exchange.received.map(({ name, payload }) => [name, (payload as { Depth?: number }).Depth]),
      ).toEqual([
        ['SubscribeQuotes', 5],
        ['UnsubscribeQuotes', 5],
        ['SubscribeQuotes', 50],
      ]);
    });
  });

  it.each([
    ['books', SubscribeLevel2, { InstrumentId: 1 }, { InstrumentId: 1, Depth: 2_000 }, 'Depth'],
    [
      'trades',
      SubscribeTrades,
      { InstrumentId: 1 },
      { InstrumentId: 1, IncludeLastCount: 500 },
      'IncludeLastCount',
    ],
    [
      'bars',
      SubscribeTicker,
      { InstrumentId: 1, Interval: 60 },
      { InstrumentId: 1, Interval: 60, IncludeLastCount: 500 },
      'IncludeLastCount',
    ],
  ] as const)('is so of %s', (_, of, less, more, amount) => {
    const stream = of as typeof SubscribeTicker;
    const { exchange, client } = setUp(({ name }) => (name.startsWith('Un') ? { result: true } : []));
    const seen: unknown[] = [];
    follow$(client, stream, less as never).subscribe(({ status, epoch }) => seen.push([status, epoch]));
    jest.useFakeTimers();
    follow$(client, stream, more as never).subscribe();
    jest.useRealTimers();
    const amounts = exchange.received.map(({ payload }) => (payload as Record<string, unknown>)[amount]);
    expect(amounts.at(-1)).toBe(Object.values(more).at(-1));
    expect(seen.slice(0, 3)).toEqual([
      ['restoring', 0],
      ['live', 1],
      ['live', 2],
    ]);
    client.close();
  });

  it('leaves what has no consumer alone: a member of a group is neither restored nor kept', () => {
    marbles(({ flush, cold }) => {
      const { exchange, client } = setUp(({ name }) => (name.startsWith('Un') ? { result: true } : []));
      const minutes = subscribe$(client, SubscribeTicker, { InstrumentId: 1, Interval: 60 }).subscribe();
      subscribe$(client, SubscribeTicker, { InstrumentId: 1, Interval: 3_600 }).subscribe();
      cold('-(a|)').subscribe(() => minutes.unsubscribe());
      cold('---(a|)').subscribe(() => exchange.drop());
      cold('---------------(a|)').subscribe(() => client.close());
      flush();
      expect(
        exchange.received.map(({ name, payload }) => [name, (payload as { Interval?: number }).Interval]),
      ).toEqual([
        ['SubscribeTicker', 60],
        ['SubscribeTicker', 3_600],
        ['SubscribeTicker', 3_600],
      ]);
    });
  });
});

const accepted = ({ name }: Frame): unknown =>
  name.startsWith('Un') ? { result: true } : { Subscribed: true };
const order = JSON.parse(sampleText('streams/order-state.object-working-limit.json')) as Record<
  string,
  unknown
>;
const trade = JSON.parse(sampleText('streams/order-trade.object-apex4.json')) as Record<string, unknown>;
const account = Number(order['Account']);

describe('4. Second reading', () => {
  it('of a stream of an account begins nothing anew, and costs no event', () => {
    const { exchange, client, push } = setUp(accepted);
    const plain: string[] = [];
    const digits: string[] = [];
    subscribe$(client, SubscribeAccountEvents, { AccountId: account }).subscribe(({ _tag }) =>
      plain.push(_tag),
    );
    push('OrderStateEvent', order);
    subscribe$(client, exact(SubscribeAccountEvents), { AccountId: account }).subscribe(({ _tag }) =>
      digits.push(_tag),
    );
    push('OrderStateEvent', { ...order, OrderId: 99 });
    expect(plain).toEqual(['Subscribed', 'OrderStateEvent', 'OrderStateEvent']);
    expect(digits).toEqual(['Subscribed', 'OrderStateEvent']);
    expect(exchange.names()).toEqual(['SubscribeAccountEvents']);
    client.close();
  });
});

describe('5. Which row is newer', () => {
  const summary = (TimeStamp: number, BestBid: number) => ({ OMSId: 1, InstrumentId: 1, BestBid, TimeStamp });

  it('does not let an older update that was held follow the snapshot', () => {
    const { exchange, client, push } = setUp(() => undefined);
    const bids: unknown[] = [];
    const late: unknown[] = [];
    subscribe$(client, SubscribeLevel1, { InstrumentId: 1 }).subscribe(({ payload }) =>
      bids.push(payload.BestBid),
    );
    push('Level1UpdateEvent', summary(1_000, 9));
    push('Level1UpdateEvent', summary(3_000, 11));
    exchange.reply('SubscribeLevel1', summary(2_000, 10));
    push('Level1UpdateEvent', summary(1_500, 8));
    subscribe$(client, SubscribeLevel1, { InstrumentId: 1 }).subscribe(({ payload }) =>
      late.push(payload.BestBid),
    );
    // A live correction goes through, downward too.
    expect(bids).toEqual([10, 11, 8]);
    expect(late).toEqual([8]);
    client.close();
  });

  it('counts a hole in ids that have been dense', () => {
    const row = (id: number) => [id, 1, 0, 0, 100, 1, 100, 1, 1, 0];
    const { client, push } = setUp(() => [row(1)]);
    const holes: unknown[] = [];
    follow$(client, SubscribeLevel2, { InstrumentId: 1 }).subscribe(({ state }) => holes.push(state?.holes));
    for (const id of range(12)) push('Level2UpdateEvent', [row(id + 1)]);
    push('Level2UpdateEvent', [row(20)]);
    expect([holes.at(-2), holes.at(-1)]).toEqual([0, 1]);
    client.close();
  });
});

describe('6. Bars', () => {
  const bar = (seconds: number) => [seconds * 1_000, 1, 1, 1, 1, 0, 0, 0, 1, 0];

  it('go to the followed interval nearest in length, and a length that fits none to error$, once', () => {
    const { client, errors, push } = setUp(() => []);
    const days: number[] = [];
    subscribe$(client, SubscribeTicker, { InstrumentId: 1, Interval: 86_400 }).subscribe(({ payload }) =>
      days.push(payload.length),
    );
    push('TickerDataUpdateEvent', [bar(23 * 3_600)]);
    push('TickerDataUpdateEvent', [bar(60)]);
    push('TickerDataUpdateEvent', [bar(60)]);
    expect(days).toEqual([0, 1]);
    expect(errors).toHaveLength(1);
    client.close();
  });
});

describe('7. Repeats', () => {
  it('are known by all that can change, fills apart from order states and far longer', () => {
    const { client, push } = setUp(accepted);
    const tags: string[] = [];
    subscribe$(client, SubscribeAccountEvents, { AccountId: account }).subscribe(({ _tag }) =>
      tags.push(_tag),
    );
    const fill = { ...trade, AccountId: account };
    push('OrderTradeEvent', fill);
    push('OrderTradeEvent', { ...fill, OrderTradeRevision: 2 });
    for (const OrderId of range(700)) push('OrderStateEvent', { ...order, OrderId });
    push('OrderTradeEvent', fill);
    push('OrderStateEvent', { ...order, OrderId: 700, QuantityExecuted: 0.5 });
    expect(tags.filter((tag) => tag === 'OrderTradeEvent')).toHaveLength(2);
    expect(tags.filter((tag) => tag === 'OrderStateEvent')).toHaveLength(701);
    client.close();
  });
});

describe('8. Tolerance per item', () => {
  it('tells how many rows of a list are left out, and lets the others through', () => {
    const { client, errors } = setUp(() => [order, { OrderId: 'none' }, { ...order, OrderId: 5 }]);
    const counts: unknown[] = [];
    request$(client, GetOpenOrders, { AccountId: 1 }).subscribe((orders) =>
      counts.push(orders.length, leftOut(orders)),
    );
    expect(counts).toEqual([2, 1]);
    expect(errors).toHaveLength(1);
    client.close();
  });

  it('does not know how many rows an empty payload leaves out', () => {
    const { exchange, client } = setUp(() => undefined);
    const counts: unknown[] = [];
    request$(client, GetInstruments, {}).subscribe((list) => counts.push(list.length, leftOut(list)));
    exchange.pushText('{"m":1,"i":2,"n":"GetInstruments","o":""}');
    expect(counts).toEqual([0, Infinity]);
    client.close();
  });

  it('reports an event of an account that cannot be read, and goes on', () => {
    const { client, errors, push } = setUp(accepted);
    const tags: string[] = [];
    subscribe$(client, SubscribeAccountEvents, { AccountId: account }).subscribe(({ _tag }) =>
      tags.push(_tag),
    );
    push('OrderStateEvent', { Account: account, OrderId: 'none' });
    push('OrderStateEvent', order);
    expect(tags).toEqual(['Subscribed', 'OrderStateEvent']);
    expect(errors).toHaveLength(1);
    client.close();
  });

  it('has a state kept out of such events begin anew by asking, not by unsubscribing', () => {
    const Kept = topic<QuoteParams, unknown, Quote, number>({
      events: quotes.events,
      key: quotes.key,
      subscribe: endpoint({
        name: 'SubscribeKept',
        request: t.type({ Id: t.number }),
        reply: t.unknown,
      }),
      unsubscribe: endpoint({ name: 'UnsubscribeKept', request: t.type({ Id: t.number }), reply: t.unknown }),
      hasSnapshot: false,
      whenUnreadable: 'skip',
      fold: {
        begin: (_, { Id }, ask) => ask(StatePrice, { Id }),
        apply: (_, { Price }) => Price,
      },
    });
    const { exchange, client, errors, push, told } = setUp(({ name }) =>
      name === 'GetQuote' ? 10 : { result: true },
    );
    const kepts: unknown[] = [];
    follow$(client, Kept, { Id: 1 }).subscribe((kept) => kepts.push(brief(kept)));
    push('QuoteEvent', { Id: 1, Price: 'high' });
    told(1, 12);
    expect(kepts).toEqual([
      ['restoring', 0, undefined],
      ['live', 1, 10],
      ['restoring', 1, 10],
      ['live', 2, 10],
      ['live', 2, 12],
    ]);
    expect(exchange.names()).toEqual(['SubscribeKept', 'GetQuote', 'GetQuote']);
    expect(errors).toHaveLength(1);
    client.close();
  });
});

const StatePrice = endpoint({ name: 'GetQuote', request: t.type({ Id: t.number }), reply: t.number });

describe('9. Broken events reach whom they concern', () => {
  it('tells a broken OrderStateEvent once, and to both of its streams', () => {
    const { client, errors, push } = setUp(accepted);
    const status: unknown[] = [];
    const [AccountId, InstrumentId] = [account, Number(order['Instrument'])];
    follow$(client, SubscribeAccountEvents, { AccountId }).subscribe((kept) =>
      status.push(['all', kept.status]),
    );
    follow$(client, SubscribeOrderStateEvents, { AccountId, InstrumentId }).subscribe((kept) =>
      status.push(['one', kept.status]),
    );
    status.length = 0;
    push('OrderStateEvent', { Account: AccountId, Instrument: InstrumentId, OrderId: 'none' });
    expect(errors).toHaveLength(1);
    expect(status).toEqual([
      ['all', 'restoring'],
      ['all', 'live'],
      ['one', 'restoring'],
      ['one', 'live'],
    ]);
    client.close();
  });

  it('lets a bad row of one instrument harm no other in a mixed frame', () => {
    const row = (instrument: number, price: unknown = 100) => [1, 1, 0, 0, 100, 1, price, instrument, 1, 0];
    const { exchange, client, push } = setUp(({ name }) => (name.startsWith('Un') ? { result: true } : []));
    const messages: unknown[] = [];
    subscribe$(client, SubscribeLevel2, { InstrumentId: 1 }).subscribe();
    subscribe$(client, SubscribeLevel2, { InstrumentId: 2 }).subscribe(({ _tag, payload }) =>
      messages.push([_tag, payload.length]),
    );
    push('Level2UpdateEvent', [row(1, 'high'), row(2), row(2)]);
    expect(messages).toEqual([
      ['Snapshot', 0],
      ['Update', 2],
    ]);
    expect(exchange.received.filter(({ name }) => name.startsWith('Un'))).toHaveLength(1);
    client.close();
  });
});

describe("10. Rows are the consumer's own", () => {
  const bars = [
    [120_000, 1, 1, 1, 2, 0, 0, 0, 1, 60_000],
    [60_000, 1, 1, 1, 1, 0, 0, 0, 1, 0],
  ];

  it.each([1, 2])(
    'so that writing into them changes no state and no other consumer (%d of them)',
    (count) => {
      const { client, push } = setUp(() => bars);
      const params = { InstrumentId: 1, Interval: 60 };
      const states: unknown[] = [];
      const others: unknown[] = [];
      follow$(client, SubscribeTicker, params).subscribe(({ state }) => states.push(JSON.stringify(state)));
      subscribe$(client, SubscribeTicker, params).subscribe(({ payload }) => {
        const rows = payload as unknown as number[][];
        rows.reverse();
        for (const row of rows) row.fill(-1);
      });
      if (count === 2)
        subscribe$(client, SubscribeTicker, params).subscribe(({ payload }) => others.push(payload));
      push('TickerDataUpdateEvent', [bars[0]]);
      expect(JSON.stringify([states, others])).not.toContain('-1');
      expect(states).toHaveLength(3);
      client.close();
    },
  );
});

describe("10. Events are the consumer's own", () => {
  it('where two topics are fed by the same', () => {
    const { client, push } = setUp(accepted);
    const seen: unknown[] = [];
    subscribe$(client, SubscribeOrderStateEvents, { AccountId: account }).subscribe((message) => {
      if (message._tag === 'OrderStateEvent') Object.assign(message.payload, { OrderState: 'Rewritten' });
    });
    subscribe$(client, SubscribeAccountEvents, { AccountId: account }).subscribe((message) => {
      if (message._tag === 'OrderStateEvent') seen.push(message.payload.OrderState);
    });
    push('OrderStateEvent', order);
    client.close();
    expect(seen).toEqual([order['OrderState']]);
  });

  it('where a book is made of them beside', () => {
    const { client, push } = setUp(() => []);
    subscribe$(client, SubscribeLevel2, { InstrumentId: 1 }).subscribe(({ payload }) => {
      for (const row of payload as unknown as number[][]) row.fill(-1);
    });
    const books: unknown[] = [];
    orderBook$(client, { InstrumentId: 1 }).subscribe(({ best, unknownSides }) =>
      books.push([best.bid?.price, unknownSides]),
    );
    push('Level2UpdateEvent', [[1, 1, 1_700_000_000_000, 0, 5, 1, 4, 1, 2, 0]]);
    client.close();
    expect(books).toContainEqual([4, 0]);
  });
});

describe('11. A topic that throws', () => {
  const boom = (): never => {
    throw new Error('boom');
  };
  const { fold } = quotes;
  const throwing = {
    key: { key: boom },
    group: { group: boom },
    routes: { routes: boom },
    amount: { amount: boom },
    begin: { fold: { ...fold, begin: boom } },
    apply: { fold: { ...fold, apply: boom } },
    news: { fold: { ...fold, news: boom } },
    identity: { identity: boom },
    refusal: { refusal: boom },
    route: { events: [topicEvent<Quote>({ name: 'QuoteEvent', codec: t.any, route: boom })] },
    reader: { events: [{ name: 'QuoteEvent', reader: boom }] },
  };

  it.each(Object.entries(throwing))('in its %s fails alone, with a typed error', (name, part) => {
    const { exchange, client, told } = setUp((sent) =>
      sent.name.startsWith('Un') ? { result: true } : undefined,
    );
    const Broken = topic({ ...quotes, ...part, subscribe: { ...quotes.subscribe, name: 'SubscribeBroken' } });
    const [broken, kepts, others]: [unknown[], unknown[], unknown[]] = [[], [], []];
    subscribe$(client, SubscribeQuotes, { Id: 1 }).subscribe(collect(others));
    exchange.reply('SubscribeQuotes', { Id: 1, Price: 10 });
    subscribe$(client, Broken, { Id: 1 }).subscribe(collect(broken));
    follow$(client, Broken, { Id: 1 }).subscribe(({ status, cause }) => kepts.push([status, cause?._tag]));
    told(1, 11);
    if (exchange.names().includes('SubscribeBroken')) exchange.reply('SubscribeBroken', { Id: 1, Price: 10 });
    told(1, 12);
    const isRefused = ['key', 'group', 'routes', 'amount'].includes(name);
    const tag = isRefused ? 'InvalidRequest' : 'DecodeError';
    expect(broken.at(-1)).toMatchObject({ _tag: tag, message: expect.stringContaining('boom') as unknown });
    expect(kepts.at(-1)).toEqual(['failed', tag]);
    expect(others).toMatchObject([
      { _tag: 'Snapshot' },
      { payload: { Price: 11 } },
      { payload: { Price: 12 } },
    ]);
    client.close();
  });

  it.each(['snapshot', 'update'] as const)(
    'in its %s message fails that consumer, with a typed error',
    (part) => {
      const { client, told } = setUp();
      const Broken = { ...SubscribeQuotes, [part]: boom };
      const [broken, kepts]: [unknown[], unknown[]] = [[], []];
      follow$(client, Broken, { Id: 1 }).subscribe((kept) => kepts.push(brief(kept)));
      subscribe$(client, Broken, { Id: 1 }).subscribe(collect(broken));
      told(1, 11);
      expect(broken.at(-1)).toMatchObject({ _tag: 'DecodeError', call: 'SubscribeQuotes' });
      expect(kepts.at(-1)).toEqual(['live', 1, 11]);
      client.close();
    },
  );
});

describe('12. Order on a new socket', () => {
  it('is accounts, begins up to the bound, what a state$ handler asks for, and then the other begins', () => {
    marbles(({ flush, cold }) => {
      const { exchange, client } = setUp();
      for (const Id of range(12))
        subscribe$(client, SubscribeQuotes, { Id }).subscribe({ error: () => undefined });
      subscribe$(client, SubscribeOwnQuotes, { Id: 7 }).subscribe({ error: () => undefined });
      let count = 0;
      cold('-(d|)').subscribe(() => {
        exchange.script({ answer: () => undefined });
        client.state$.subscribe(({ _tag }) => {
          if (_tag === 'Open') request$(client, Ping, {}).subscribe({ error: () => undefined });
        });
        count = exchange.received.length;
        exchange.drop();
      });
      cold('10ms (a|)').subscribe(() => {
        const names = exchange.names().slice(count);
        expect(names).toEqual(['SubscribeOwnQuotes', ...range(9).map(() => 'SubscribeQuotes'), 'Ping']);
        exchange.reply('SubscribeOwnQuotes', { result: true });
        expect(exchange.names().slice(count).at(-1)).toBe('SubscribeQuotes');
        client.close();
      });
      flush();
      expect(count).toBeGreaterThan(0);
    });
  });
});

describe('13. An unsubscribe that is not answered', () => {
  it('delays a returning consumer by a second, not by the whole time limit', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange({
        answer: (request) => (request.name.startsWith('Un') ? undefined : willing(request)),
      });
      const client = connect(exchange, { requestTimeout: 30_000 });
      const quote$ = subscribe$(client, SubscribeQuotes, { Id: 1 });
      const snapshot = { _tag: 'Snapshot', payload: 10 };
      cold('--(c|)').subscribe();
      expectObservable(quote$, '^--!').toBe('s', { s: snapshot });
      expectObservable(quote$, '-----^ 2s !').toBe('----- 1s s', { s: snapshot });
      cold('5s (c|)').subscribe(() => client.close());
    });
  });
});

describe('14. An event that nobody wants', () => {
  it('is not read', () => {
    const { client, told } = setUp();
    let reads = 0;
    const Counted = topic({
      ...quotes,
      events: [
        {
          ...quoteEvent,
          reader: (reading) => {
            reads += 1;
            return quoteEvent.reader(reading);
          },
        },
      ],
    });
    client.state$.subscribe();
    told(1, 11);
    expect(reads).toBe(0);
    subscribe$(client, Counted, { Id: 1 }).subscribe();
    expect(reads).toBe(1);
    client.close();
  });
});
