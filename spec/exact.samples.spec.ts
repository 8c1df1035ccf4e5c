import { Big } from 'big.js';
import * as E from 'fp-ts/lib/Either.js';
import { identity } from 'fp-ts/lib/function.js';
import { LosslessNumber, parse } from 'lossless-json';
import { decodeReply } from '../src/endpoint.ts';
import type { ClientError } from '../src/errors.ts';
import { exact } from '../src/exact.ts';
import { MessageType } from '../src/frame.ts';
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
import { differences } from './support/sameJson.ts';
import { type Sample, samplesOf } from './support/samples.ts';

type Read = (sample: Sample) => E.Either<ClientError, unknown>;
/** Reads a function's replies or a stream's payloads, with decimals as whatever this makes of their text. */
type ReadAs = (toValue: ((text: string) => unknown) | undefined) => Read;

const frameOf = ({ name, text }: Sample) => ({ type: MessageType.Reply, sequence: 2, name, payload: text });

const everywhere: Followed = { has: () => true, all: () => [] };

/** The replies to a subscribe, and the payloads of the events. */
const streamReaders = <A, S, M>(topic: Topic<A, S, M>): readonly (readonly [string, ReadAs])[] => {
  const eventReader =
    (name: string): ReadAs =>
    (toValue) =>
    (sample) => {
      const {
        events,
        finish = identity,
        reading,
        update,
      } = toValue === undefined ? topic : (exact(topic, toValue) as Topic<A, S, M>);
      const messages: M[] = [];
      const event = events.find((one) => one.name === name);
      const read = event?.reader(reading);
      const [misread] = read?.(sample.text, (_route, part) => messages.push(update(part)), everywhere) ?? [];
      if (misread !== undefined) return E.left(misread.error);
      const payloads = messages.map((message) => (finish(message) as { readonly payload: unknown }).payload);
      // Of rows each message has some, of the rest the one is all.
      return E.right(payloads.every((payload) => Array.isArray(payload)) ? payloads.flat() : payloads[0]);
    };
  const readReply: ReadAs = (toValue) => (sample) => {
    const {
      subscribe: { name, ...subscribe },
      finish = identity,
      reading,
    } = toValue === undefined ? topic : (exact(topic, toValue) as Topic<A, S, M>);
    const { codec, read } = reading.format({ codec: subscribe.reply, read: subscribe.read });
    return E.map((reply) => finish(reply as M))(decodeReply({ name, reply: codec, read }, frameOf(sample)));
  };
  return [[topic.name, readReply], ...topic.events.map(({ name }) => [name, eventReader(name)] as const)];
};

const topics = [
  SubscribeAccountEvents,
  SubscribeBlockTrades,
  SubscribeLevel1,
  SubscribeLevel2,
  SubscribeOrderStateEvents,
  SubscribeTicker,
  SubscribeTrades,
] as readonly Topic<unknown, unknown, unknown>[];

const readers = new Map<string, ReadAs>([
  ...topics.flatMap(streamReaders),
  ...endpoints.map((endpoint): readonly [string, ReadAs] => [
    endpoint.name,
    (toValue) => (sample) =>
      decodeReply(toValue === undefined ? endpoint : exact(endpoint, toValue), frameOf(sample)),
  ]),
]);

const samples = [...samplesOf('functions'), ...samplesOf('streams')].filter(
  ({ kind, name, file }) =>
    (kind === 'reply' || kind === 'event') && readers.has(name) && !apart.replies.has(file),
);

const read = (sample: Sample, toValue?: (text: string) => unknown): unknown => {
  const result = readers.get(sample.name)?.(toValue)(sample);
  if (result === undefined || E.isLeft(result)) throw new Error(`${sample.file}: ${String(result?.left)}`);
  return result.right;
};

/** One gateway leaves the quotes of a symbol out. */
const wireOf = ({ text }: Sample): unknown => {
  try {
    return parse(text);
  } catch {
    return parse(text.replaceAll(/(?<=,)[A-Z]+(?=,)/g, '"$&"'));
  }
};

/** With every number a `number`, as far as one can hold it. */
const asNumbers = (u: unknown): unknown => {
  if (typeof u === 'bigint') return Number(u);
  if (Array.isArray(u)) return u.map(asNumbers);
  if (typeof u !== 'object' || u === null) return u;
  return Object.fromEntries(Object.entries(u).map(([key, value]) => [key, asNumbers(value)]));
};

const big = (text: string): Big => new Big(text);

/** The decimals of two values that differ in nothing else. */
const pairsOf = (text: unknown, value: unknown): readonly (readonly [unknown, Big])[] => {
  if (value instanceof Big) return [[text, value]];
  if (typeof value !== 'object' || value === null) {
    expect(value).toBe(text);
    return [];
  }
  expect(Object.keys(value)).toEqual(Object.keys(text as object));
  return Object.entries(value).flatMap(([key, field]) =>
    pairsOf((text as Readonly<Record<string, unknown>>)[key], field),
  );
};

/** A decimal as whole units and how many digits are behind the point, without zeros at the end. */
const unitsOf = (text: string): readonly [bigint, number] => {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = (whole + fraction).replace(/0+$/, '');
  const cut = whole.length + fraction.length - digits.length;
  const isZero = /^-?0*$/.test(digits);
  return isZero ? [0n, 0] : [BigInt(digits), fraction.length - cut - Number(exponent)];
};

describe('the samples, read exactly', () => {
  it('are most of what there is', () => {
    expect(samples.length).toBeGreaterThan(150);
  });

  it.each(samples)('$file is digit for digit what was on the wire', (sample) => {
    const value = read(sample, (text) => new LosslessNumber(text));
    expect(differences(wireOf(sample), value)).toEqual([]);
  });

  it('would be found out, were a digit lost', () => {
    const lost = samples.filter((sample) => {
      const value = read(sample, (text) => new LosslessNumber(String(Number(text))));
      return differences(wireOf(sample), value).length > 0;
    });
    expect(lost.length).toBeGreaterThan(20);
  });

  it.each(samples)('$file is numerically what it is when read as numbers', (sample) => {
    expect(asNumbers(read(sample, Number))).toEqual(asNumbers(read(sample)));
  });

  it.each(samples)('$file can be read as values of big.js, to the last digit', (sample) => {
    const pairs = pairsOf(
      read(sample, (text) => text),
      read(sample, big),
    );
    expect(pairs.map(([, value]) => unitsOf(value.toFixed()))).toEqual(
      pairs.map(([text]) => unitsOf(text as string)),
    );
  });

  it('has values of big.js in every stream and in most replies', () => {
    const withBigs = samples.filter(
      (sample) =>
        pairsOf(
          read(sample, (text) => text),
          read(sample, big),
        ).length > 0,
    );
    const names = new Set(withBigs.map(({ name }) => name));
    expect([...names]).toEqual(
      expect.arrayContaining([
        'Level1UpdateEvent',
        'Level2UpdateEvent',
        'TradeDataUpdateEvent',
        'SubscribeTicker',
        'AccountPositionEvent',
        'OrderStateEvent',
        'OrderTradeEvent',
      ]),
    );
    expect(names.size).toBeGreaterThan(40);
  });
});
