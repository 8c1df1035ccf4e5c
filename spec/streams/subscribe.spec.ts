import * as t from 'io-ts';
import { switchMap, take } from 'rxjs';
import { call, endpoint } from '../../src/endpoint.ts';
import { DecodeError, GatewayError, RequestTimeout, TransportError } from '../../src/errors.ts';
import { type Frame, MessageType } from '../../src/frame.ts';
import { asSubscriptions } from '../../src/connection/connection.ts';
import { subscribe$ } from '../../src/streams/subscribe.ts';
import { known, topicWith } from '../../src/streams/topic.ts';
import { topicEvent } from '../../src/streams/topicEvent.ts';
import type { TopicSpec } from '../../src/streams/topicSpec.ts';
import { explained } from '../../src/requests/explained.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';

interface Params {
  readonly Id: number;
  readonly Part?: number;
}
const PriceCodec = t.type({ Id: t.number, Price: t.number });
type Price = t.TypeOf<typeof PriceCodec>;
interface Message {
  readonly _tag: 'Snapshot' | 'Update';
  readonly price: number;
}

const request = t.intersection([t.type({ Id: t.number }), t.partial({ Part: t.number })]);
const UnsubscribePrices = endpoint({ name: 'UnsubscribePrices', request, reply: t.unknown });

let reads = 0;
const idOf = (value: unknown): string | undefined => {
  const { Id } = value as { readonly Id?: unknown };
  return typeof Id === 'number' ? String(Id) : undefined;
};
const PriceEvent = topicEvent<Price>({
  name: 'PriceEvent',
  codec: {
    name: 'Price',
    validate: (u, context) => PriceCodec.validate(u, context),
    decode: (u) => {
      reads += 1;
      return PriceCodec.decode(u);
    },
  },
  route: (price, deliver) => deliver(String(price.Id), price),
  routesOfBroken: (value) => {
    const id = idOf(value);
    return id === undefined ? [] : [id];
  },
});

/** A stream of prices by id; parts of one id share the unsubscribe. */
const prices: TopicSpec<Params, Params, Price, Price, number, Message> = {
  subscribe: endpoint({ name: 'SubscribePrices', request, reply: PriceCodec }),
  unsubscribe: ({ Id }) => call(UnsubscribePrices, { Id }),
  events: [PriceEvent],
  parameters: request,
  settle: known,
  messages: {
    snapshot: (price) => ({ _tag: 'Snapshot', price }),
    update: ({ Price }) => ({ _tag: 'Update', price: Price }),
  },
  key: ({ Id, Part = 0 }) => `${Id}:${Part}`,
  group: ({ Id }) => String(Id),
  routes: ({ Id }) => [String(Id)],
  fold: {
    begin: ({ Price }) => Price,
    apply: (_, { Price }) => Price,
    news: (event, price) => (event.Price <= price ? undefined : event),
  },
  identity: ({ Price }) => (Price > 1_000 ? { kind: 'price', id: String(Price) } : undefined),
};
const SubscribePrices = topicWith(prices);
/** The same, where each part has an unsubscribe of its own that may end the others. */
const SubscribeParts = topicWith({
  ...prices,
  unsubscribe: (params: Params) => call(UnsubscribePrices, params),
});

const snapshot = (price: number): Message => ({ _tag: 'Snapshot', price });
const update = (price: number): Message => ({ _tag: 'Update', price });

/** Answers every subscribe with 10 times its id. */
const willing = (request: Frame): unknown => {
  const { Id } = request.payload as Params;
  return request.name === 'SubscribePrices' ? { Id, Price: Id * 10 } : { result: true };
};
const silent = (): unknown => undefined;
const setUp = (answer: (request: Frame) => unknown = willing) => {
  const exchange = scriptedExchange({ answer });
  const client = connect(exchange);
  return {
    exchange,
    client,
    price: (Id: number, Price: number) => exchange.push({ name: 'PriceEvent', payload: { Id, Price } }),
    prices$: (Id: number, Part?: number) =>
      subscribe$(client, SubscribePrices, Part === undefined ? { Id } : { Id, Part }),
  };
};
const values = { s: snapshot(10), t: snapshot(20), u: update(11), v: update(12), w: snapshot(12) };

describe('subscribe$', () => {
  it('emits a snapshot that comes synchronously, then every update, for ever', () => {
    marbles(({ cold, expectObservable }) => {
      const { price, prices$ } = setUp();

      cold('--u-v').subscribe((u) => price(1, u === 'u' ? 11 : 12));
      const unsub = '   ------!';
      const expected = 's-u-v--';

      expectObservable(prices$(1), unsub).toBe(expected, values);
    });
  });

  it('hands no stream what is meant for another', () => {
    marbles(({ cold, expectObservable }) => {
      const { price, prices$ } = setUp();

      cold('--u-v').subscribe((u) => price(u === 'u' ? 1 : 2, u === 'u' ? 11 : 12));

      expectObservable(prices$(1), '------!').toBe('s-u----', values);
      expectObservable(prices$(2), '------!').toBe('t---v--', values);
    });
  });

  it('subscribes once at the exchange for any number of consumers and ends it with the last', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, price, prices$ } = setUp();

      cold('--u').subscribe(() => price(1, 11));
      expectObservable(prices$(1), '^--!     ').toBe('s-u', values);
      expectObservable(prices$(1), '-^----!  ').toBe('-su', values);
      const log: string[] = [];
      cold('-----a---b').subscribe(() => log.push(exchange.names().join()));

      flush();
      expect(log).toEqual(['SubscribePrices', 'SubscribePrices,UnsubscribePrices']);
    });
  });

  it('gives a late consumer the present state at once', () => {
    marbles(({ cold, expectObservable }) => {
      const { price, prices$ } = setUp();

      cold('--v').subscribe(() => price(1, 12));

      expectObservable(prices$(1), '^-------!').toBe('s-v', values);
      expectObservable(prices$(1), '-----^--!').toBe('-----w', values);
    });
  });

  it('reads a payload once however many listen, and not at all when nobody does', () => {
    const { client, price, prices$ } = setUp();
    const subscriptions = [1, 1, 2].map((id) => prices$(id).subscribe());
    reads = 0;
    price(1, 11);
    expect(reads).toBe(1);

    subscriptions.forEach((subscription) => subscription.unsubscribe());
    client.close();
    const quiet = setUp();
    quiet.client.state$.subscribe();
    quiet.price(1, 12);
    expect(reads).toBe(1);
    quiet.client.close();
  });

  it('costs one subscription when left and joined in the same turn', () => {
    marbles(({ cold, flush }) => {
      const { exchange, prices$ } = setUp();
      const seen: Message[] = [];
      const first = prices$(1).subscribe();

      cold('--a').subscribe(() => {
        first.unsubscribe();
        prices$(1).subscribe((message) => seen.push(message));
      });

      flush();
      expect(seen).toEqual([snapshot(10)]);
      expect(exchange.names()).toEqual(['SubscribePrices']);
    });
  });

  it('waits for the answer to an unsubscribe before it subscribes again', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, prices$ } = setUp((received) =>
        received.name === 'UnsubscribePrices' ? undefined : willing(received),
      );

      expectObservable(prices$(1), '^--!        ').toBe('s', values);
      expectObservable(prices$(1), '-----^-----!').toBe('--------s', values);
      cold('-------a').subscribe(() =>
        expect(exchange.names()).toEqual(['SubscribePrices', 'UnsubscribePrices']),
      );
      cold('--------a').subscribe(() => exchange.reply('UnsubscribePrices', { result: true }));

      flush();
      expect(exchange.names()).toEqual([
        'SubscribePrices',
        'UnsubscribePrices',
        'SubscribePrices',
        'UnsubscribePrices',
      ]);
    });
  });

  it('holds events that come before the snapshot, and drops those it contains', () => {
    marbles(({ cold, expectObservable }) => {
      const { exchange, price, prices$ } = setUp(silent);

      cold('-abc').subscribe((e) => price(1, { a: 9, b: 11, c: 12 }[e] ?? 0));
      cold('-----r').subscribe(() => exchange.reply('SubscribePrices', { Id: 1, Price: 10 }));
      const unsub = '   -------!';
      const expected = '-----(suv)';

      expectObservable(prices$(1), unsub).toBe(expected, values);
    });
  });

  it('begins again on the next socket with a snapshot, and is silent until then', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, price, prices$ } = setUp();

      cold('--u-d').subscribe((step) => (step === 'u' ? price(1, 11) : exchange.drop()));
      const unsub = '     -----------!';
      const expected = '  s-u------s--';

      expectObservable(prices$(1), unsub).toBe(expected, values);
      flush();
      expect(exchange.names()).toEqual(['SubscribePrices', 'SubscribePrices', 'UnsubscribePrices']);
    });
  });

  it('hands out no value of a dead socket', () => {
    marbles(({ cold, expectObservable }) => {
      const { exchange, prices$ } = setUp();

      cold('---d').subscribe(() => exchange.drop());

      expectObservable(prices$(1), '^-----------!').toBe('s-------s', values);
      expectObservable(prices$(1), '-----^------!').toBe('--------s', values);
    });
  });

  it('does not bring back on the next socket what was ended before', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, client, prices$ } = setUp();

      expectObservable(prices$(1), '^-!').toBe('s', values);
      cold('-----d').subscribe(() => exchange.drop());
      expectObservable(client.state$, '^--------------!').toBe('o----w----(co)', {
        c: expect.objectContaining({ _tag: 'Connecting' }) as unknown,
        o: expect.objectContaining({ _tag: 'Open' }) as unknown,
        w: expect.objectContaining({ _tag: 'Waiting' }) as unknown,
      });

      flush();
      expect(exchange.names()).toEqual(['SubscribePrices', 'UnsubscribePrices']);
    });
  });

  it('sends no unsubscribe on another socket than the one it is for', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, prices$ } = setUp();

      // The consumer leaves in the very turn of the loss.
      const subscription = prices$(1).subscribe();
      cold('--d').subscribe(() => {
        exchange.drop();
        subscription.unsubscribe();
      });
      expectObservable(prices$(2), '^--------------!').toBe('t------t', values);

      flush();
      expect(exchange.received.map(({ name, payload }) => `${name} ${(payload as Params).Id}`)).toEqual([
        'SubscribePrices 1',
        'SubscribePrices 2',
        'SubscribePrices 2',
        'UnsubscribePrices 2',
      ]);
    });
  });

  it('errors alone when it is refused, and lets the others be', () => {
    marbles(({ cold, expectObservable }) => {
      const no = { result: false, errormsg: 'Resource Not Found', errorcode: 104, detail: null };
      const { price, prices$ } = setUp((received) =>
        (received.payload as Params).Id === 2 ? no : willing(received),
      );

      cold('--u').subscribe(() => price(1, 11));
      const refused = '#';
      const other = '  s-u--';

      expectObservable(prices$(2)).toBe(
        refused,
        undefined,
        new GatewayError('SubscribePrices', { code: 104, errormsg: 'Resource Not Found', detail: null }),
      );
      expectObservable(prices$(1), '----!').toBe(other, values);
    });
  });

  it('is patient when it is refused after a reconnect, and tells why on error$', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, client, prices$ } = setUp();
      const refusal = { result: false, errormsg: 'Not Authorized', errorcode: 20, detail: null };
      const refused = explained(
        new GatewayError('SubscribePrices', { code: 20, errormsg: 'Not Authorized', detail: null }),
        { hasLogin: false },
      );
      let isStarted = false;

      cold('--d').subscribe(() => {
        exchange.script({
          answer: (received) =>
            (received.payload as Params).Id === 2 && !isStarted ? refusal : willing(received),
        });
        exchange.drop();
      });
      cold('60ms x').subscribe(() => (isStarted = true));

      expectObservable(prices$(1), '          600ms !').toBe('s------s', values);
      expectObservable(prices$(2), '          600ms !').toBe('t------ 500ms t', values);
      expectObservable(client.error$, '       600ms !').toBe('--d----r', {
        d: new TransportError('dropped'),
        r: refused,
      });
      flush();
    });
  });

  it('is ended by what cannot change: not found, or refused again minutes later', () => {
    marbles(({ cold, expectObservable }) => {
      const { exchange, prices$ } = setUp();
      const refusal = (errorcode: number, errormsg: string) => ({
        result: false,
        errormsg,
        errorcode,
        detail: null,
      });

      cold('--d').subscribe(() => {
        exchange.script({
          answer: ({ payload }) =>
            (payload as Params).Id === 1 ? refusal(104, 'Resource Not Found') : refusal(20, 'Not Authorized'),
        });
        exchange.drop();
      });

      expectObservable(prices$(1)).toBe(
        's------#',
        values,
        expect.objectContaining({ code: 104 }) as unknown,
      );
      // Tries after 0.5, 1, 2, 4, 8, 16, 30, 30 and 30 s.
      expectObservable(prices$(2)).toBe(
        't------ 121500ms #',
        values,
        expect.objectContaining({ code: 20 }) as unknown,
      );
    });
  });

  it('errors when the exchange does not answer in time, and tells it to stop', () => {
    marbles(({ expectObservable, flush }) => {
      const { exchange, prices$ } = setUp(silent);

      expectObservable(prices$(1)).toBe(
        '100ms #',
        undefined,
        new RequestTimeout('SubscribePrices', true, 100),
      );
      flush();
      expect(exchange.names()).toEqual(['SubscribePrices', 'UnsubscribePrices']);
    });
  });

  it('waits through a loss that comes before the snapshot', () => {
    marbles(({ cold, expectObservable }) => {
      const { exchange, prices$ } = setUp(silent);

      cold('--d').subscribe(() => exchange.drop());
      cold('---------r').subscribe(() => exchange.reply('SubscribePrices', { Id: 1, Price: 10 }));
      const expected = '---------s---';

      expectObservable(prices$(1), '------------!').toBe(expected, values);
    });
  });

  it('begins anew by itself at a payload of its own that cannot be read, and lets the others be', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, client, price, prices$ } = setUp();
      const error = new DecodeError('PriceEvent', [{ path: 'Price', expected: 'number', found: '"high"' }]);

      cold('--x').subscribe(() => exchange.push({ name: 'PriceEvent', payload: { Id: 1, Price: 'high' } }));
      cold('----v').subscribe(() => price(2, 12));

      expectObservable(client.error$, '-------!').toBe('--e', { e: error });
      expectObservable(prices$(1), '------!').toBe('s-s', values);
      expectObservable(prices$(2), '------!').toBe('t---v', values);
      flush();
      expect(exchange.received.map(({ name, payload }) => `${name} ${(payload as Params).Id}`)).toEqual([
        'SubscribePrices 1',
        'SubscribePrices 2',
        'UnsubscribePrices 1',
        'SubscribePrices 1',
        'UnsubscribePrices 1',
        'UnsubscribePrices 2',
      ]);
    });
  });

  it('begins anew with growing pauses where unreadable payloads follow each other, silent meanwhile', () => {
    marbles(({ cold, expectObservable }) => {
      const { exchange, price, prices$ } = setUp();
      const broken = (): void => exchange.push({ name: 'PriceEvent', payload: { Id: 1, Price: 'high' } });

      cold('--x-x').subscribe(broken);
      cold('------u').subscribe(() => price(1, 11));
      cold('------ 5s x').subscribe(broken);

      expectObservable(prices$(1), '20s !').toBe('s-s 4999ms s 9999ms s', values);
    });
  });

  it('only reports a payload of which nobody can tell whose it is', () => {
    marbles(({ cold, expectObservable }) => {
      const { exchange, client, price, prices$ } = setUp();

      cold('--x').subscribe(() => exchange.push({ name: 'PriceEvent', payload: '{broken' }));
      cold('----u').subscribe(() => price(1, 11));

      expectObservable(client.error$, '-------!').toBe('--e', {
        e: expect.objectContaining({ _tag: 'DecodeError', call: 'PriceEvent' }) as unknown,
      });
      expectObservable(prices$(1), '------!').toBe('s---u', values);
    });
  });

  it('ends and begins again a stream that somebody left behind', () => {
    marbles(({ expectObservable, flush }) => {
      let isFree = false;
      const { exchange, prices$ } = setUp((received) => {
        if (received.name === 'UnsubscribePrices') isFree = true;
        else if (!isFree)
          return { result: false, errormsg: 'Already Subscribed.', errorcode: 909, detail: '{}' };
        return willing(received);
      });

      expectObservable(prices$(1), '--!').toBe('s', values);
      flush();
      expect(exchange.names().slice(0, 3)).toEqual([
        'SubscribePrices',
        'UnsubscribePrices',
        'SubscribePrices',
      ]);
    });
  });

  it('keeps what one unsubscribe ends together until all of it is left', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, price, prices$ } = setUp();

      expectObservable(prices$(1, 1), '^--!      ').toBe('s', values);
      expectObservable(prices$(1, 2), '^------!  ').toBe('s----u', values);
      cold('-----u').subscribe(() => price(1, 11));

      flush();
      expect(exchange.names()).toEqual(['SubscribePrices', 'SubscribePrices', 'UnsubscribePrices']);
    });
  });

  it('ends each stream of a group by its own unsubscribe, when all of it is left', () => {
    marbles(({ expectObservable, flush }) => {
      const { exchange, client } = setUp();
      const part$ = (Part: number) => subscribe$(client, SubscribeParts, { Id: 1, Part });

      expectObservable(part$(1), '^-!  ').toBe('s', values);
      expectObservable(part$(2), '^---!').toBe('s', values);

      flush();
      expect(exchange.received.map(({ name, payload }) => `${name} ${(payload as Params).Part}`)).toEqual([
        'SubscribePrices 1',
        'SubscribePrices 2',
        'UnsubscribePrices 1',
        'UnsubscribePrices 2',
      ]);
    });
  });

  it('begins all of a group anew when one of it has missed something: its unsubscribe may end the others', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, client } = setUp();
      const part$ = (Part: number) => subscribe$(client, SubscribeParts, { Id: 1, Part });
      cold('--x').subscribe(() => exchange.push({ name: 'PriceEvent', payload: { Id: 1, Price: 'high' } }));

      expectObservable(part$(1), '----!').toBe('s-s', values);
      expectObservable(part$(2), '----!').toBe('s-s', values);

      flush();
      const parts = exchange.received.map(({ name, payload }) => `${name} ${(payload as Params).Part}`);
      expect(parts.slice(0, 6)).toEqual([
        'SubscribePrices 1',
        'SubscribePrices 2',
        'UnsubscribePrices 1',
        'UnsubscribePrices 2',
        'SubscribePrices 1',
        'SubscribePrices 2',
      ]);
    });
  });

  it('begins all of a group anew where one of it was left behind by somebody', () => {
    marbles(({ cold, expectObservable, flush }) => {
      let isFree = false;
      const { exchange, prices$ } = setUp((received) => {
        if (received.name === 'UnsubscribePrices') isFree = true;
        else if (!isFree && (received.payload as Params).Part === 2) {
          return { result: false, errormsg: 'Already Subscribed.', errorcode: 909, detail: '{}' };
        }
        return willing(received);
      });

      expectObservable(prices$(1, 1), '     ----!').toBe('s-s', values);
      expectObservable(cold('--(a|)').pipe(switchMap(() => prices$(1, 2))), '----!').toBe('--s', values);
      flush();
      expect(exchange.received.map(({ name, payload }) => `${name} ${(payload as Params).Part}`)).toEqual([
        'SubscribePrices 1',
        'SubscribePrices 2',
        'UnsubscribePrices undefined',
        'SubscribePrices 1',
        'SubscribePrices 2',
        'UnsubscribePrices undefined',
      ]);
    });
  });

  it('errors where the topic throws at the snapshot, and does not stall', () => {
    marbles(({ expectObservable }) => {
      const { client } = setUp();
      const Throwing = topicWith({
        ...prices,
        fold: {
          ...prices.fold,
          begin: (): number => {
            throw new Error('no such price');
          },
        },
      });

      expectObservable(subscribe$(client, Throwing, { Id: 1 })).toBe(
        '#',
        {},
        expect.objectContaining({ _tag: 'DecodeError', call: 'SubscribePrices' }) as unknown,
      );
    });
  });

  it('begins another group for whoever joins because the last one ends', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, client, prices$ } = setUp(({ name, payload }) =>
        name === 'UnsubscribePrices'
          ? { result: false, errormsg: 'No.', errorcode: 100, detail: '' }
          : willing({ name, payload } as Frame),
      );
      const again$ = client.error$.pipe(
        take(1),
        switchMap(() => prices$(1)),
      );

      cold('----d').subscribe(() => exchange.drop());
      const unsub = '         -----------!';
      expectObservable(again$, unsub).toBe('--s------s', values);
      cold('--(a|)')
        .pipe(switchMap(() => prices$(1).pipe(take(1))))
        .subscribe();
      flush();
    });
  });

  it('errors where a stream stays left behind, after one try', () => {
    marbles(({ expectObservable, flush }) => {
      const { exchange, prices$ } = setUp(({ name }) =>
        name === 'UnsubscribePrices'
          ? { result: true }
          : { result: false, errormsg: 'Already Subscribed.', errorcode: 909, detail: '{}' },
      );

      expectObservable(prices$(1)).toBe(
        '#',
        {},
        expect.objectContaining({ _tag: 'GatewayError', code: 909 }) as unknown,
      );
      flush();
      expect(exchange.names()).toEqual([
        'SubscribePrices',
        'UnsubscribePrices',
        'SubscribePrices',
        'UnsubscribePrices',
      ]);
    });
  });

  it('passes an event that is sent twice on once', () => {
    marbles(({ cold, expectObservable }) => {
      const { price, prices$ } = setUp();

      cold('--x-x').subscribe(() => price(1, 5_000));

      expectObservable(prices$(1), '-------!').toBe('s-x', { ...values, x: update(5_000) });
    });
  });

  it('goes out as the vendor defines it where the client is told so', () => {
    const exchange = scriptedExchange({ answer: willing });
    const client = connect(exchange, { subscribeWith: asSubscriptions });
    marbles(({ expectObservable, flush }) => {
      expectObservable(subscribe$(client, SubscribePrices, { Id: 1 }), '--!').toBe('s', values);
      flush();
    });
    expect(exchange.received.map(({ type }) => type)).toEqual([
      MessageType.Subscribe,
      MessageType.Unsubscribe,
    ]);
  });

  it('completes when the client is closed, and sends no more', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, client, prices$ } = setUp();

      cold('---c').subscribe(() => client.close());

      expectObservable(prices$(1)).toBe('s--|', values);
      flush();
      expect(exchange.names()).toEqual(['SubscribePrices']);
      expect(exchange.open()).toBe(0);
    });
  });

  it('errors with the cause when the connection is given up', () => {
    const exchange = scriptedExchange({ answer: willing });
    const client = connect(exchange, { backoff: () => null });
    marbles(({ cold, expectObservable }) => {
      cold('---d').subscribe(() => exchange.drop('gone'));

      expectObservable(subscribe$(client, SubscribePrices, { Id: 1 })).toBe(
        's--#',
        values,
        new TransportError('gone'),
      );
    });
  });

  it('is not hurt by a consumer that throws', () => {
    const { client, price, prices$ } = setUp();
    const seen: Message[] = [];
    const thrown: unknown[] = [];
    jest.useFakeTimers();
    try {
      prices$(1).subscribe(() => {
        throw new Error('a consumer of the user');
      });
      prices$(1).subscribe((message) => seen.push(message));
      price(1, 11);

      // rxjs throws it again where it hurts nobody.
      while (jest.getTimerCount() > 0) {
        try {
          jest.runOnlyPendingTimers();
        } catch (error) {
          thrown.push((error as Error).message);
        }
      }
    } finally {
      client.close();
      jest.useRealTimers();
    }
    expect(seen).toEqual([snapshot(10), update(11)]);
    expect(new Set(thrown)).toEqual(new Set(['a consumer of the user']));
  });

  it('gives a consumer that asks inside its own handler its messages in order', () => {
    const { client, price, prices$ } = setUp();
    const seen: unknown[] = [];
    prices$(1).subscribe();
    prices$(1).subscribe((message) => {
      seen.push(message);
      if (message._tag === 'Snapshot') price(1, 11);
    });

    expect(seen).toEqual([snapshot(10), update(11)]);
    client.close();
  });

  it('does not open what it does not need: never subscribed, never connected', () => {
    const { exchange, client, prices$ } = setUp();
    const unused$ = prices$(1);

    expect(unused$).toBeDefined();
    expect(exchange.sockets()).toBe(0);
    client.close();
  });
});
