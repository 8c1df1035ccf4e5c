import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { Connection } from '../src/connection/connection.ts';
import { call, endpoint, type Endpoint } from '../src/endpoint.ts';
import { GetAccountInfo } from '../src/endpoints/account/GetAccountInfo.ts';
import { GetAccountPositions } from '../src/endpoints/account/GetAccountPositions.ts';
import { Authenticate2FA } from '../src/endpoints/auth/Authenticate2FA.ts';
import { AuthenticateUser } from '../src/endpoints/auth/AuthenticateUser.ts';
import { LogOut } from '../src/endpoints/auth/LogOut.ts';
import { WebAuthenticateUser } from '../src/endpoints/auth/WebAuthenticateUser.ts';
import { GetInstrument } from '../src/endpoints/instrument/GetInstrument.ts';
import { GetInstruments } from '../src/endpoints/instrument/GetInstruments.ts';
import { GetL2Snapshot } from '../src/endpoints/market-data/GetL2Snapshot.ts';
import { GetLastTrades } from '../src/endpoints/market-data/GetLastTrades.ts';
import { GetLevel1 } from '../src/endpoints/market-data/GetLevel1.ts';
import { GetTickerHistory } from '../src/endpoints/market-data/GetTickerHistory.ts';
import { GetProducts } from '../src/endpoints/product/GetProducts.ts';
import { Ping } from '../src/endpoints/system/Ping.ts';
import { CancelAllOrders } from '../src/endpoints/trading/CancelAllOrders.ts';
import { CancelOrder } from '../src/endpoints/trading/CancelOrder.ts';
import { GetOpenOrders } from '../src/endpoints/trading/GetOpenOrders.ts';
import { GetOrdersHistory } from '../src/endpoints/trading/GetOrdersHistory.ts';
import { GetOrderStatus } from '../src/endpoints/trading/GetOrderStatus.ts';
import { SendOrder } from '../src/endpoints/trading/SendOrder.ts';
import { GetUserAccounts } from '../src/endpoints/user/GetUserAccounts.ts';
import type { ClientError } from '../src/errors.ts';
import { type Frame, MessageType } from '../src/frame.ts';
import type { Stream, Topic } from '../src/topic.ts';
import { SubscribeAccountEvents } from '../src/topics/SubscribeAccountEvents.ts';
import { SubscribeBlockTrades } from '../src/topics/SubscribeBlockTrades.ts';
import { SubscribeLevel1 } from '../src/topics/SubscribeLevel1.ts';
import { SubscribeLevel2 } from '../src/topics/SubscribeLevel2.ts';
import { SubscribeOrderStateEvents } from '../src/topics/SubscribeOrderStateEvents.ts';
import { SubscribeTicker } from '../src/topics/SubscribeTicker.ts';
import { SubscribeTrades } from '../src/topics/SubscribeTrades.ts';
import { type Sample, samplesOf } from './support/samples.ts';

interface Codec {
  readonly name: string;
  readonly encode: (params: unknown) => E.Either<ClientError, string>;
  readonly decode: (frame: Frame) => E.Either<ClientError, unknown>;
}

const ofEndpoint = <A, B>(value: Endpoint<A, B>): Codec => ({
  name: value.name,
  encode: (params) => call(value, params as A).encode(),
  decode: (frame) => call(value, undefined as A).decode(frame),
});

/** None of the samples names a symbol, so nothing is asked. */
const noConnection = {} as Connection;

const streamOf = <A, M>(topic: Topic<A, M>, params: unknown): Stream<M> => {
  const streams: Stream<M>[] = [];
  topic.resolve(noConnection, params as A).subscribe((stream) => streams.push(stream));
  const [stream] = streams;
  if (stream === undefined) throw new Error(`${topic.name} was not resolved`);
  return stream;
};

const ofTopic = <A, M>(topic: Topic<A, M>, params: A) => {
  const example = streamOf(topic, params);
  const subscribe: Codec = {
    name: topic.name,
    encode: (given) => streamOf(topic, given).subscribe.encode(),
    decode: example.subscribe.decode,
  };
  const unsubscribe: Codec = {
    ...ofEndpoint(endpoint({ name: '', request: t.unknown, reply: t.unknown })),
    ...example.unsubscribe,
  };
  const events: readonly Codec[] = example.events.map(({ name, read }) => ({
    name,
    encode: () => E.right(''),
    decode: ({ payload }) => {
      const messages: M[] = [];
      const misread = read(payload, (_route, message) => messages.push(message));
      return misread === undefined ? E.right(messages) : E.left(misread.error);
    },
  }));
  return [subscribe, unsubscribe, ...events];
};

const codecs = new Map(
  [
    ...ofTopic(SubscribeLevel1, { InstrumentId: 1 }),
    ...ofTopic(SubscribeLevel2, { InstrumentId: 1 }),
    ...ofTopic(SubscribeTrades, { InstrumentId: 1 }),
    ...ofTopic(SubscribeTicker, { InstrumentId: 1, Interval: 60 }),
    ...ofTopic(SubscribeBlockTrades, { InstrumentId: 1 }),
    ...ofTopic(SubscribeAccountEvents, { AccountId: 1 }),
    ...ofTopic(SubscribeOrderStateEvents, { AccountId: 1 }),
    ofEndpoint(Authenticate2FA),
    ofEndpoint(AuthenticateUser),
    ofEndpoint(CancelAllOrders),
    ofEndpoint(CancelOrder),
    ofEndpoint(GetAccountInfo),
    ofEndpoint(GetAccountPositions),
    ofEndpoint(GetInstrument),
    ofEndpoint(GetInstruments),
    ofEndpoint(GetL2Snapshot),
    ofEndpoint(GetLastTrades),
    ofEndpoint(GetLevel1),
    ofEndpoint(GetOpenOrders),
    ofEndpoint(GetOrderStatus),
    ofEndpoint(GetOrdersHistory),
    ofEndpoint(GetProducts),
    ofEndpoint(GetTickerHistory),
    ofEndpoint(GetUserAccounts),
    ofEndpoint(LogOut),
    ofEndpoint(Ping),
    ofEndpoint(SendOrder),
    ofEndpoint(WebAuthenticateUser),
    // Stands for any function: the exchange does not know it.
    ofEndpoint(endpoint({ name: 'NoSuchFunction', request: t.unknown, reply: t.unknown })),
  ].map((codec) => [codec.name.toLowerCase(), codec]),
);

const codecOf = ({ name, file }: Sample): Codec => {
  const codec = codecs.get(name.toLowerCase());
  if (codec === undefined) throw new Error(`${file}: nothing is known of ${name}`);
  return codec;
};

const read = (sample: Sample): E.Either<ClientError, unknown> =>
  codecOf(sample).decode({
    type: sample.isErrorFrame ? MessageType.Error : MessageType.Reply,
    sequence: 2,
    name: sample.name,
    payload: sample.text,
  });

const messageOf = (result: E.Either<ClientError, unknown>): string =>
  E.isLeft(result) ? result.left.message : 'nothing was wrong';

/** Samples that are no valid request here, or are sent in another way, and why. */
const requestsApart = new Map<string, { readonly refused: RegExp } | { readonly sent: object }>([
  // Account 0 means every account that the user may act for.
  ['functions/CancelAllOrders.request.03.json', { refused: /AccountId should be the id of one account/ }],
  // A limit order has no use for these: whoever gives them means another order type.
  ['functions/SendOrder.request.04.json', { refused: /TrailingAmount should be left out/ }],
  // A small depth leaves levels behind that are gone.
  ['streams/level2.request-by-id.json', { sent: { OMSId: 1, InstrumentId: 7, Depth: 500 } }],
]);

/** Samples that are no valid reply, or a refusal, and why. */
const repliesApart = new Map<string, string>([
  // Placeholders stand in the places of ids.
  [
    'functions/AuthenticateUser.reply.05.json',
    'AuthenticateUser: the exchange\'s payload was not understood: User.AccountId should be an integer but is "yourAccountId"; User should be null but is an object.',
  ],
  // One client takes it for success; a command that was not taken must not look like one that was.
  ['functions/CancelOrder.reply.03.json', 'CancelOrder was refused: no reason given (code 0)'],
]);

const samples = [...samplesOf('functions'), ...samplesOf('streams')];
const ofKind = (...kinds: readonly Sample['kind'][]): readonly Sample[] =>
  samples.filter(({ kind }) => kinds.includes(kind));

describe('the samples', () => {
  it.each(ofKind('reply', 'event').filter(({ file }) => !repliesApart.has(file)))(
    '$file is understood',
    (sample) => {
      expect(read(sample)).toMatchObject({ _tag: 'Right' });
    },
  );

  it.each([...repliesApart])('%s is no reply', (file, message) => {
    const results = samples.filter((sample) => sample.file === file).map(read);
    expect(results.map(messageOf)).toEqual([message]);
  });

  it.each(ofKind('error'))('$file is a refusal', (sample) => {
    expect(read(sample)).toMatchObject({ _tag: 'Left', left: { _tag: 'GatewayError' } });
  });

  it.each(ofKind('request'))('$file is what is sent', (sample) => {
    const sent = codecOf(sample).encode(JSON.parse(sample.text));
    const apart = requestsApart.get(sample.file) ?? { sent: JSON.parse(sample.text) as object };
    if ('refused' in apart) expect(messageOf(sent)).toMatch(apart.refused);
    else expect(E.isRight(sent) && (JSON.parse(sent.right) as unknown)).toEqual(apart.sent);
  });
});
