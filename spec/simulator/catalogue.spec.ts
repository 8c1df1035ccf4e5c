import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { call as callOf, type Endpoint } from '../../src/endpoint.ts';
import type { ClientError } from '../../src/errors.ts';
import { type Frame, MessageType } from '../../src/frame.ts';
import * as publicNames from '../../src/index.ts';
import { type Profile, profiles } from '../../src/simulator/index.ts';
import { plainly } from '../../src/streams/reading.ts';
import type { Topic } from '../../src/streams/topic.ts';
import type { Followed } from '../../src/streams/topicEvent.ts';
import { type Call, dial, limitOrder } from './support/dial.ts';
import { requests } from './support/requests.ts';
import { pass, type Scene, setScene, trade } from './support/scene.ts';
import { entriesIn, fieldsMissing, type Shape, shapeFaults } from './support/wireShape.ts';

interface Described extends Shape {
  readonly login: boolean;
  /** Whether anybody has published a reply of it. */
  readonly sampled: boolean;
}

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, '..', 'fixtures', name), 'utf8'));
const described = fixture('catalogue.json') as readonly Described[];
const events = fixture('events.json') as readonly Shape[];

const everywhere: Followed = { has: () => true, all: () => [] };

const isEndpoint = (u: unknown): u is Endpoint<unknown, unknown> =>
  typeof u === 'object' && u !== null && 'isCommand' in u && 'reply' in u;
const isTopic = (u: unknown): u is Topic<unknown, unknown, unknown> =>
  typeof u === 'object' && u !== null && 'settle' in u && 'subscribe' in u;
const exported: readonly unknown[] = Object.values(publicNames);
const endpoints = exported.filter(isEndpoint);
const topics = exported.filter(isTopic);

const endpointNamed = (wanted: string): Endpoint<unknown, unknown> => {
  const found = endpoints.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`There is no endpoint ${wanted}`);
  return found;
};

const orThrow = <A>(result: E.Either<Error, A>): A => {
  if (E.isLeft(result)) throw result.left;
  return result.right;
};

/** Asks the way the client does, and gives the frame that answers. */
const askBy = (endpoint: Endpoint<unknown, unknown>, scene: Scene, call: Call = scene.call): Frame => {
  const params = requests[endpoint.name]?.(scene);
  if (params === undefined) throw new Error(`Nobody knows what to ask of ${endpoint.name}`);
  const answer = call.answerTo(call.send(endpoint.name, orThrow(callOf(endpoint, params).payload)));
  if (answer === undefined) throw new Error(`${endpoint.name} was not answered`);
  return answer;
};

const decode = (
  endpoint: Endpoint<unknown, unknown>,
  frame: Frame,
  report?: (error: ClientError) => void,
): E.Either<Error, unknown> => callOf(endpoint, undefined as unknown).decode(frame, report);

/** What is described and is never there at once with what is sent instead. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  // Other spellings of a field that is there.
  WebAuthenticateUser: ['twoFAToken'],
  DownloadDocument: ['DescriptorId', 'DocName', 'NumSlices'],
  DownloadDocumentSlice: ['DescriptorId'],
  // What a venue calls `CurrentDayNotional`; an option of the exchange.
  GetLevel1: ['CurrentNotional'],
  // Of a refusal alone.
  SendOrder: ['errorcode'],
};

describe('the catalogue', () => {
  let scene: Scene;
  beforeEach(() => {
    jest.useFakeTimers();
    scene = setScene();
  });
  afterEach(() => {
    scene.exchange.close();
    jest.useRealTimers();
  });

  it('has all functions of the venue, each of them in the client', () => {
    expect(described).toHaveLength(72);
    expect(described.map(({ name }) => endpointNamed(name).name)).toEqual(described.map(({ name }) => name));
  });

  it('has a reply of the exchange for every function without a published one', () => {
    const without = described.filter(({ sampled }) => !sampled);
    const empty = without.filter(
      ({ name }) => entriesIn(String(askBy(endpointNamed(name), setScene()).payload)) === 0,
    );

    expect(without.length).toBeGreaterThan(0);
    expect(empty).toEqual([]);
  });

  it.each(described)('$name is answered in the shape that is described, and understood', (shape) => {
    const endpoint = endpointNamed(shape.name);
    const frame = askBy(endpoint, scene);
    const payload = String(frame.payload);

    expect(frame).toMatchObject({ type: MessageType.Reply, name: shape.name });
    expect(decode(endpoint, frame)).toMatchObject({ _tag: 'Right' });
    expect(shapeFaults(shape, payload)).toEqual([]);
    expect(entriesIn(payload)).toBeGreaterThan(0);
  });

  it.each(described)('$name is answered with every field that is described', (shape) => {
    const answer = askBy(endpointNamed(shape.name), scene);

    expect(fieldsMissing(shape, String(answer.payload))).toEqual(leftOut[shape.name] ?? []);
  });

  it.each(described.filter(({ login }) => login))('$name needs a login', ({ name }) => {
    const stranger = dial(scene.exchange);

    expect(askBy(endpointNamed(name), scene, stranger)).toMatchObject({
      type: MessageType.Error,
      payload: 'Endpoint Not Found',
    });
  });

  it.each(described.filter(({ login }) => !login))('$name needs no login', ({ name }) => {
    const endpoint = endpointNamed(name);

    expect(decode(endpoint, askBy(endpoint, scene, dial(scene.exchange)))).toMatchObject({ _tag: 'Right' });
  });

  it.each(described)('$name refuses what it cannot read, and goes on', ({ name }) => {
    const hostile = ['[]', '[[]]', '{', 'null', '""', '{"OMSId":"x"}', '[{"OMSId":1,"AccountId":{}}]', '7'];
    const answers = hostile.map((payload) => scene.call.answerTo(scene.call.send(name, payload)));

    expect(answers.map((answer) => answer?.name)).toEqual(hostile.map(() => name));
    expect(
      answers.map((answer) => String(answer?.payload)).filter((text) => text.includes('"errorcode":102')),
    ).toEqual([]);
    expect(dial(scene.exchange).ask('Ping')).toEqual({ msg: 'PONG' });
  });
});

describe.each<[string, Profile]>(Object.entries(profiles))('the catalogue at %s', (_name, profile) => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is understood', () => {
    const told: string[] = [];
    const misunderstood = described.flatMap(({ name }) => {
      const scene = setScene(profile);
      const endpoint = endpointNamed(name);
      const result = decode(endpoint, askBy(endpoint, scene), ({ message }) => told.push(message));
      scene.exchange.close();
      return E.isLeft(result) ? [result.left.message] : [];
    });

    expect(misunderstood).toEqual([]);
    // A value in a frame has lost its last digits before the client sees it: the client leaves its row out, and says so.
    expect(told).toEqual(
      profile.payloads === 'value'
        ? [expect.stringMatching(/^GetUserDevices: .*ExpirationTime should be an integer, read exactly/)]
        : [],
    );
  });
});

const subscribes = [
  ['SubscribeLevel1', { OMSId: 1, InstrumentId: 1 }],
  ['SubscribeLevel2', { OMSId: 1, InstrumentId: 1, Depth: 10 }],
  ['SubscribeTrades', { OMSId: 1, InstrumentId: 1, IncludeLastCount: 5 }],
  ['SubscribeTicker', { OMSId: 1, InstrumentId: 1, Interval: 60, IncludeLastCount: 5 }],
  ['SubscribeBlockTrades', { OMSId: 1, InstrumentId: 1 }],
  ['SubscribeAccountEvents', { OMSId: 1, AccountId: 7 }],
  ['SubscribeOrderStateEvents', { OMSId: 1, AccountId: 7 }],
] as const;

/** Has everything happen that is told. */
const stir = ({ exchange, call, open, filled }: Scene): void => {
  trade(exchange, '101.00', '0.1');
  exchange.market.deposit(7, 3, '5');
  exchange.market.withdraw(7, 3, '1');
  exchange.market.setSessionStatus(2, 'Paused');
  exchange.market.changeAccount(7, { VerificationLevel: 2 });
  exchange.market.reportBlockTrade({
    AccountId: 7,
    CounterPartyId: 8,
    InstrumentId: 1,
    Side: 'Sell',
    Quantity: '0.1',
    LimitPrice: '100.00',
  });
  call.ask('SendOrderList', [limitOrder(0, '1.00', '1000000')]);
  call.ask('SendCancelList', [{ OMSId: 1, AccountId: 7, OrderId: filled }]);
  call.ask('CancelReplaceOrder', {
    ...limitOrder(0, '1.00', '1000000'),
    LimitPrice: 1,
    Quantity: 1_000_000,
    OrderIdToReplace: open,
  });
  call.ask('CancelAllOrders', { OMSId: 1, AccountId: 7, InstrumentId: 99 });
  call.ask('CancelAllOrders', { OMSId: 1, AccountId: 7 });
  pass(60_000);
  exchange.market.tick();
};

describe('the streams of the catalogue', () => {
  let scene: Scene;
  beforeEach(() => {
    jest.useFakeTimers();
    scene = setScene();
  });
  afterEach(() => {
    scene.exchange.close();
    jest.useRealTimers();
  });
  const heard = (): readonly Frame[] => scene.call.frames.filter(({ type }) => type === MessageType.Event);

  it('are all there are', () => {
    expect(subscribes.map(([name]) => name).sort()).toEqual(topics.map(({ name }) => name).sort());
  });

  it.each(subscribes)('%s is answered with what is understood', (name, payload) => {
    const topic = topics.find((candidate) => candidate.name === name);
    const answer = scene.call.answerTo(scene.call.send(name, payload));

    expect(answer).toMatchObject({ type: MessageType.Reply });
    expect(topic?.subscribe.reply.decode(topic.subscribe.read(answer?.payload))).toMatchObject({
      _tag: 'Right',
    });
  });

  it('tell every event in the shape that is described, and understood', () => {
    subscribes.forEach(([name, payload]) => scene.call.send(name, payload));
    stir(scene);
    const shapeOf = new Map(events.map((shape) => [shape.name, shape]));
    const faults = heard().flatMap(({ name, payload }) => {
      const shape = shapeOf.get(name);
      return shape === undefined ? [`${name} is not known`] : shapeFaults(shape, String(payload));
    });
    const misread = heard().flatMap(({ name, payload }) =>
      topics
        .flatMap((topic) => topic.events)
        .filter((event) => event.name === name)
        .flatMap((event) => event.reader(plainly)(payload, () => undefined, everywhere)),
    );

    expect([...new Set(faults)]).toEqual([]);
    expect(misread).toEqual([]);
    expect([...new Set(heard().map(({ name }) => name))].sort()).toEqual(
      events.map(({ name }) => name).sort(),
    );
  });

  it("tell another's connection nothing of an account", () => {
    const other = dial(scene.exchange);
    subscribes.forEach(([name, payload]) => other.send(name, payload));
    stir(scene);
    const told = new Set(
      other.frames.filter(({ type }) => type === MessageType.Event).map(({ name }) => name),
    );

    expect([...told].sort()).toEqual([
      'Level1UpdateEvent',
      'Level2UpdateEvent',
      'TickerDataUpdateEvent',
      'TradeDataUpdateEvent',
    ]);
  });
});
