import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { call, decodeReply, endpoint, type Endpoint } from '../src/endpoint.ts';
import type { ClientError } from '../src/errors.ts';
import { readExactJson } from '../src/json/exactJson.ts';
import { type Frame, MessageType } from '../src/frame.ts';
import { writeJson } from '../src/json/json.ts';
import { plainly } from '../src/streams/reading.ts';
import type { Topic } from '../src/streams/topic.ts';
import type { Followed } from '../src/streams/topicEvent.ts';
import { SubscribeAccountEvents } from '../src/topics/SubscribeAccountEvents.ts';
import { SubscribeBlockTrades } from '../src/topics/SubscribeBlockTrades.ts';
import { SubscribeLevel1 } from '../src/topics/SubscribeLevel1.ts';
import { SubscribeLevel2 } from '../src/topics/SubscribeLevel2.ts';
import { SubscribeOrderStateEvents } from '../src/topics/SubscribeOrderStateEvents.ts';
import { SubscribeTicker } from '../src/topics/SubscribeTicker.ts';
import { SubscribeTrades } from '../src/topics/SubscribeTrades.ts';
import { apart, endpoints } from './support/catalogue.ts';
import { type Sample, samplesOf } from './support/samples.ts';
import { settled, settledAnyway } from './support/streams.ts';

interface Codec {
  readonly name: string;
  readonly encode: (params: unknown) => E.Either<ClientError, string>;
  readonly decode: (frame: Frame) => E.Either<ClientError, unknown>;
}

const ofEndpoint = <A, B>(value: Endpoint<A, B>): Codec => ({
  name: value.name,
  encode: (params) => call(value, params as A).payload,
  decode: (frame) => call(value, undefined as A).decode(frame),
});

const everywhere: Followed = { has: () => true, all: () => [] };

const ofTopic = <A, S, M>(topic: Topic<A, S, M>, params: A) => {
  const example = settled(topic, params);
  const subscribe: Codec = {
    name: topic.name,
    encode: (given) => settledAnyway(topic, given).subscribe.payload,
    decode: (frame) => decodeReply(topic.subscribe, frame),
  };
  const unsubscribe: Codec = {
    ...ofEndpoint(endpoint({ name: '', request: t.unknown, reply: t.unknown })),
    ...example.unsubscribe,
  };
  const events: readonly Codec[] = example.events.map(({ name, reader }) => ({
    name,
    encode: () => E.right(''),
    decode: ({ payload }) => {
      const messages: M[] = [];
      const [misread] = reader(plainly)(
        payload,
        (_route, part) => messages.push(topic.update(part)),
        everywhere,
      );
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
    ...endpoints.map(ofEndpoint),
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

/** With all keys in lower case, for samples whose source spells them in another way than the exchange. */
const inLowerCase = (u: unknown): unknown => {
  if (Array.isArray(u)) return u.map(inLowerCase);
  if (typeof u !== 'object' || u === null) return u;
  return Object.fromEntries(Object.entries(u).map(([key, value]) => [key.toLowerCase(), inLowerCase(value)]));
};

const samples = [...samplesOf('functions'), ...samplesOf('streams')];
const ofKind = (...kinds: readonly Sample['kind'][]): readonly Sample[] =>
  samples.filter(({ kind }) => kinds.includes(kind));

describe('the samples', () => {
  it.each(ofKind('reply', 'event').filter(({ file }) => !apart.replies.has(file)))(
    '$file is understood',
    (sample) => {
      expect(read(sample)).toMatchObject({ _tag: 'Right' });
    },
  );

  it.each([...apart.replies])('%s is no reply', (file, message) => {
    const results = samples.filter((sample) => sample.file === file).map(read);
    expect(results.map(messageOf)).toEqual([message]);
  });

  it.each(ofKind('error'))('$file is a refusal', (sample) => {
    expect(read(sample)).toMatchObject({ _tag: 'Left', left: { _tag: 'GatewayError' } });
  });

  it.each(ofKind('request'))('$file is what is sent', (sample) => {
    const written = readExactJson(sample.text);
    const { given, sent = written, refused } = apart.requests.get(sample.file) ?? {};
    const result = codecOf(sample).encode(given ?? written);
    const read = given === undefined ? readExactJson : (text: string) => inLowerCase(readExactJson(text));
    if (refused !== undefined) expect(messageOf(result)).toMatch(refused);
    else expect(E.isRight(result) && read(result.right)).toEqual(read(writeJson(sent)));
  });

  it.each([...apart.requests.keys(), ...apart.replies.keys()])('%s exists', (file) => {
    expect(samples.map((sample) => sample.file)).toContain(file);
  });
});
