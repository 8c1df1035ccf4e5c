import { filter, firstValueFrom, lastValueFrom, type Observable, ReplaySubject, skipWhile } from 'rxjs';
import {
  apiKeyLogin,
  type Client,
  type ClientError,
  type ClientOptions,
  type ConnectionState,
  createClient,
  error$,
  type Frame,
  GetInstruments,
  GetOpenOrders,
  Ping,
  request$,
  SendOrder,
  subscribe$,
  SubscribeAccountEvents,
  SubscribeLevel1,
  SubscribeLevel2,
  SubscribeOrderStateEvents,
  type Waiting,
} from '../../src/index.ts';
import { demoUsers, type Exchange, type Fault, type Profile, profiles } from '../../src/simulator/index.ts';
import { serve } from '../../src/simulator/node.ts';
import { limitOrder } from '../simulator/support/dial.ts';

const [trader] = demoUsers;
const running = { InstrumentId: 1 };
const pong = { msg: 'PONG' };
const order = {
  ...running,
  AccountId: 7,
  Side: 'Buy',
  OrderType: 'Limit',
  TimeInForce: 'GTC',
  Quantity: '0.5',
  LimitPrice: '90.00',
} as const;

/** How a request ended: its value, or the error itself. */
const outcome = (asked$: Observable<unknown>): Promise<unknown> =>
  lastValueFrom(asked$).catch((error: unknown) => error);

interface Scene {
  readonly exchange: Exchange;
  readonly client: Client;
  /** Plays faults that have long to go, on an exchange at which the client is logged in. */
  readonly play: (...faults: readonly Fault[]) => void;
  /** Waits for the first error, of those that were reported or will be, that is meant. */
  readonly reported: (isMeant: (error: ClientError) => boolean) => Promise<ClientError>;
  /** Waits for the first loss that is meant, and tells its cause. */
  readonly lost: (isMeant?: (cause: ClientError) => boolean) => Promise<ClientError>;
  /** Waits until the client, once lost, is logged in again and is answered. */
  readonly isBack: () => Promise<void>;
  /** Waits for the first frame of a name, and tells all names so far. */
  readonly namesUntil: (name: string) => Promise<readonly string[]>;
}

describe.each<readonly [string, Profile]>([['no', {}], ...Object.entries(profiles)])(
  'faults of a real server, in the dialect of %s, as the client tells of them',
  (_name, profile) => {
    const ends: (() => Promise<void>)[] = [];

    const start = async (options: ClientOptions = {}): Promise<Scene> => {
      const { url, exchange, close } = await serve({ exchange: profile });
      const client = createClient({
        url,
        credentials: apiKeyLogin(trader),
        keepAlive: false,
        backoff: () => 5,
        ...options,
      });
      const [errors, states, frames] = [
        new ReplaySubject<ClientError>(Infinity),
        new ReplaySubject<ConnectionState>(Infinity),
        new ReplaySubject<Frame>(Infinity),
      ];
      error$(client).subscribe(errors);
      client.state$.subscribe(states);
      const names: string[] = [];
      client.frame$.subscribe((frame) => {
        names.push(frame.name);
        frames.next(frame);
      });
      ends.push(() => {
        client.close();
        return close();
      });
      await firstValueFrom(client.socket$);
      const losses = states.pipe(filter((state): state is Waiting => state._tag === 'Waiting'));
      return {
        exchange,
        client,
        play: (...faults) => exchange.play({ lasts: 60_000, faults }),
        reported: (isMeant) => firstValueFrom(errors.pipe(filter(isMeant))),
        lost: async (isMeant = () => true) =>
          (await firstValueFrom(losses.pipe(filter(({ cause }) => isMeant(cause))))).cause,
        isBack: async () => {
          const later = states.pipe(skipWhile(({ _tag }) => _tag !== 'Waiting'));
          await firstValueFrom(later.pipe(filter(({ _tag }) => _tag === 'Open')));
          expect(await outcome(request$(client, Ping, {}))).toEqual(pong);
        },
        namesUntil: async (name) => {
          await firstValueFrom(frames.pipe(filter((frame) => frame.name === name)));
          return names;
        },
      };
    };

    afterEach(async () => {
      await Promise.all(ends.splice(0).map((end) => end()));
    });

    /** A kind that is missing does not compile. */
    const shows: Readonly<Record<Fault['does'], () => Promise<void>>> = {
      drop: async () => {
        const { client, play, isBack, lost } = await start();
        play({ does: 'drop', on: { frame: 1, name: 'SendOrder', when: 'carriedOut' } });

        expect(await outcome(request$(client, SendOrder, order))).toMatchObject({
          _tag: 'ConnectionLost',
          sent: true,
        });
        expect(await lost()).toMatchObject({ _tag: 'TransportError', code: 1006 });
        await isBack();
      },

      refuse: async () => {
        const { exchange, isBack, lost } = await start();
        const refusing = exchange.begin({ does: 'refuse' });
        exchange.drop();

        expect(await lost(({ message }) => message.includes('503'))).toMatchObject({
          _tag: 'TransportError',
        });
        refusing.unsubscribe();
        await isBack();
      },

      mute: async () => {
        const { client, exchange, isBack, lost } = await start({ keepAlive: { interval: 50, timeout: 100 } });
        const muted = exchange.begin({ does: 'mute' });

        expect(await outcome(request$(client, GetInstruments, {}))).toMatchObject({
          _tag: 'ConnectionLost',
          sent: true,
        });
        expect(await lost()).toMatchObject({
          _tag: 'TransportError',
          message: expect.stringContaining('The link is dead') as unknown,
        });
        muted.unsubscribe();
        await isBack();
      },

      withhold: async () => {
        const { client, exchange } = await start();
        const withheld = exchange.begin({ does: 'withhold', name: 'Ping' });
        const settled: string[] = [];
        const ask = async (name: string, asked$: Observable<unknown>): Promise<unknown> => {
          const value = await outcome(asked$);
          settled.push(name);
          return value;
        };
        const ping = ask('Ping', request$(client, Ping, {}));
        await ask('GetInstruments', request$(client, GetInstruments, {}));
        withheld.unsubscribe();

        expect(await ping).toEqual(pong);
        expect(settled).toEqual(['GetInstruments', 'Ping']);
      },

      reorder: async () => {
        const { client, exchange, namesUntil } = await start();
        subscribe$(client, SubscribeOrderStateEvents, { AccountId: 7, ...running }).subscribe();
        await namesUntil('SubscribeOrderStateEvents');
        const reordering = exchange.begin({ does: 'reorder' });
        const answers = Promise.all([
          outcome(request$(client, GetInstruments, {})),
          outcome(request$(client, Ping, {})),
          outcome(request$(client, SendOrder, order)),
        ]);
        // Its event is not held back, and the exchange has all three then.
        await namesUntil('OrderStateEvent');
        reordering.unsubscribe();
        const [instruments, answer] = await answers;

        expect(answer).toEqual(pong);
        expect(instruments).toContainEqual(expect.objectContaining({ Symbol: 'BTCUSDT' }));
        const names = await namesUntil('GetInstruments');
        expect(names.slice(-3)).toEqual(['SendOrder', 'Ping', 'GetInstruments']);
      },

      delay: async () => {
        const { client, play, namesUntil } = await start();
        subscribe$(client, SubscribeOrderStateEvents, { AccountId: 7, ...running }).subscribe();
        await namesUntil('SubscribeOrderStateEvents');
        play({ does: 'delay', by: 40, lasts: 60_000 });

        expect(await outcome(request$(client, SendOrder, order))).toMatchObject({ status: 'Accepted' });
        expect((await namesUntil('SendOrder')).slice(-2)).toEqual(['OrderStateEvent', 'SendOrder']);
      },

      duplicate: async () => {
        const { client, play, reported } = await start();
        play({ does: 'duplicate', lasts: 60_000 });

        expect(await outcome(request$(client, Ping, {}))).toEqual(pong);
        expect(await reported(({ _tag }) => _tag === 'FrameError')).toMatchObject({
          message: expect.stringContaining('Ping') as unknown,
        });
      },

      eventFirst: async () => {
        const { client, exchange, play, namesUntil } = await start();
        exchange.market.sendOrder(limitOrder(0, '100.00', '0.5', 8));
        play({ does: 'eventFirst', lasts: 60_000 });
        const first = await firstValueFrom(subscribe$(client, SubscribeLevel2, running));

        expect([first._tag, first.payload.length]).toEqual(['Snapshot', 1]);
        const names = await namesUntil('SubscribeLevel2');
        expect(names.slice(0, 1 + names.indexOf('SubscribeLevel2')).slice(-2)).toEqual([
          'Level2UpdateEvent',
          'SubscribeLevel2',
        ]);
      },

      drip: async () => {
        const { client, play } = await start();
        play({ does: 'drip', every: 150, lasts: 60_000 });
        const pings = Array.from({ length: 6 }, (_, index) =>
          outcome(request$(client, Ping, {}, index < 5 ? {} : { timeout: 400 })),
        );

        expect(await pings[0]).toEqual(pong);
        expect(await pings[5]).toMatchObject({ _tag: 'RequestTimeout', sent: true });
      },

      logOut: async () => {
        const { play, isBack, lost } = await start();
        play({ does: 'logOut' });

        expect(await lost()).toMatchObject({ _tag: 'AuthenticationFailed', reason: 'ended' });
        await isBack();
      },

      secondLogin: async () => {
        const { play, isBack, lost } = await start();
        play({ does: 'secondLogin', userId: trader.userId });

        expect(await lost()).toMatchObject({ _tag: 'AuthenticationFailed', reason: 'ended' });
        await isBack();
      },

      malformedFrame: async () => {
        const { client, play, reported } = await start();
        play({ does: 'malformedFrame', text: '{"m":3,"i":' });

        expect(await reported(() => true)).toMatchObject({
          _tag: 'FrameError',
          message: expect.stringContaining('{"m":3,"i":') as unknown,
        });
        expect(await outcome(request$(client, Ping, {}))).toEqual(pong);
      },

      malformedPayload: async () => {
        const { client, exchange, play, reported } = await start();
        const messages: string[] = [];
        const updated = new Promise<void>((resolve) => {
          subscribe$(client, SubscribeLevel1, running).subscribe(({ _tag, payload }) => {
            messages.push(_tag);
            if (payload.BestBid === 100) resolve();
          });
        });
        await outcome(request$(client, Ping, {}));
        play({ does: 'malformedPayload', name: 'Level1UpdateEvent', payload: '{"OMSId":1,"Instru' });

        expect(await reported(() => true)).toMatchObject({
          _tag: 'DecodeError',
          message: expect.stringContaining('Level1UpdateEvent') as unknown,
        });
        exchange.market.sendOrder(limitOrder(0, '100.00', '0.5', 8));
        await updated;
        expect(messages[0]).toBe('Snapshot');
      },

      unknownEvent: async () => {
        const { client, play, reported } = await start();
        play({ does: 'unknownEvent', name: 'NobodyKnowsEvent' });

        expect(await reported(() => true)).toMatchObject({
          _tag: 'FrameError',
          message: expect.stringContaining('NobodyKnowsEvent') as unknown,
        });
        expect(await outcome(request$(client, Ping, {}))).toEqual(pong);
      },

      oversizeFrame: async () => {
        const { play, reported, lost, isBack } = await start({ maxPayload: 10_000 });
        play({ does: 'oversizeFrame', size: 9_000 });
        const { message } = await reported(({ _tag }) => _tag === 'FrameError');
        expect(message.length).toBeLessThan(500);
        play({ does: 'oversizeFrame', size: 10_000 });

        expect(await lost()).toMatchObject({
          _tag: 'TransportError',
          message: expect.stringContaining('maxPayload') as unknown,
        });
        await isBack();
      },

      late: async () => {
        const { exchange, client, play } = await start();
        play({ does: 'late', name: 'SendOrder', by: 300, lasts: 60_000 });
        const answer = outcome(request$(client, SendOrder, order));
        expect(await outcome(request$(client, Ping, {}))).toEqual(pong);
        expect(exchange.orderCount(7)).toBe(0);

        expect(await answer).toMatchObject({ status: 'Accepted' });
        expect(exchange.orderCount(7)).toBe(1);
      },

      swallow: async () => {
        const { exchange, client, play } = await start();
        play({ does: 'swallow', name: 'SendOrder', lasts: 60_000 });

        expect(await outcome(request$(client, SendOrder, order, { timeout: 50 }))).toMatchObject({
          _tag: 'RequestTimeout',
          sent: true,
        });
        expect(exchange.orderCount(7)).toBe(0);
      },

      lose: async () => {
        const { client, play, namesUntil } = await start();
        subscribe$(client, SubscribeAccountEvents, { AccountId: 7 }).subscribe();
        await namesUntil('SubscribeAccountEvents');
        play({ does: 'lose', event: 'OrderStateEvent', lasts: 60_000 });
        await outcome(request$(client, SendOrder, order));

        expect(await namesUntil('AccountPositionEvent')).not.toContain('OrderStateEvent');
      },

      repeat: async () => {
        const { client, play, namesUntil } = await start();
        subscribe$(client, SubscribeOrderStateEvents, { AccountId: 7 }).subscribe();
        await namesUntil('SubscribeOrderStateEvents');
        play({ does: 'repeat', event: 'OrderStateEvent', lasts: 60_000 });
        await outcome(request$(client, SendOrder, order));
        await outcome(request$(client, Ping, {}));
        const names = await namesUntil('Ping');

        expect(names.filter((name) => name === 'OrderStateEvent')).toHaveLength(2);
      },

      swapFills: async () => {
        const { exchange, client, play, namesUntil } = await start();
        subscribe$(client, SubscribeAccountEvents, { AccountId: 7 }).subscribe();
        await namesUntil('SubscribeAccountEvents');
        play({ does: 'swapFills', lasts: 60_000 });
        exchange.market.sendOrder(limitOrder(1, '90.00', '0.5', 8));
        await outcome(request$(client, SendOrder, order));
        const names = await namesUntil('AccountPositionEvent');

        expect(names.indexOf('OrderTradeEvent')).toBeLessThan(names.lastIndexOf('OrderStateEvent'));
      },

      historyLag: async () => {
        const { client, play } = await start();
        await outcome(request$(client, SendOrder, order));
        play({ does: 'historyLag', by: 60_000, lasts: 60_000 });

        expect(await outcome(request$(client, GetOpenOrders, { AccountId: 7 }))).toEqual([]);
      },

      noClientOrderId: async () => {
        const { exchange, client, play } = await start();
        const trade = firstValueFrom(
          subscribe$(client, SubscribeAccountEvents, { AccountId: 7 }).pipe(
            filter(({ _tag }) => _tag === 'OrderTradeEvent'),
          ),
        );
        await outcome(request$(client, Ping, {}));
        play({ does: 'noClientOrderId', lasts: 60_000 });
        exchange.market.sendOrder(limitOrder(1, '90.00', '0.5', 8));
        await outcome(request$(client, SendOrder, { ...order, ClientOrderId: 77 }));

        expect(await trade).toMatchObject({ payload: { ClientOrderId: 0 } });
      },

      slowTicks: async () => {
        const { client, play } = await start();
        play({ does: 'slowTicks', lasts: 60_000 });
        for (const LimitPrice of ['90.00', '91.00']) {
          await outcome(request$(client, SendOrder, { ...order, LimitPrice }));
        }
        const open = await firstValueFrom(request$(client, GetOpenOrders, { AccountId: 7 }));

        expect(open).toHaveLength(2);
        expect(new Set(open.map(({ LastUpdatedTimeTicks }) => LastUpdatedTimeTicks)).size).toBe(1);
      },

      ghost: async () => {
        const { exchange, client, play, namesUntil } = await start();
        subscribe$(client, SubscribeLevel2, { ...running, Depth: 10 }).subscribe();
        await namesUntil('SubscribeLevel2');
        await outcome(request$(client, SendOrder, order));
        await namesUntil('Level2UpdateEvent');
        play({ does: 'ghost', levels: 1, lasts: 60_000 });
        exchange.market.cancelAllOrders({ accountIds: [7] });
        await outcome(request$(client, Ping, {}));
        const names = await namesUntil('Ping');

        expect(names.filter((name) => name === 'Level2UpdateEvent')).toHaveLength(1);
        expect(exchange.book(1)).toEqual({ bids: [], asks: [] });
      },

      crossed: async () => {
        const { exchange, client, play, namesUntil } = await start();
        exchange.market.sendOrder(limitOrder(1, '90.00', '0.5', 8));
        subscribe$(client, SubscribeLevel2, { ...running, Depth: 10 }).subscribe();
        await outcome(request$(client, Ping, {}));
        const before = (await namesUntil('SubscribeLevel2')).length;
        play({ does: 'crossed', lasts: 60_000 });
        await outcome(request$(client, Ping, {}));

        expect((await namesUntil('Ping')).slice(before)).toContain('Level2UpdateEvent');
        expect(exchange.book(1).bids).toEqual([]);
      },

      idReuse: async () => {
        const { client, play } = await start();
        play({ does: 'idReuse', lasts: 60_000 });
        for (const LimitPrice of ['90.00', '91.00']) {
          expect(
            await outcome(request$(client, SendOrder, { ...order, LimitPrice, ClientOrderId: 5 })),
          ).toMatchObject({ status: 'Accepted' });
        }
      },
    };

    it.each(Object.entries(shows))('%s', (_does, show) => show());
  },
);
