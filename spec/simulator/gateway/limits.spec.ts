import * as fc from 'fast-check';
import { asyncScheduler } from 'rxjs';
import { TransportError } from '../../../src/errors.ts';
import {
  createExchange,
  demoUsers,
  type Exchange,
  type ExchangeOptions,
} from '../../../src/simulator/index.ts';
import { isLongerThan } from '../../../src/simulator/gateway/limits.ts';
import { marbles } from '../../support/marbles.ts';
import { type Call, dial, dialAs, limitOrder, refusal } from '../support/dial.ts';

const dropped = (code: number): unknown => [
  'silent',
  new TransportError('The exchange dropped the connection', { code }),
];
const pong = { msg: 'PONG' };

describe('the limits of an exchange', () => {
  const exchanges: Exchange[] = [];
  const start = (options: ExchangeOptions): Exchange => {
    const exchange = createExchange(options);
    exchanges.push(exchange);
    return exchange;
  };
  afterEach(() => exchanges.splice(0).forEach((exchange) => exchange.close()));
  const ping = (sequence: number, padding = 0): string =>
    `{"m":0,"i":${sequence},"n":"Ping","o":"{}"${' '.repeat(padding)}}`;

  it('let so many connections in, and one more when one has gone', () => {
    const exchange = start({ limits: { connections: 2 } });
    const [first, second, third] = [dial(exchange), dial(exchange), dial(exchange)];

    expect(third.ends).toEqual([new TransportError('The exchange refused the connection')]);
    first.subscription.unsubscribe();
    expect([second.ask('Ping'), dial(exchange).ask('Ping')]).toEqual([pong, pong]);
  });

  it('end the connection of who sends too much at once, and no other', () => {
    const exchange = start({ limits: { frameSize: 100 } });
    const [rude, polite] = [dial(exchange), dial(exchange)];
    rude.wire.send(ping(2, 100 - ping(2).length));
    expect(rude.answerTo(2)).toBeDefined();
    rude.wire.send(ping(4, 101 - ping(4).length));

    expect(rude.ends).toEqual(dropped(1009));
    expect(polite.ask('Ping')).toEqual(pong);
  });

  it('count bytes, not characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat({ max: 40 }), (text, bytes) => {
        expect(isLongerThan(text, bytes)).toBe(Buffer.byteLength(text) > bytes);
      }),
    );
  });

  it('refuse one stream too many, and let the others go on', () => {
    const exchange = start({ limits: { streams: 2 } });
    const call = dial(exchange);
    const subscribe = (InstrumentId: number): unknown =>
      call.ask('SubscribeLevel2', { OMSId: 1, InstrumentId, Depth: 10 });

    expect([subscribe(1), subscribe(2)]).toEqual([[], []]);
    expect(subscribe(3)).toEqual(refusal(101, 'Operation Failed', 'Too many subscriptions'));
    exchange.market.sendOrder(limitOrder(0, '100.00', '1'));
    expect(call.events('Level2UpdateEvent')).toHaveLength(1);
    call.ask('UnsubscribeLevel2', { OMSId: 1, InstrumentId: 1 });
    expect(subscribe(3)).toEqual([]);
  });

  it('refuse a list that is too long, and take one that is not', () => {
    const exchange = start({ limits: { listLength: 2 } });
    const call = dialAs(exchange, demoUsers[0]);
    const listOf = (length: number): readonly object[] =>
      Array.from({ length }, () => limitOrder(0, '100.00', '1'));

    expect(call.ask('SendOrderList', listOf(2))).toMatchObject({ errorcode: 107 });
    expect(call.ask('SendOrderList', listOf(3))).toEqual(
      refusal(100, 'Invalid Request', 'The payload must be an Array of at most 2 entries'),
    );
    expect(
      call.ask(
        'GetUserReportTicketsByStatus',
        ['Completed', 'Submitted', 'Pending'].map((RequestStatus) => ({ RequestStatus })),
      ),
    ).toMatchObject({ errorcode: 100 });
    expect(call.ask('GetOpenOrders', { OMSId: 1, AccountId: 7 })).toHaveLength(2);
  });

  it.each([
    [
      'late',
      (exchange: Exchange) => exchange.play({ lasts: 50, faults: [{ does: 'delay', by: 40, lasts: 50 }] }),
    ],
    [
      'slow',
      (exchange: Exchange) => exchange.play({ lasts: 50, faults: [{ does: 'drip', every: 20, lasts: 50 }] }),
    ],
    ['kept back', (exchange: Exchange) => exchange.withhold()],
  ] as const)('drop a connection with too much that waits because it is %s', (_, begin) => {
    marbles(({ flush }) => {
      const exchange = start({ limits: { backlog: 10_000 } });
      const calls: Call[] = [dial(exchange), dial(exchange)];
      begin(exchange);
      asyncScheduler.schedule(() => {
        for (let n = 0; n < 1_000; n += 1) calls[0]?.wire.send(ping(2));
        calls[1]?.wire.send(ping(2));
        expect(calls.map(({ ends }) => ends)).toEqual([dropped(1006), []]);
        exchange.release();
      }, 1);
      flush();

      expect(calls[1]?.frames).toHaveLength(1);
      expect(exchange.received.length).toBeLessThan(200);
    });
  });

  it('drop a connection whose other side does not read', () => {
    const exchange = start({ limits: { backlog: 100 } });
    const codes: number[] = [];
    let unsent = 0;
    const slow = exchange.connect({
      send: (text) => (unsent += text.length),
      drop: (code) => {
        codes.push(code);
        slow.end();
      },
      unsent: () => unsent,
    });
    for (let n = 0; n < 10; n += 1) slow.receive(ping(2));

    expect(codes).toEqual([1006]);
    expect(unsent).toBeLessThan(200);
  });

  it('answer what is nested too deep like any other nonsense', () => {
    const call = dial(start({}));
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    call.wire.send(`{"m":0,"i":2,"n":"GetLevel1","o":${deep}}`);
    call.wire.send(`{"m":0,"i":4,"n":"GetLevel1","o":"${deep}"}`);
    call.wire.send(`{"m":0,"i":6,"n":"GetLevel1","o":"{\\"InstrumentId\\":${deep}}"}`);

    expect([2, 4, 6].map((sequence) => call.answerTo(sequence)?.type)).toEqual([1, 1, 1]);
  });
});
