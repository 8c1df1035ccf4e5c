import { inspect } from 'node:util';
import { map, merge, type Observable, scan, timer } from 'rxjs';
import {
  apiKeyLogin,
  AuthenticationFailed,
  type Client,
  type ClientOptions,
  ConnectionLost,
  createClient,
  error$,
  type Frame,
  GatewayError,
  GetL2Snapshot,
  GetLevel1,
  GetOpenOrders,
  GetOrderStatus,
  Level2Column,
  type Level2Message,
  type Level2Row,
  MessageType,
  passwordLogin,
  Ping,
  request$,
  RequestTimeout,
  SendOrder,
  subscribe$,
  SubscribeAccountEvents,
  SubscribeLevel1,
  SubscribeLevel2,
  SubscribeOrderStateEvents,
  SubscribeTicker,
  TransportError,
} from '../src/index.ts';
import {
  createExchange,
  demoUsers,
  type Exchange,
  type ExchangeOptions,
  type Profile,
  profiles,
} from '../src/simulator/index.ts';
import { marbles, type RunHelpers } from './support/marbles.ts';

const [trader, partner] = demoUsers;
const key = { apiKey: trader.apiKey, secret: trader.secret, userId: trader.userId };
const account = 7;
const running = { InstrumentId: 1 };

interface Scene extends RunHelpers {
  readonly exchange: Exchange;
  readonly client: Client;
  /** Does something at a time, in milliseconds. */
  readonly at: (time: number, act: () => void) => void;
  /** The names that the exchange has received, but for the login. */
  readonly names: () => readonly string[];
}

/** A client at a simulated exchange of that profile, in virtual time; everything is closed at `end`. */
const playAt =
  (profile: Profile) =>
  (
    end: number,
    scene: (helpers: Scene) => void,
    { market = {}, ...options }: ClientOptions & { readonly market?: ExchangeOptions } = {},
  ): void => {
    marbles((helpers) => {
      const exchange = createExchange({ startTime: 1_700_000_000_000, ...profile, ...market });
      const client = createClient({
        transport: exchange.transport,
        credentials: apiKeyLogin(key),
        backoff: () => 5,
        keepAlive: false,
        requestTimeout: 100,
        ...options,
      });
      const at = (time: number, act: () => void): void => {
        helpers.cold(`${time}ms a`).subscribe(act);
      };
      const names = (): readonly string[] =>
        exchange.received.map(({ name }) => name).filter((name) => name !== 'AuthenticateUser');
      scene({ ...helpers, exchange, client, at, names });
      at(end, () => {
        client.close();
        exchange.close();
      });
      helpers.flush();
    });
  };

const limitOrder = (price: string, more: object = {}) => ({
  ...running,
  AccountId: account,
  Side: 'Buy' as const,
  OrderType: 'Limit' as const,
  TimeInForce: 'GTC' as const,
  Quantity: '0.5',
  LimitPrice: price,
  ...more,
});

/** Collects what a stream says, with its time. */
const collect = <A>(source: Observable<A>, into: (value: A) => unknown): readonly unknown[] => {
  const seen: unknown[] = [];
  source.subscribe({
    next: (value) => seen.push(into(value)),
    error: (error: unknown) => seen.push((error as { readonly _tag: string })._tag),
    complete: () => seen.push('complete'),
  });
  return seen;
};
const tag = ({ _tag }: { readonly _tag: string }): string => _tag;

const everyProfile: readonly (readonly [name: string, profile: Profile])[] = [
  ['no', {}],
  ...Object.entries(profiles),
];

describe.each(everyProfile)(
  'what every existing client gets wrong somewhere, in the dialect of %s',
  (_name, profile) => {
    const play = playAt(profile);
    /** What a stream repeats of its snapshot where events go before replies. */
    const repeated = (name: string): readonly string[] => (profile.eventBeforeReply === true ? [name] : []);

    it('1. connecting settles: a refusal shows in state$, and a request ends by its time limit', () => {
      play(300, ({ exchange, client, expectObservable, at }) => {
        exchange.refuse();
        const states = collect(client.state$, tag);

        expectObservable(request$(client, Ping, {})).toBe(
          '100ms #',
          undefined,
          new RequestTimeout('Ping', false, 100, new TransportError('The exchange refused the connection')),
        );
        at(3, () => expect(states).toEqual(['Connecting', 'Waiting']));
        at(200, () => exchange.accept());
        at(210, () => expect(states.at(-1)).toBe('Open'));
      });
    });

    it('2. pending requests fail at once on a drop, and by time limit when no reply comes', () => {
      play(300, ({ exchange, client, expectObservable, at }) => {
        exchange.withhold('Ping');
        at(30, () => exchange.drop());

        expectObservable(request$(client, Ping, {})).toBe(
          '30ms #',
          undefined,
          new ConnectionLost(
            'Ping',
            true,
            'the connection was lost',
            new TransportError('The exchange dropped the connection', { code: 1006 }),
          ),
        );
        expectObservable(request$(client, Ping, {}), '50ms ^').toBe(
          '150ms #',
          undefined,
          new RequestTimeout('Ping', true, 100),
        );
      });
    });

    it('3. an event that carries the number of a pending request does not settle it', () => {
      play(
        100,
        ({ exchange, client, expectObservable, at }) => {
          const events: Frame[] = [];
          client.frame$.subscribe((frame) => {
            if (frame.type === MessageType.Event) events.push(frame);
          });
          subscribe$(client, SubscribeLevel2, running).subscribe();
          exchange.withhold('Ping');
          at(10, () => request$(client, SendOrder, limitOrder('90.00')).subscribe());
          at(20, () => exchange.release());

          expectObservable(request$(client, Ping, {})).toBe('20ms (p|)', { p: { msg: 'PONG' } });
          at(15, () => {
            // Where events go before replies, the order is the latest request that is pending still.
            const pending = profile.eventBeforeReply === true ? 'SendOrder' : 'Ping';
            const request = exchange.received.find(({ name }) => name === pending);
            expect(events.map(({ sequence }) => sequence)).toContain(request?.sequence);
          });
        },
        { market: { events: 'adversarial' } },
      );
    });

    it('4. a refusal in a reply reaches its own caller or stream, with code, message and detail, and nobody else', () => {
      play(50, ({ client, expectObservable, at }) => {
        const notFound = { code: 104, errormsg: 'Resource Not Found', detail: 'Instrument not Found' };
        const streams = collect(subscribe$(client, SubscribeLevel2, running), tag);
        const errors = collect(error$(client), tag);

        expectObservable(request$(client, GetL2Snapshot, { InstrumentId: 4_242, Depth: 5 })).toBe(
          '#',
          undefined,
          new GatewayError('GetL2Snapshot', notFound),
        );
        expectObservable(subscribe$(client, SubscribeLevel2, { InstrumentId: 4_242 })).toBe(
          '#',
          undefined,
          new GatewayError('SubscribeLevel2', notFound),
        );
        at(40, () => {
          expect(streams).toEqual(['Snapshot']);
          expect(errors).toEqual([]);
        });
      });
    });

    it('5. an error frame of bare words fails its caller with these words', () => {
      play(
        50,
        ({ client, expectObservable }) => {
          expectObservable(request$(client, GetOpenOrders, { AccountId: account })).toBe(
            '#',
            undefined,
            new GatewayError(
              'GetOpenOrders',
              { code: undefined, errormsg: 'Endpoint Not Found', detail: null },
              'The client has no credentials: the function may need a login, or the exchange may not have it.',
            ),
          );
        },
        {
          credentials: undefined,
          market: { unauthenticated: 'endpointNotFound' },
        } as unknown as ClientOptions,
      );
    });

    it('6. a malformed frame, a malformed payload and an unknown event are reported, and all else goes on', () => {
      play(50, ({ exchange, client, at }) => {
        const errors = collect(error$(client), tag);
        const level1 = collect(subscribe$(client, SubscribeLevel1, running), tag);
        const level2 = collect(subscribe$(client, SubscribeLevel2, running), tag);
        const event = (name: string, payload: string): Frame => ({
          type: MessageType.Event,
          sequence: 4,
          name,
          payload,
        });
        at(5, () => exchange.push('{"m":3,"i":'));
        at(6, () => exchange.push(event('Level1UpdateEvent', '{"OMSId":1,"Instru')));
        at(7, () => exchange.push(event('NobodyKnowsEvent', '{}')));
        at(8, () => request$(client, SendOrder, limitOrder('90.00')).subscribe());
        at(40, () => {
          expect(errors).toEqual(['FrameError', 'DecodeError', 'FrameError']);
          expect(level1).toEqual(['Snapshot', ...repeated('Update'), 'Update']);
          expect(level2).toEqual(['Snapshot', 'Update']);
        });
      });
    });

    it('7. Authenticated false is no login, nor is one that waits for a second factor', () => {
      const wrong = { ...key, secret: 'another' };
      play(
        50,
        ({ client, expectObservable }) => {
          expectObservable(client.socket$).toBe('#', undefined, expect.any(AuthenticationFailed));
        },
        { credentials: apiKeyLogin(wrong), backoff: () => null },
      );
      play(
        50,
        ({ client, expectObservable, exchange, at }) => {
          expectObservable(client.socket$, '40ms !').toBe('20ms s', { s: expect.anything() as unknown });
          expectObservable(request$(client, GetOpenOrders, { AccountId: 8 })).toBe('20ms (r|)', { r: [] });
          at(10, () => expect(exchange.received.map(({ name }) => name)).toEqual(['AuthenticateUser']));
        },
        {
          credentials: passwordLogin({
            username: partner.userName,
            password: partner.password,
            code$: () => timer(20).pipe(map(() => partner.twoFactorCode ?? '')),
          }),
        },
      );
    });

    it('8. reconnecting starts with the close, follows the backoff, counts anew when stable, and can be stopped', () => {
      const attempts: number[] = [];
      play(
        200,
        ({ exchange, client, at }) => {
          const states = collect(client.state$, tag);
          at(10, () => {
            exchange.refuse(2);
            exchange.drop();
            expect(states.at(-1)).toBe('Waiting');
          });
          at(100, () => {
            expect(attempts).toEqual([1, 2, 3]);
            exchange.drop();
          });
          at(101, () => {
            expect(attempts).toEqual([1, 2, 3, 1]);
            client.close();
          });
          at(190, () => {
            expect(states.slice(-2)).toEqual(['Closed', 'complete']);
            expect(attempts).toEqual([1, 2, 3, 1]);
          });
        },
        {
          stableAfter: 50,
          backoff: (attempt) => {
            attempts.push(attempt);
            return attempt * 2;
          },
        },
      );
    });

    it('9. after a reconnect: fresh nonce, login, account, market; marked snapshots, ended streams stay ended', () => {
      play(100, ({ exchange, client, at }) => {
        const level2 = collect(subscribe$(client, SubscribeLevel2, running), tag);
        const events = collect(subscribe$(client, SubscribeAccountEvents, { AccountId: account }), tag);
        const ended = subscribe$(client, SubscribeLevel1, running).subscribe();
        at(5, () => ended.unsubscribe());
        at(10, () => exchange.drop());
        at(50, () => {
          const all = exchange.received.map(({ name }) => name);
          const again = all.slice(all.lastIndexOf('AuthenticateUser'));
          expect(again).toEqual(['AuthenticateUser', 'SubscribeAccountEvents', 'SubscribeLevel2']);
          const nonces = exchange.received
            .filter(({ name }) => name === 'AuthenticateUser')
            .map(({ payload }) => (JSON.parse(String(payload)) as { Nonce: string }).Nonce);
          expect(new Set(nonces).size).toBe(2);
          expect(level2).toEqual(['Snapshot', 'Snapshot']);
          const begun = ['Subscribed', ...repeated('AccountPositionEvent')];
          expect(events).toEqual([...begun, ...begun]);
        });
      });
    });

    it('9b. a stream whose restore is refused comes back by itself, and the others are let be', () => {
      play(700, ({ exchange, client, at }) => {
        const level2 = collect(subscribe$(client, SubscribeLevel2, running), tag);
        const level1 = collect(subscribe$(client, SubscribeLevel1, running), tag);
        at(10, () => {
          exchange.withhold('SubscribeLevel1');
          exchange.drop();
        });
        at(20, () => {
          const refused = exchange.received.findLast(({ name }) => name === 'SubscribeLevel1');
          if (refused === undefined) throw new Error('not restored');
          const payload = '{"result":false,"errormsg":"Not Authorized","errorcode":20,"detail":null}';
          exchange.push({ ...refused, type: MessageType.Reply, payload });
        });
        at(50, () => {
          expect(level1).toEqual(['Snapshot', ...repeated('Update')]);
          expect(level2).toEqual(['Snapshot', 'Snapshot']);
          exchange.release();
        });
        at(650, () => {
          expect(level1.slice(0, 2)).toEqual(['Snapshot', ...repeated('Update'), 'Snapshot'].slice(0, 2));
          expect(level1.filter((name) => name === 'Snapshot')).toHaveLength(2);
        });
      });
    });

    it('9c. after a hundred reconnects the exchange has seen one subscription a stream and socket', () => {
      play(1_600, ({ exchange, client, at, names }) => {
        subscribe$(client, SubscribeLevel2, running).subscribe();
        subscribe$(client, SubscribeLevel2, { InstrumentId: 2 }).subscribe();
        for (let loss = 1; loss <= 100; loss++) at(loss * 15, () => exchange.drop());
        at(1_590, () => {
          expect(names().filter((name) => name === 'SubscribeLevel2')).toHaveLength(202);
          expect(names()).toHaveLength(202);
        });
      });
    });

    it('10. a half-open link is found by a ping within interval and limit; any traffic is a sign of life', () => {
      play(
        300,
        ({ exchange, client, at }) => {
          const states = collect(client.state$, tag);
          at(50, () => {
            expect(states).toEqual(['Connecting', 'Authenticating', 'Open']);
            exchange.mute();
          });
          at(66, () => expect(states.slice(3, 4)).toEqual(['Waiting']));
          at(68, () => exchange.unmute());
          at(290, () => expect(states.at(-1)).toBe('Open'));
        },
        { keepAlive: { interval: 10, timeout: 5 } },
      );
    });

    it('11. many consumers share one subscription, late ones get the present state, the last ends it', () => {
      play(100, ({ client, at, names }) => {
        const first = subscribe$(client, SubscribeLevel2, running).subscribe();
        const second = collect(
          subscribe$(client, SubscribeLevel2, running),
          ({ _tag, payload }) => `${_tag} ${payload.length}`,
        );
        at(5, () => request$(client, SendOrder, limitOrder('90.00')).subscribe());
        at(10, () => {
          const late = collect(
            subscribe$(client, SubscribeLevel2, running),
            ({ _tag, payload }) => `${_tag} ${payload.length}`,
          );
          expect(late).toEqual(['Snapshot 1']);
          expect(second).toEqual(['Snapshot 0', 'Update 1']);
        });
        at(20, () => first.unsubscribe());
        at(30, () => expect(names()).toEqual(['SubscribeLevel2', 'SendOrder']));
      });
      play(100, ({ client, at, names }) => {
        const only = subscribe$(client, SubscribeLevel2, running).subscribe();
        at(20, () => only.unsubscribe());
        at(30, () => expect(names()).toEqual(['SubscribeLevel2', 'UnsubscribeLevel2']));
      });
    });

    it('12. subscribing by symbol works, with an empty book too, and shares with who subscribes by id', () => {
      play(100, ({ client, at, names }) => {
        const bySymbol = collect(
          subscribe$(client, SubscribeLevel2, { Symbol: 'BTCUSDT' }),
          ({ _tag, payload }) => `${_tag} ${payload.length}`,
        );
        subscribe$(client, SubscribeLevel2, running).subscribe();
        at(5, () => request$(client, SendOrder, limitOrder('90.00')).subscribe());
        at(20, () => {
          expect(bySymbol).toEqual(['Snapshot 0', 'Update 1']);
          expect(names()).toEqual(['GetInstruments', 'SubscribeLevel2', 'SendOrder']);
        });
      });
    });

    it('13. the book that a stream tells is the one of the exchange, through crowds and losses', () => {
      type Book = ReadonlyMap<string, number>;
      const level = (row: Level2Row): string => `${row[Level2Column.Side]} ${row[Level2Column.Price]}`;
      const apply = (book: Book, { _tag, payload }: Level2Message): Book => {
        const next = new Map(_tag === 'Snapshot' ? [] : book);
        for (const row of payload) {
          if (row[Level2Column.ActionType] === 2) next.delete(level(row));
          else next.set(level(row), row[Level2Column.Quantity]);
        }
        return next;
      };
      const emptyBook: Book = new Map();
      play(
        60_000,
        ({ exchange, client, at }) => {
          let book = emptyBook;
          let updates = 0;
          subscribe$(client, SubscribeLevel2, running)
            .pipe(scan(apply, emptyBook))
            .subscribe((now) => {
              book = now;
              updates += 1;
            });
          const compare = (): void => {
            request$(client, GetL2Snapshot, { ...running, Depth: 500 }).subscribe((rows) => {
              expect(rows.length).toBeGreaterThan(5);
              expect(new Map(rows.map((row) => [level(row), row[Level2Column.Quantity]]))).toEqual(book);
            });
          };
          for (let time = 2_000; time < 60_000; time += 2_000) at(time, compare);
          at(31_000, () => exchange.drop());
          at(59_000, () => expect(updates).toBeGreaterThan(100));
        },
        { market: { crowd: 200, crowdInstruments: [1] } },
      );
    });

    it('14. two tickers on one instrument are told apart, and ending one keeps the other', () => {
      play(
        200_000,
        ({ client, at, names }) => {
          const ticker$ = (Interval: 60 | 300) =>
            subscribe$(client, SubscribeTicker, { ...running, Interval, IncludeLastCount: 1 });
          const lengths = new Set<number>();
          let minutes = 0;
          const minute = ticker$(60).subscribe(({ payload }) => {
            minutes += 1;
            for (const row of payload) lengths.add(row[0] - (row[9] ?? 0));
          });
          const fives = new Set<number>();
          let count = 0;
          ticker$(300).subscribe(({ payload }) => {
            count += 1;
            for (const row of payload) fives.add(row[0] - (row[9] ?? 0));
          });
          let before = 0;
          at(90_000, () => {
            minute.unsubscribe();
            before = count;
          });
          at(190_000, () => {
            expect([...lengths]).toEqual([60_000]);
            expect([...fives]).toEqual([300_000]);
            expect(minutes).toBeGreaterThan(1);
            expect(count).toBeGreaterThan(before);
            expect(names()).not.toContain('UnsubscribeTicker');
          });
        },
        { market: { crowd: 1_000, crowdInstruments: [1] } },
      );
    });

    it('15. OrderStateEvent finds its stream by Account and Instrument, MarketStateUpdate without any id', () => {
      play(100, ({ exchange, client, at }) => {
        const name = ({ _tag }: { readonly _tag: string }): string => _tag;
        const all = collect(subscribe$(client, SubscribeAccountEvents, { AccountId: account }), name);
        const ofOne = collect(
          subscribe$(client, SubscribeOrderStateEvents, { AccountId: account, InstrumentId: 1 }),
          name,
        );
        const ofTwo = collect(
          subscribe$(client, SubscribeOrderStateEvents, { AccountId: account, InstrumentId: 2 }),
          name,
        );
        at(5, () => request$(client, SendOrder, limitOrder('90.00')).subscribe());
        at(10, () => {
          const payload =
            '{"ExchangeId":1,"VenueAdapterId":1,"VenueInstrumentId":1,"Action":"Pause","PreviousStatus":"Running","NewStatus":"Paused","ExchangeDateTime":"2024-01-01T00:00:00Z"}';
          exchange.push({ type: MessageType.Event, sequence: 2, name: 'MarketStateUpdate', payload });
        });
        at(50, () => {
          expect(all.filter((event) => event === 'OrderStateEvent')).toHaveLength(1);
          expect(all).toContain('MarketStateUpdate');
          expect(ofOne).toEqual(['Subscribed', 'OrderStateEvent']);
          expect(ofTwo).toEqual(['Subscribed']);
        });
      });
    });

    it.each(['filter', 'account'] as const)(
      '15b. order states of one kind go on when those of another are left, at a venue that ends by %s',
      (unsubscribeOrderStates) => {
        play(
          200,
          ({ exchange, client, at, names }) => {
            const orders$ = (filter: object) =>
              subscribe$(client, SubscribeOrderStateEvents, { AccountId: account, ...filter });
            const all = collect(orders$({}), (message) =>
              message._tag === 'OrderStateEvent' ? Number(message.payload.Price) : message._tag,
            );
            const left = orders$({ InstrumentId: 1 }).subscribe();
            at(5, () => left.unsubscribe());
            at(50, () => request$(client, SendOrder, limitOrder('90.00')).subscribe());
            at(100, () => {
              expect(all).toContain(90);
              expect(names()).not.toContain('UnSubscribeOrderStateEvents');
              exchange.drop();
            });
            at(150, () => request$(client, SendOrder, limitOrder('91.00')).subscribe());
            at(180, () => expect(all).toContain(91));
          },
          { market: { unsubscribeOrderStates } },
        );
      },
    );

    it('16. integers above 2^53 survive, and the text of 28 digits is there for who wants it', () => {
      play(100, ({ client, exchange, at }) => {
        const ticks: unknown[] = [];
        const texts: unknown[] = [];
        client.frame$.subscribe(({ name, payload }) => {
          if (name === 'PreciseEvent') texts.push(payload);
        });
        at(5, () => {
          request$(client, SendOrder, limitOrder('90.00')).subscribe((reply) => {
            if (reply.status !== 'Accepted') throw new Error('rejected');
            request$(client, GetOrderStatus, { AccountId: account, OrderId: reply.OrderId }).subscribe(
              (order) => ticks.push(order.ReceiveTimeTicks),
            );
          });
          const payload = '{"Price":1.1381543994360000000000000001}';
          exchange.push({ type: MessageType.Event, sequence: 2, name: 'PreciseEvent', payload });
        });
        at(50, () => {
          // 1,700,000,000,005 ms after 1970, in units of 100 ns since the year 1.
          expect(ticks).toEqual([638355968000050000n]);
          expect(texts).toEqual(['{"Price":1.1381543994360000000000000001}']);
        });
      });
    });

    it('17. a frame is parsed once and its payload at most once, however many consume it', () => {
      play(100, ({ client, exchange, at }) => {
        for (let consumer = 0; consumer < 5; consumer++)
          subscribe$(client, SubscribeLevel1, running).subscribe();
        client.frame$.subscribe();
        const event = (name: string): Frame => ({
          type: MessageType.Event,
          sequence: 2,
          name,
          payload: '{"OMSId":1,"InstrumentId":1,"BestBid":90}',
        });
        at(10, () => {
          const parse = jest.spyOn(JSON, 'parse');
          exchange.push(event('Level1UpdateEvent'));
          const heard = parse.mock.calls.length;
          exchange.push(event('Level2UpdateEvent'));
          const unheard = parse.mock.calls.length - heard;
          parse.mockRestore();
          expect([heard, unheard]).toEqual([2, 1]);
        });
      });
    });

    it('18. a call while reconnecting waits or fails by its kind, and never throws', () => {
      play(100, ({ exchange, client, at, names }) => {
        client.state$.subscribe();
        at(10, () => exchange.drop());
        at(12, () => {
          const query = collect(request$(client, GetLevel1, running), () => 'reply');
          const order = collect(request$(client, SendOrder, limitOrder('90.00')), () => 'reply');
          expect(query).toEqual([]);
          expect(order).toEqual(['ConnectionLost']);
          at(10, () => {
            expect(query).toEqual(['reply', 'complete']);
            expect(names()).toEqual(['GetLevel1']);
          });
        });
      });
    });

    it('19. no key, secret, signature, password or token shows in an error, a state, the client, or JSON', () => {
      const shown: unknown[] = [];
      const secrets: string[] = [trader.apiKey, trader.secret, 'wrong-secret'];
      play(
        100,
        ({ exchange, client, at }) => {
          shown.push(client);
          merge(error$(client), client.state$).subscribe((item) => shown.push(item));
          exchange.push('{"m":1,"i":2,"n":"AuthenticateUser","o":"{\\"SessionToken\\":\\"wrong-secret\\"}"}');
          at(2, () =>
            exchange.push(
              '{"m":1,"i":99,"n":"WebAuthenticateUser","o":"{\\"SessionToken\\":\\"wrong-secret\\"',
            ),
          );
          at(4, () =>
            exchange.push(
              '{"m":1,"i":98,"n":"AuthenticateUser","o":"{\\"SessionToken\\":\\"wrong-secret\\"}"}',
            ),
          );
          at(50, () => {
            for (const { payload } of exchange.received) {
              const { Signature } = JSON.parse(String(payload)) as { readonly Signature?: string };
              if (Signature !== undefined) secrets.push(Signature);
            }
          });
        },
        { credentials: apiKeyLogin({ ...key, secret: 'wrong-secret' }), backoff: () => 10 },
      );
      const text = inspect(shown, { depth: 20, showHidden: true }) + shown.map((item) => String(item)).join();
      expect(shown.length).toBeGreaterThan(4);
      expect(secrets.length).toBeGreaterThan(3);
      for (const secret of secrets) expect(text).not.toContain(secret);
    });
  },
);
