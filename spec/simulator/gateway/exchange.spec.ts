import { timer } from 'rxjs';
import { type Frame, MessageType } from '../../../src/frame.ts';
import { createExchange, demoUsers, type Exchange } from '../../../src/simulator/index.ts';
import { marbles } from '../../support/marbles.ts';
import { type Call, dial, dialAs, limitOrder } from '../support/dial.ts';

const subscribe = { OMSId: 1, InstrumentId: 1, Depth: 10 };

describe('the exchange', () => {
  let exchange: Exchange;
  let call: Call;
  beforeEach(() => {
    exchange = createExchange();
    call = dial(exchange);
  });
  afterEach(() => exchange.close());

  it('shows what it has received, of all connections, up to a bound', () => {
    call.send('Ping');
    dial(exchange).send('GetInstruments', { OMSId: 1 }, MessageType.Subscribe);

    expect(exchange.received).toEqual([
      { type: MessageType.Request, sequence: 2, name: 'Ping', payload: '{}' },
      { type: MessageType.Subscribe, sequence: 2, name: 'GetInstruments', payload: '{"OMSId":1}' },
    ]);
    for (let n = 0; n < 10_000; n += 1) call.wire.send('{"m":0,"i":4,"n":"Ping","o":"{}"}');
    expect(exchange.received).toHaveLength(10_000);
    expect(exchange.received.at(0)).toMatchObject({ sequence: 4 });
  });

  it('pushes frames and texts as they are, to every connection', () => {
    const other = dial(exchange);
    const frame = { type: MessageType.Event, sequence: 7, name: 'Made up', payload: '{"a":' };
    const texts: unknown[] = [];
    other.wire.message$.subscribe((text) => texts.push(text));
    exchange.push(frame);
    exchange.push('no frame');

    expect(call.frames).toEqual([frame]);
    expect(call.ends).toHaveLength(1);
    expect(texts).toEqual(['{"m":3,"i":7,"n":"Made up","o":"{\\"a\\":"}', 'no frame']);
  });

  it('goes mute: nothing is sent, nothing is heard, the socket stays', () => {
    call.ask('SubscribeLevel2', subscribe);
    exchange.mute();
    const before = call.frames.length;
    call.send('Ping');
    exchange.market.sendOrder(limitOrder(0, '100.00', '1'));
    exchange.push('{"m":3,"i":2,"n":"Unheard","o":"{}"}');

    expect(call.frames).toHaveLength(before);
    expect(call.ends).toEqual([]);
    expect(exchange.received.map(({ name }) => name)).toEqual(['SubscribeLevel2']);
    expect(exchange.isMuted).toBe(true);

    exchange.unmute();
    expect(call.frames).toHaveLength(before);
    expect(call.ask('Ping')).toEqual({ msg: 'PONG' });
    exchange.market.sendOrder(limitOrder(0, '101.00', '1'));
    expect(call.events('Level2UpdateEvent')).toHaveLength(1);
  });

  it('withholds the replies to one function, so that others overtake them', () => {
    exchange.withhold('Ping');
    const held = [call.send('pinG'), call.send('Ping')];
    const other = call.send('GetInstruments', { OMSId: 1 });
    expect(call.frames.map(({ sequence }) => sequence)).toEqual([other]);

    exchange.release();
    expect(call.frames.map(({ sequence }) => sequence)).toEqual([other, ...held]);
    expect(call.ask('Ping')).toEqual({ msg: 'PONG' });
  });

  it('withholds all replies while events go on', () => {
    call.ask('SubscribeLevel2', subscribe);
    exchange.withhold();
    const held = call.send('Ping');
    exchange.market.sendOrder(limitOrder(0, '100.00', '1'));

    expect(call.events('Level2UpdateEvent')).toHaveLength(1);
    expect(call.answerTo(held)).toBeUndefined();
    exchange.drop();
    exchange.release();
    expect(call.answerTo(held)).toBeUndefined();
  });

  it('does what a client does on hearing of a trade after all have heard of it', () => {
    const watcher = dialAs(exchange, demoUsers[0]);
    watcher.ask('SubscribeTrades', { OMSId: 1, InstrumentId: 1, IncludeLastCount: 0 });
    watcher.ask('SubscribeAccountEvents', { OMSId: 1, AccountId: 7 });
    let reaction = 0;
    watcher.wire.message$.subscribe((text) => {
      if (String(text).includes('TradeDataUpdateEvent') && reaction === 0) {
        reaction = watcher.send('SendOrder', limitOrder(0, '50.00', '1'));
      }
    });
    exchange.market.sendOrder(limitOrder(1, '100.00', '1', 8));
    watcher.send('SendOrder', limitOrder(0, '100.00', '1'));

    expect(watcher.answerTo(reaction)?.payload).toContain('"Accepted"');
    const states = watcher.events('OrderStateEvent') as readonly { OrderId: number; OrderState: string }[];
    expect(states.map(({ OrderState }) => OrderState)).toEqual(['Working', 'FullyExecuted', 'Working']);
  });

  it('opens the accounts of users that were given without', () => {
    exchange.close();
    const [user] = demoUsers;
    exchange = createExchange({ users: [{ ...user, userId: 500, accounts: [70, 71] }] });
    call = dialAs(exchange, { ...user, userId: 500 });

    expect(call.ask('GetUserAccounts', { OMSId: 1 })).toEqual([70, 71]);
    expect(call.ask('SendOrder', limitOrder(0, '100.00', '1', 71))).toMatchObject({ status: 'Accepted' });
    expect(call.ask('GetOpenOrders', { OMSId: 1, AccountId: 71 })).toMatchObject([{ EnteredBy: 500 }]);
  });

  it('lets an operator act for every account', () => {
    exchange.close();
    const operator = { ...demoUsers[0], permissions: ['Operator'] as const };
    exchange = createExchange({ users: [operator] });
    call = dialAs(exchange, operator);

    expect(call.ask('GetOpenOrders', { OMSId: 1, AccountId: 9 })).toEqual([]);
    expect(call.ask('SendOrder', limitOrder(0, '100.00', '1', 8))).toMatchObject({ status: 'Accepted' });
  });

  describe('with a crowd', () => {
    /** All that one connection hears of three books in two seconds. */
    const twoSeconds = (seed: number): readonly Frame[] => {
      const calls: Call[] = [];
      marbles(({ flush }) => {
        const busy = dial(createExchange({ crowd: 100, seed, startTime: 1_700_000_000_000 }));
        for (const InstrumentId of [1, 2, 3]) busy.send('SubscribeLevel2', { ...subscribe, InstrumentId });
        timer(2_000).subscribe(() => busy.subscription.unsubscribe());
        flush();
        calls.push(busy);
      });
      return calls.flatMap(({ frames }) => frames);
    };

    it('has books from the start, and moves them while somebody is there', () => {
      const heard = twoSeconds(1);

      for (const { payload } of heard.slice(0, 3)) expect(payload).toMatch(/^\[\[/);
      expect(heard.length).toBeGreaterThan(20);
    });

    it('trades the instruments that are wanted, and no others', () => {
      marbles(() => {
        const exchange = createExchange({ crowd: 100, crowdInstruments: [2] });
        expect([1, 2, 3].map((id) => exchange.book(id).bids.length > 0)).toEqual([false, true, false]);
        exchange.close();
      });
    });

    it('trades while nobody is there only where it is kept at it, and no longer than the exchange', () => {
      const tradesAfter = (keep: (exchange: Exchange) => void): number => {
        const counts: number[] = [];
        marbles(({ flush }) => {
          const exchange = createExchange({ crowd: 100 });
          const count = (): number => exchange.executions(901).length;
          const before = count();
          keep(exchange);
          timer(2_000).subscribe(() => {
            counts.push(count() - before);
            exchange.close();
          });
          flush();
        });
        return counts[0] ?? 0;
      };

      expect(tradesAfter(() => undefined)).toBe(0);
      expect(tradesAfter((exchange) => exchange.keepTrading())).toBeGreaterThan(0);
      expect(tradesAfter((exchange) => exchange.keepTrading().unsubscribe())).toBe(0);
    });

    it('does the same for the same seed, and something else for another', () => {
      const first = twoSeconds(1);

      expect(twoSeconds(1)).toEqual(first);
      expect(twoSeconds(2)).not.toEqual(first);
    });
  });
});
