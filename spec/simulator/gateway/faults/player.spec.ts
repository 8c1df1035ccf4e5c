import { asyncScheduler } from 'rxjs';
import { TransportError } from '../../../../src/errors.ts';
import { MessageType } from '../../../../src/frame.ts';
import { createExchange, demoUsers, type Exchange, type Fault } from '../../../../src/simulator/index.ts';
import { marbles } from '../../../support/marbles.ts';
import { type Call, dial, dialAs, limitOrder, signed } from '../../support/dial.ts';

const [trader, partner] = demoUsers;
const one = { OMSId: 1, InstrumentId: 1 };
const book = { ...one, Depth: 10 };
const own = { OMSId: 1, AccountId: 7 };
const dropped = ['silent', new TransportError('The exchange dropped the connection', { code: 1006 })];
const pong = { msg: 'PONG' };

/** One fault of every kind: a kind that is new does not compile without a line here. */
const ofEachKind: Readonly<Record<Fault['does'], Fault>> = {
  refuse: { does: 'refuse', lasts: 20 },
  mute: { does: 'mute', lasts: 20 },
  withhold: { does: 'withhold', lasts: 20 },
  reorder: { does: 'reorder', lasts: 20 },
  delay: { does: 'delay', by: 5, lasts: 20 },
  duplicate: { does: 'duplicate', lasts: 20 },
  eventFirst: { does: 'eventFirst', lasts: 20 },
  drip: { does: 'drip', every: 5, lasts: 20 },
  late: { does: 'late', by: 5, lasts: 20 },
  swallow: { does: 'swallow', lasts: 20 },
  lose: { does: 'lose', event: 'Level2UpdateEvent', lasts: 20 },
  repeat: { does: 'repeat', event: 'Level2UpdateEvent', lasts: 20 },
  swapFills: { does: 'swapFills', lasts: 20 },
  historyLag: { does: 'historyLag', by: 5, lasts: 20 },
  noClientOrderId: { does: 'noClientOrderId', lasts: 20 },
  slowTicks: { does: 'slowTicks', lasts: 20 },
  ghost: { does: 'ghost', levels: 2, lasts: 20 },
  crossed: { does: 'crossed', lasts: 20 },
  idReuse: { does: 'idReuse', lasts: 20 },
  drop: { does: 'drop' },
  logOut: { does: 'logOut' },
  secondLogin: { does: 'secondLogin', userId: 64 },
  malformedFrame: { does: 'malformedFrame', text: 'garbage' },
  malformedPayload: { does: 'malformedPayload', name: 'Level2UpdateEvent', payload: '[[' },
  unknownEvent: { does: 'unknownEvent', name: 'NobodyKnowsEvent' },
  oversizeFrame: { does: 'oversizeFrame', size: 1_000 },
};

interface Scene {
  readonly exchange: Exchange;
  readonly call: Call;
  readonly at: (time: number, act: () => void) => void;
}

/** Plays these faults, for a second, to who is logged in. */
const play = (faults: readonly Fault[], scene: (scene: Scene) => void): void => {
  marbles(({ flush }) => {
    const exchange = createExchange();
    const call = dialAs(exchange, trader);
    exchange.play({ lasts: 1_000, faults });
    scene({ exchange, call, at: (time, act) => void asyncScheduler.schedule(act, time) });
    flush();
    exchange.close();
  });
};

describe('a script of faults', () => {
  it('drops every connection at a time', () => {
    play([{ after: 10, does: 'drop' }], ({ call, exchange, at }) => {
      at(9, () => expect(call.ends).toEqual([]));
      at(11, () => {
        expect(call.ends).toEqual(dropped);
        expect(dial(exchange).ask('Ping')).toEqual(pong);
      });
    });
  });

  it('drops at the third frame, which is not acted on', () => {
    play([{ on: { frame: 3 }, does: 'drop' }], ({ call, exchange, at }) => {
      at(1, () => {
        call.ask('Ping');
        call.ask('Ping');
        call.send('SendOrder', limitOrder(0, '100.00', '1'));
        expect(call.ends).toEqual(dropped);
        expect(exchange.market.openOrders(7)).toMatchObject({ right: [] });
      });
    });
  });

  it('drops inside a login, and between an order and its reply', () => {
    play(
      [
        { on: { frame: 1, name: 'authenticateuser', when: 'carriedOut' }, does: 'drop' },
        { on: { frame: 1, name: 'SendOrder', when: 'carriedOut' }, does: 'drop' },
      ],
      ({ call, exchange, at }) => {
        at(1, () => {
          call.ask('Ping');
          expect(call.ask('AuthenticateUser', signed(trader))).toBeUndefined();
          expect(call.ends).toEqual(dropped);
          const again = dialAs(exchange, trader);
          expect(again.ask('SendOrder', limitOrder(0, '100.00', '1'))).toBeUndefined();
          expect(again.ends).toEqual(dropped);
          expect(exchange.market.openOrders(7)).toMatchObject({ right: [{ OrderState: 'Working' }] });
        });
      },
    );
  });

  it('refuses connections for a while', () => {
    play([{ after: 10, does: 'refuse', lasts: 20 }], ({ exchange, at }) => {
      at(11, () => expect(dial(exchange).ends).toHaveLength(1));
      at(31, () => expect(dial(exchange).ask('Ping')).toEqual(pong));
    });
  });

  it('goes half-open, and loses the links in the end on which something was missed', () => {
    play([{ after: 10, does: 'mute', lasts: 20 }], ({ call, exchange, at }) => {
      const quiet = dial(exchange);
      at(11, () => {
        expect(exchange.isMuted).toBe(true);
        call.send('Ping');
      });
      at(29, () => expect([call.frames.length, call.ends, quiet.ends]).toEqual([1, [], []]));
      at(31, () => {
        expect([call.ends, quiet.ends]).toEqual([dropped, []]);
        expect(quiet.ask('Ping')).toEqual(pong);
      });
    });
  });

  const order = (faults: readonly Fault[]): readonly string[] => {
    const names: string[] = [];
    play(faults, ({ call, exchange, at }) => {
      call.ask('SubscribeLevel2', book);
      const before = call.frames.length;
      at(11, () => {
        call.send('Ping');
        call.send('GetLevel1', one);
      });
      at(12, () => {
        call.send('GetInstruments', { OMSId: 1 });
        exchange.market.sendOrder(limitOrder(0, '100.00', '1', 8));
      });
      at(500, () => names.push(...call.frames.slice(before).map(({ name }) => name)));
    });
    return names;
  };
  const [level2, ping, level1, instruments] = ['Level2UpdateEvent', 'Ping', 'GetLevel1', 'GetInstruments'];

  it.each<readonly [what: string, fault: Fault, names: readonly (string | undefined)[]]>([
    ['nothing', { after: 900, does: 'drop' }, [ping, level1, instruments, level2]],
    ['delays replies', { after: 10, does: 'delay', by: 7, lasts: 9 }, [level2, ping, level1, instruments]],
    ['withholds replies', { after: 10, does: 'withhold', lasts: 9 }, [level2, ping, level1, instruments]],
    [
      'withholds the replies to one function',
      { after: 10, does: 'withhold', name: 'ping', lasts: 9 },
      [level1, instruments, level2, ping],
    ],
    ['reorders replies', { after: 10, does: 'reorder', lasts: 9 }, [level2, instruments, level1, ping]],
    [
      'duplicates replies',
      { after: 10, does: 'duplicate', lasts: 9 },
      [ping, ping, level1, level1, instruments, instruments, level2],
    ],
    ['drips', { after: 10, does: 'drip', every: 50, lasts: 300 }, [ping, level1, instruments, level2]],
  ])('that says so %s', (_what, fault, names) => {
    expect(order([fault])).toEqual(names);
  });

  it('hands over one message after another where it drips, and the rest when that is over', () => {
    play([{ does: 'drip', every: 50, lasts: 100 }], ({ call, at }) => {
      const heard = (): number => call.frames.length - 1;
      at(1, () => {
        for (let n = 0; n < 10; n += 1) call.send('Ping');
      });
      at(49, () => expect(heard()).toBe(0));
      at(51, () => expect(heard()).toBe(1));
      at(102, () => expect(heard()).toBe(10));
    });
  });

  it('sends an event before its snapshot', () => {
    play([{ does: 'eventFirst', lasts: 100 }], ({ call, exchange, at }) => {
      exchange.market.sendOrder(limitOrder(0, '100.00', '1', 8));
      at(1, () => {
        call.send('SubscribeLevel2', book);
        expect(call.frames.slice(1).map(({ name }) => name)).toEqual([
          'Level2UpdateEvent',
          'SubscribeLevel2',
        ]);
      });
    });
  });

  it('says what is no frame, no payload, known to nobody, or oversize', () => {
    const texts: string[] = [];
    play(
      [
        { after: 1, does: 'malformedFrame', text: '{"m":3,' },
        { after: 1, does: 'malformedPayload', name: 'Level1UpdateEvent', payload: '{"OMS' },
        { after: 1, does: 'unknownEvent', name: 'NobodyKnowsEvent' },
        { after: 1, does: 'oversizeFrame', size: 10_000 },
      ],
      ({ call }) => void call.wire.message$.subscribe((text) => texts.push(String(text))),
    );

    expect(texts.slice(0, 3)).toEqual([
      '{"m":3,',
      '{"m":3,"i":2,"n":"Level1UpdateEvent","o":"{\\"OMS"}',
      '{"m":3,"i":2,"n":"NobodyKnowsEvent","o":"{}"}',
    ]);
    expect(texts[3]?.length).toBeGreaterThan(10_000);
  });

  it('ends the login of everybody, or of one user', () => {
    const logoutsAfter = (fault: Fault): readonly number[] => {
      const counts: number[] = [];
      play([{ after: 10, ...fault }], ({ call, exchange, at }) => {
        const other = dial(exchange);
        other.ask('AuthenticateUser', signed(partner));
        at(11, () => counts.push(...[call, other].map(({ events }) => events('LogoutEvent').length)));
        at(12, () => expect(call.ask('GetAccountPositions', own)).toBe('Endpoint Not Found'));
      });
      return counts;
    };

    expect(logoutsAfter({ does: 'logOut' })).toEqual([1, 1]);
    expect(logoutsAfter({ does: 'logOut', userId: trader.userId })).toEqual([1, 0]);
    expect(logoutsAfter({ does: 'secondLogin', userId: trader.userId })).toEqual([1, 0]);
  });

  it('is over when it says so: what is wrong is right again, what was awaited never happens', () => {
    marbles(({ flush }) => {
      const exchange = createExchange({
        faults: {
          lasts: 50,
          faults: [
            { does: 'withhold', lasts: 10_000 },
            { does: 'refuse', after: 10, lasts: 10_000 },
            { does: 'drop', on: { frame: 5 } },
          ],
        },
      });
      const call = dial(exchange);
      asyncScheduler.schedule(() => call.send('Ping'), 1);
      asyncScheduler.schedule(() => expect(call.frames).toEqual([]), 49);
      asyncScheduler.schedule(() => {
        expect(call.frames).toMatchObject([{ type: MessageType.Reply, name: 'Ping' }]);
        for (let n = 0; n < 10; n += 1) expect(call.ask('Ping')).toEqual(pong);
        expect(exchange.admit()).toBe(true);
      }, 51);
      flush();
      expect(asyncScheduler.now()).toBe(51);
    });
  });

  it.each(Object.entries(ofEachKind))('leaves nothing wrong behind it: %s', (_kind, fault) => {
    marbles(({ flush }) => {
      const exchange = createExchange({ faults: { lasts: 100, faults: [{ after: 10, ...fault }] } });
      const before = dialAs(exchange, trader);
      asyncScheduler.schedule(() => before.send('Ping'), 11);
      asyncScheduler.schedule(() => {
        const after = dialAs(exchange, trader);
        const subscribed = after.send('SubscribeLevel2', book);
        expect(after.answerTo(subscribed)).toMatchObject({ payload: '[]' });
        exchange.market.sendOrder(limitOrder(0, '100.00', '1'));
        expect([after.ask('Ping'), after.events('Level2UpdateEvent').length]).toEqual([pong, 1]);
      }, 101);
      flush();
      expect(asyncScheduler.now()).toBe(101);
    });
  });

  it('begins nothing any more where its end lets out a reply that is answered at once', () => {
    marbles(({ flush }) => {
      const exchange = createExchange();
      const ping = '{"m":0,"i":2,"n":"Ping","o":"{}"}';
      let replies = 0;
      exchange.play({
        lasts: 100,
        faults: [
          { does: 'withhold', lasts: 1_000 },
          { after: 50, on: { frame: 1, when: 'carriedOut' }, does: 'withhold', lasts: 1_000 },
        ],
      });
      const connection = exchange.transport('').subscribe((wire) => {
        wire.message$.subscribe(() => {
          replies += 1;
          if (replies < 3) wire.send(ping);
        });
        wire.send(ping);
      });
      asyncScheduler.schedule(() => {
        expect(replies).toBe(3);
        connection.unsubscribe();
      }, 101);
      flush();
      exchange.close();
    });
  });

  it('can be ended early, and ends with the exchange', () => {
    marbles(({ flush }) => {
      const [exchange, other] = [createExchange(), createExchange()];
      const playing = exchange.play({ lasts: 1_000, faults: [{ does: 'refuse', lasts: 1_000 }] });
      other.play({ lasts: 1_000, faults: [{ does: 'refuse', lasts: 1_000 }] });
      asyncScheduler.schedule(() => {
        expect(exchange.admit()).toBe(false);
        playing.unsubscribe();
        expect(exchange.admit()).toBe(true);
        other.close();
      }, 10);
      flush();
      expect(asyncScheduler.now()).toBe(10);
    });
  });
});
