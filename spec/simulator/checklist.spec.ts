import { asyncScheduler } from 'rxjs';
import { TransportError } from '../../src/errors.ts';
import { MessageType } from '../../src/frame.ts';
import {
  demoUsers,
  type EventNumbering,
  type Exchange,
  type ExchangeOptions,
  type Fault,
} from '../../src/simulator/index.ts';
import { marbles } from '../support/marbles.ts';
import { type Call, dial, dialAs, limitOrder, refusal, signed } from './support/dial.ts';
import { bid, isDropped, openings, type Rows, tradeAt } from './support/openings.ts';

const [trader, partner] = demoUsers;
const one = { OMSId: 1, InstrumentId: 1 };
const own = { OMSId: 1, AccountId: 7 };
const book = { ...one, Depth: 10 };
const ticker = { ...one, Interval: 60, IncludeLastCount: 5 };
const notFound = 'Endpoint Not Found';
const pong = { msg: 'PONG' };
const refused = { Authenticated: false, Locked: false, errormsg: 'Invalid username or password' };

const { open } = openings();

/** The text of the reply to a call. */
const textOf = (call: Call, name: string, payload: object): string =>
  String(call.answerTo(call.send(name, payload))?.payload);
const numbersOf = (call: Call): readonly number[] =>
  call.frames.filter(({ type }) => type === MessageType.Event).map(({ sequence }) => sequence);

describe('the checklist of a simulated gateway', () => {
  it.each(['garbage', '', '[]', 'null', '7', '{"m":0,"i":2}', '{"m":0,"i":2,"n":7,"o":"{}"}'])(
    '1. accepts text frames; what is no JSON, or has no n, it ignores in silence: %s',
    (text) => {
      const call = dial(open());
      call.wire.send(text);
      expect([call.frames, call.ends]).toEqual([[], []]);
      expect(call.ask('Ping')).toEqual(pong);
    },
  );

  it.each<readonly [mode: EventNumbering, numbers: readonly number[]]>([
    ['countOn', [8, 10, 12]],
    ['echo', [6, 6, 6]],
    ['adversarial', [10, 10, 10]],
    ['odd', [1, 3, 5]],
  ])('2. counts the events of a socket: %s', (events, numbers) => {
    const exchange = open({ events });
    const call = dialAs(exchange, trader);
    call.ask('Ping');
    call.ask('SubscribeLevel2', book);
    call.ask('Ping');
    exchange.withhold();
    call.send('Ping');
    ['100.00', '101.00', '102.00'].forEach((price) => bid(exchange, price));
    expect(numbersOf(call)).toEqual(numbers);
  });

  it("3. echoes i and the caller's spelling of n; matches names and keys without regard to case, or strictly", () => {
    const spelled = (options: ExchangeOptions): unknown => {
      const call = dial(open(options));
      call.wire.send(
        '{"m":0,"i":77,"n":"subscribeLEVEL2","o":"{\\"omsid\\":1,\\"instrumentID\\":1,\\"depth\\":1}"}',
      );
      return call.frames[0];
    };
    const echoed = { sequence: 77, name: 'subscribeLEVEL2' };
    expect(spelled({})).toEqual({ ...echoed, type: MessageType.Reply, payload: '[]' });
    expect(spelled({ strictNames: true })).toEqual({ ...echoed, type: MessageType.Error, payload: notFound });
    expect(spelled({ strictKeys: true })).toMatchObject({
      ...echoed,
      payload: expect.stringContaining('"errorcode":100') as unknown,
    });
  });

  it('4. answers an unknown name, and a private call before login, with Endpoint Not Found, or the latter with code 20', () => {
    const frameOf = (call: Call, name: string): unknown => call.answerTo(call.send(name, own));
    const error = { type: MessageType.Error, payload: notFound };
    const [call, strict] = [dial(open()), dial(open({ unauthenticated: 'notAuthorized' }))];
    expect(frameOf(call, 'NoSuchThing')).toMatchObject(error);
    expect(frameOf(call, 'GetOpenOrders')).toMatchObject(error);
    expect(frameOf(strict, 'NoSuchThing')).toMatchObject(error);
    expect(strict.ask('GetOpenOrders', own)).toEqual(refusal(20, 'Not Authorized', null));
  });

  it('5. has the errors that were measured, 909 for a duplicate by id or by symbol among them', () => {
    const call = dial(open());
    const unknown = refusal(104, 'Resource Not Found', 'Instrument not Found');
    for (const wrong of [{ Symbol: 'NOPE' }, { InstrumentId: 99 }, { InstrumentId: 1, OMSId: 2 }]) {
      expect(call.ask('SubscribeLevel2', { OMSId: 1, Depth: 5, ...wrong })).toEqual(unknown);
    }
    expect(call.ask('SubscribeLevel2', one)).toEqual(
      refusal(100, 'Invalid Request', 'OMSId, InstrumentId (or Symbol) and Depth are required fields'),
    );
    expect(call.ask('SubscribeLevel2', book)).toEqual([]);
    for (const again of [book, { OMSId: 1, Symbol: 'BTCUSDT', Depth: 10 }]) {
      expect(call.ask('SubscribeLevel2', again)).toEqual(
        refusal(909, 'Already Subscribed.', JSON.stringify(again)),
      );
    }
    expect(call.ask('SubscribeLevel2', { OMSId: 1, InstrumentId: 5, Depth: 10 })).toEqual([]);
  });

  it.each([
    [false, ['SubscribeLevel2', 'Level2UpdateEvent']],
    [true, ['Level2UpdateEvent', 'SubscribeLevel2', 'Level2UpdateEvent']],
  ] as const)(
    '6. gives the snapshot as the reply, then events; an event before it: %s',
    (eventBeforeReply, names) => {
      const exchange = open({ eventBeforeReply });
      bid(exchange, '100.00');
      const call = dial(exchange);
      call.send('SubscribeLevel2', book);
      bid(exchange, '101.00');
      expect(call.frames.map(({ name }) => name)).toEqual(names);
    },
  );

  describe('7. Level 2', () => {
    /** The frames of a book that a crowd works on. */
    const framesOfCrowd = (options: ExchangeOptions = {}): readonly Rows[] => {
      const told: Rows[] = [];
      marbles(({ flush }) => {
        const exchange = open({ crowd: 100, ...options });
        const call = dial(exchange);
        call.send('SubscribeLevel2', { ...one, Depth: 500 });
        asyncScheduler.schedule(() => {
          told.push(...(call.events('Level2UpdateEvent') as readonly Rows[]));
          exchange.close();
        }, 8_000);
        flush();
      });
      return told;
    };

    it('has one id for a whole snapshot, or numbered rows', () => {
      const idsIn = (options: ExchangeOptions): readonly unknown[] => {
        const exchange = open(options);
        ['100.00', '101.00', '102.00'].forEach((price) => bid(exchange, price));
        return (dial(exchange).ask('SubscribeLevel2', book) as Rows).map(([id]) => id);
      };
      expect(new Set(idsIn({})).size).toBe(1);
      expect(idsIn({ snapshotIds: 'numbered' })).toEqual([1, 2, 3]);
    });

    it('has ids that rise from frame to frame, skip, and lie in no order within one', () => {
      const frames = framesOfCrowd().map((rows) => rows.map(([id = 0]) => id));
      const all = frames.flat();
      frames.slice(1).forEach((ids, index) => {
        expect(Math.min(...ids)).toBeGreaterThan(Math.max(...(frames[index] ?? [])));
      });
      expect(Math.max(...all) - Math.min(...all)).toBeGreaterThan(all.length);
      expect(frames.some((ids) => ids.some((id, index) => id < (ids[index - 1] ?? 0)))).toBe(true);
    });

    it('has unsorted rows, deletes followed by a new row, and two updates of one price, the later being right', () => {
      const frames = framesOfCrowd();
      const pairs = frames.flatMap((rows) =>
        rows.slice(1).flatMap((row, index) => {
          const before = rows[index] ?? [];
          return row[6] === before[6] && row[9] === before[9] ? [`${before[3]}${row[3]}`] : [];
        }),
      );
      const bids = frames.map((rows) => rows.filter((row) => row[9] === 0).map((row) => row[6] ?? 0));
      expect(bids.some((prices) => String(prices) !== String([...prices].sort((a, b) => b - a)))).toBe(true);
      expect([...new Set(pairs)].sort()).toEqual(['11', '20']);
    });

    it('leaves phantoms of a small Depth where it is to', () => {
      const deletesAt = (options: ExchangeOptions): number => {
        const exchange = open(options);
        const call = dial(exchange);
        const { reply } = exchange.market.sendOrder(limitOrder(0, '100.00', '0.5', 8));
        call.send('SubscribeLevel2', { ...one, Depth: 1 });
        bid(exchange, '101.00');
        exchange.market.cancelOrder({ OrderId: (reply as { readonly OrderId: number }).OrderId });
        return (call.events('Level2UpdateEvent') as readonly Rows[]).flat().filter((row) => row[3] === 2)
          .length;
      };
      expect([deletesAt({}), deletesAt({ level2Window: 'phantom' })]).toEqual([1, 0]);
    });

    it('is [] for an empty book, and keeps the zeros at the end of numbers', () => {
      const exchange = open();
      expect(textOf(dial(exchange), 'SubscribeLevel2', book)).toBe('[]');
      bid(exchange, '100.00');
      expect(textOf(dial(exchange), 'SubscribeLevel2', book)).toContain(',100.00,1,0.500000,0]');
    });
  });

  it.each<readonly [what: string, options: ExchangeOptions, trades: RegExp, bars: RegExp]>([
    ['arrays', {}, /^\[\[\d+,1,0\.100000,/, /^\[\[\d+,100\.00,.*,\d+\]\]$/],
    ['objects', { rows: 'object' }, /^\[\{"0":\d+,"1":1,/, /^\[\{"0":\d+,"1":100\.00,.*"9":\d+\}\]$/],
    ['strings for numbers', { tradeNumbers: 'text' }, /^\[\[\d+,1,"0\.100000","100\.00",/, /^\[\[/],
    ['nine columns', { barColumns: 9 }, /^\[\[/, /^\[\[\d+(?:,[\d.]+){8}\]\]$/],
    ['fractional times', { barTimes: 'fractional' }, /^\[\[/, /^\[\[\d+\.25,.*,\d+\.25\]\]$/],
  ])('8. has rows of trades and bars as arrays; an option: %s', (_what, options, trades, bars) => {
    const exchange = open(options);
    tradeAt(exchange, '100.00');
    const call = dial(exchange);
    expect(textOf(call, 'SubscribeTrades', { ...one, IncludeLastCount: 5 })).toMatch(trades);
    expect(textOf(call, 'SubscribeTicker', ticker)).toMatch(bars);
  });

  it('9. verifies the signature of a login, refuses in its own shape, has a second factor, and ends logins by event', () => {
    const exchange = open();
    const call = dial(exchange);
    expect(call.ask('AuthenticateUser', { ...signed(trader), Nonce: '2' })).toEqual(refused);
    expect(call.ask('AuthenticateUser', signed(trader))).toMatchObject({ Authenticated: true });

    const other = dial(exchange);
    const { userName: UserName, password: Password, twoFactorCode: Code } = partner;
    expect(other.ask('AuthenticateUser', { UserName, Password })).toMatchObject({ Requires2FA: true });
    expect(other.ask('GetUserAccounts', { OMSId: 1 })).toBe(notFound);
    expect(other.ask('Authenticate2FA', { Code })).toMatchObject({ Authenticated: true, UserId: 65 });

    exchange.logOut(trader.userId);
    expect(call.frames.at(-1)).toMatchObject({ type: MessageType.Event, name: 'LogoutEvent', payload: '{}' });
  });

  it('10. answers Ping with PONG, unless it has gone mute', () => {
    const exchange = open();
    const call = dial(exchange);
    expect(textOf(call, 'Ping', {})).toBe('{"msg":"PONG"}');
    exchange.mute();
    call.send('Ping');
    expect([call.frames.length, call.ends]).toEqual([1, []]);
  });

  describe('11. faults', () => {
    /** What a call has heard, and how it ended, a second after these went wrong at 10 ms. */
    const after = (faults: readonly Fault[], act: (call: Call, exchange: Exchange) => void): Call => {
      const calls: Call[] = [];
      marbles(({ flush }) => {
        const exchange = open();
        const call = dial(exchange);
        calls.push(call);
        exchange.play({ lasts: 1_000, faults: faults.map((fault) => ({ after: 10, ...fault })) });
        asyncScheduler.schedule(() => act(call, exchange), 11);
        flush();
      });
      const [call] = calls;
      if (call === undefined) throw new Error('Nobody called.');
      return call;
    };
    const names = (call: Call): readonly string[] => call.frames.map(({ name }) => name);
    const two = (call: Call): void => {
      call.send('Ping');
      call.send('GetLevel1', one);
    };

    it('drop the socket with requests pending', () => {
      const call = after([{ does: 'drop', on: { frame: 1, when: 'carriedOut' } }], two);
      expect(names(call)).toEqual([]);
      isDropped(call, 1006);
    });

    it('drop during login', () => {
      const call = after([{ does: 'drop', on: { frame: 1, name: 'AuthenticateUser' } }], (calling) =>
        calling.send('AuthenticateUser', signed(trader)),
      );
      expect(names(call)).toEqual([]);
      isDropped(call, 1006);
    });

    it('refuse connections for a while', () => {
      const ends: unknown[] = [];
      after([{ does: 'refuse', lasts: 50 }], (_call, exchange) => {
        ends.push(dial(exchange).ends);
        asyncScheduler.schedule(() => ends.push(dial(exchange).ends), 60);
      });
      expect(ends).toEqual([[new TransportError('The exchange refused the connection')], []]);
    });

    it.each<readonly [what: string, fault: Fault, heard: readonly string[]]>([
      ['delay', { does: 'delay', by: 40, lasts: 50 }, ['Ping', 'GetLevel1']],
      ['reorder', { does: 'reorder', lasts: 50 }, ['GetLevel1', 'Ping']],
      ['withhold', { does: 'withhold', name: 'Ping', lasts: 50 }, ['GetLevel1', 'Ping']],
      ['duplicate', { does: 'duplicate', lasts: 50 }, ['Ping', 'Ping', 'GetLevel1', 'GetLevel1']],
    ])('%s replies', (_what, fault, heard) => {
      expect(names(after([fault], two))).toEqual(heard);
    });

    it.each<readonly [what: string, fault: Fault, text: RegExp]>([
      ['bad JSON in a frame', { does: 'malformedFrame', text: '{"m":3,' }, /^\{"m":3,$/],
      [
        'bad JSON in o',
        { does: 'malformedPayload', name: 'Level1UpdateEvent', payload: '{"OMS' },
        /"n":"Level1UpdateEvent","o":"\{\\"OMS"\}$/,
      ],
      ['an unknown event name', { does: 'unknownEvent', name: 'NobodyKnows' }, /"n":"NobodyKnows"/],
      ['an oversize frame', { does: 'oversizeFrame', size: 50_000 }, /^.{50000}/],
    ])('send %s', (_what, fault, text) => {
      const texts: string[] = [];
      after([{ ...fault, after: 20 }], (call) =>
        call.wire.message$.subscribe((said) => texts.push(String(said))),
      );
      expect(texts).toEqual([expect.stringMatching(text)]);
    });
  });

  it('12. keeps login and subscriptions with the socket, and lets them die with it', () => {
    const exchange = open();
    const first = dialAs(exchange, trader);
    first.ask('SubscribeLevel2', book);
    exchange.drop();
    const second = dial(exchange);
    bid(exchange, '100.00');
    expect(second.ask('GetUserAccounts', { OMSId: 1 })).toBe(notFound);
    expect([first, second].map((call) => call.events('Level2UpdateEvent'))).toEqual([[], []]);
    expect(second.ask('SubscribeLevel2', book)).toHaveLength(1);
  });
});
