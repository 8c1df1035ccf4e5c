import fc from 'fast-check';
import { MessageType } from '../../../src/frame.ts';
import { createExchange, demoUsers, type Exchange } from '../../../src/simulator/index.ts';
import { type Call, dial, dialAs, limitOrder, refusal } from '../support/dial.ts';

const [trader, , auditor] = demoUsers;
const privateNames = [
  'LogOut',
  'GetUserAccounts',
  'GetUserInfo',
  'GetAccountInfo',
  'GetAccountPositions',
  'SendOrder',
  'CancelOrder',
  'CancelAllOrders',
  'GetOrderStatus',
  'GetOpenOrders',
  'GetOrdersHistory',
  'SubscribeAccountEvents',
  'SubscribeOrderStateEvents',
  'SubscribeBlockTrades',
  'UnSubscribeAccountEvents',
  'UnSubscribeOrderStateEvents',
  'UnsubscribeBlockTrades',
];

describe('the gateway', () => {
  let exchange: Exchange;
  let call: Call;
  beforeEach(() => {
    exchange = createExchange();
    call = dial(exchange);
  });
  afterEach(() => exchange.close());

  describe('passes over in silence', () => {
    it.each([
      ['text that is not JSON', 'garbage'],
      ['an empty text', ''],
      ['JSON that is no object', '[1,2]'],
      ['a frame without a name', '{"m":0,"i":2,"o":"{}"}'],
      ['a frame with a number beyond all numbers', '{"m":0,"i":1e400,"n":"Ping","o":"{}"}'],
      ['a reply', '{"m":1,"i":2,"n":"Ping","o":"{}"}'],
      ['an event', '{"m":3,"i":2,"n":"Ping","o":"{}"}'],
    ])('%s, and goes on', (_, text) => {
      call.wire.send(text);

      expect(call.frames).toEqual([]);
      expect(exchange.received).toEqual([]);
      expect(call.ask('Ping')).toEqual({ msg: 'PONG' });
    });
  });

  it.each(['text', 'value'] as const)(
    'repeats every digit of a number of 64 bits, with a payload as %s, and refusals do so too',
    (payloads) => {
      exchange.close();
      exchange = createExchange({ payloads });
      call = dial(exchange);
      const texts: string[] = [];
      call.wire.message$.subscribe((text) => texts.push(String(text)));
      const numbers = [
        '9007199254740993',
        '1764043200123456789',
        '-9223372036854775808',
        '9223372036854775807',
      ];
      for (const number of numbers) {
        for (const name of ['Ping', 'NoSuchThing']) {
          call.wire.send(`{"m":0,"o":"{\\"x\\":9007199254740992}","i":${number},"n":"${name}"}`);
        }
      }

      expect(
        texts.map((text) => /^\{"m":[15],"i":(-?\d+),"n":"(?:Ping|NoSuchThing)",/.exec(text)?.[1]),
      ).toEqual(numbers.flatMap((number) => [number, number]));
    },
  );

  it.each([MessageType.Request, MessageType.Subscribe, MessageType.Unsubscribe])(
    'answers a frame of type %i with a reply of the same number and spelling',
    (type) => {
      call.wire.send(`{"n":"pInG","o":"{}","i":77,"m":${type}}`);

      expect(call.frames).toEqual([
        { type: MessageType.Reply, sequence: 77, name: 'pInG', payload: '{"msg":"PONG"}' },
      ]);
    },
  );

  it.each(['null', '""', '"null"', '{}', '"{}"'])('takes the payload %s for an empty one', (payload) => {
    call.wire.send(`{"m":0,"i":2,"n":"Ping","o":${payload}}`);

    expect(call.answerTo(2)?.payload).toBe('{"msg":"PONG"}');
  });

  it('answers to the number 0 too', () => {
    call.wire.send('{"m":0,"i":0,"n":"Ping","o":"{}"}');

    expect(call.answerTo(0)).toMatchObject({ sequence: 0, payload: '{"msg":"PONG"}' });
  });

  it('has no endpoint of an unknown name, and says so in bare text', () => {
    const sequence = call.send('NoSuchFunction');

    expect(call.answerTo(sequence)).toEqual({
      type: MessageType.Error,
      sequence,
      name: 'NoSuchFunction',
      payload: 'Endpoint Not Found',
    });
  });

  it.each(['constructor', '__proto__', 'toString'])('has no endpoint called %s either', (name) => {
    expect(call.ask(name)).toBe('Endpoint Not Found');
  });

  it.each(privateNames)('has no %s for who is not logged in', (name) => {
    const sequence = call.send(name, { OMSId: 1, AccountId: 7, InstrumentId: 1 });

    expect(call.answerTo(sequence)).toMatchObject({ type: MessageType.Error, payload: 'Endpoint Not Found' });
  });

  it.each(privateNames)('refuses %s with code 20 where it is to follow the documents', (name) => {
    exchange.close();
    exchange = createExchange({ unauthenticated: 'notAuthorized' });
    call = dial(exchange);

    const sequence = call.send(name, { OMSId: 1, AccountId: 7, InstrumentId: 1 });

    expect(call.answerTo(sequence)).toMatchObject({
      type: MessageType.Reply,
      payload: JSON.stringify(refusal(20, 'Not Authorized', null)),
    });
  });

  it('lets who may only read read, and not trade', () => {
    call = dialAs(exchange, auditor);

    expect(call.ask('GetOpenOrders', { OMSId: 1, AccountId: 7 })).toEqual([]);
    expect(call.ask('SubscribeAccountEvents', { OMSId: 1, AccountId: 7 })).toEqual({ Subscribed: true });
    expect(call.ask('SendOrder', limitOrder(0, '100', '1'))).toBe('Endpoint Not Found');
    expect(call.ask('SubscribeOrderStateEvents', { OMSId: 1, AccountId: 7 })).toBe('Endpoint Not Found');
  });

  it('answers every request exactly once, whatever the payload', () => {
    const names = [
      ...privateNames,
      'GetInstruments',
      'GetTickerHistory',
      'SubscribeLevel2',
      'SubscribeTicker',
    ];
    const value = fc.oneof(fc.jsonValue(), fc.integer(), fc.constantFrom(0, 1, 7, 60, -1, 1e300, '1', 'Buy'));
    const keys = fc.constantFrom(
      ...[
        'OMSId',
        'AccountId',
        'InstrumentId',
        'Symbol',
        'Depth',
        'Side',
        'OrderType',
        'Quantity',
        'LimitPrice',
      ],
      ...['OrderId', 'Interval', 'IncludeLastCount', 'FromDate', 'ToDate', 'OrderState', 'TimeInForce'],
    );
    const object = fc
      .dictionary(keys, value, { noNullPrototype: true })
      .map((fields) => ({ OMSId: 1, ...fields }));
    const payload = fc.oneof(object, fc.jsonValue(), fc.string());
    call = dialAs(exchange, trader);

    fc.assert(
      fc.property(fc.constantFrom(...names), payload, (name, given) => {
        const before = call.frames.length;
        const sequence = call.send(name, typeof given === 'string' ? given : JSON.stringify(given));
        const settling = call.frames.slice(before).filter(({ type }) => type !== MessageType.Event);
        expect(settling.map((frame) => frame.sequence)).toEqual([sequence]);
        call.ask('AuthenticateUser', { UserName: 'trader', Password: trader.password });
      }),
      { numRuns: 300 },
    );
  });
});
