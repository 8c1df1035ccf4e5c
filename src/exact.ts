import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { exactly } from './codec/fast/exactly.ts';
import type { Exact } from './codec/scalars/Exact.ts';
import { isObject } from './codec/isObject.ts';
import { mismatchOfThrown } from './mismatches.ts';
import { toValues } from './codec/scalars/toValues.ts';
import type { Endpoint } from './endpoint.ts';
import { DecodeError } from './errors.ts';
import { readDigits, readExactJson } from './json/exactJson.ts';
import type { ReadJson } from './json/json.ts';
import type { Reading } from './streams/reading.ts';
import type { Topic } from './streams/topic.ts';

/** Makes a value of a decimal's text, such as `(text) => new Big(text)`. It may throw at what it cannot take. */
type ToValue<V> = (text: string) => V;

/** A standard refusal is known by these before any codec has seen the reply. */
const standardFields = ['errorcode', 'errormsg', 'rejectMessage', 'detail'];

const read: ReadJson = (payload) => {
  const value = readDigits(payload);
  const standard = isObject(value) ? standardFields.filter((field) => field in value) : [];
  if (standard.length === 0) return value;
  const usual = readExactJson(payload) as Readonly<Record<string, unknown>>;
  return Object.assign({}, value, Object.fromEntries(standard.map((field) => [field, usual[field]])));
};

/** One for all topics, so that all exact consumers of a stream share what was read, whatever they make of it. */
const inDigits: Reading = { format: ({ codec }) => ({ read, codec: exactly(codec, readDigits) }) };

const exactReply = <B, V>(
  codec: t.Decoder<unknown, B>,
  toValue: ToValue<V>,
): t.Decoder<unknown, Exact<B, V>> => {
  const { name, validate, decode } = exactly(codec, readDigits);
  const finish = (reply: B) => toValues(reply, toValue) as Exact<B, V>;
  return {
    name,
    validate: (u, context) => E.map(finish)(validate(u, context)),
    decode: (u) => E.map(finish)(decode(u)),
  };
};

const exactEndpoint = <A, B, V>(endpoint: Endpoint<A, B>, toValue: ToValue<V>): Endpoint<A, Exact<B, V>> => ({
  ...endpoint,
  read,
  reply: exactReply(endpoint.reply, toValue),
});

/** The state that `follow$` emits for an exact topic: the payload of the topic's snapshot, if it has snapshots. */
export type ExactState<S, M, V = string> =
  Extract<M, { readonly _tag: 'Snapshot' }> extends infer First
    ? [First] extends [{ readonly payload: infer P }]
      ? [First] extends [never]
        ? Exact<S, V>
        : Exact<P, V>
      : Exact<S, V>
    : never;

const payloadOf = (message: unknown, state: unknown): unknown =>
  isObject(message) && message['_tag'] === 'Snapshot' && 'payload' in message ? message['payload'] : state;

const exactTopic = <A, S, M, V>(
  topic: Topic<A, S, M>,
  toValue: ToValue<V>,
): Topic<A, ExactState<S, M, V>, Exact<M, V>> => {
  const safely = <T>(make: () => T): T => {
    try {
      return make();
    } catch (thrown) {
      throw new DecodeError(topic.name, [mismatchOfThrown(thrown)]);
    }
  };
  const finish = (message: unknown): unknown => safely(() => toValues(message, toValue));
  const finishState = (state: S): unknown =>
    safely(() => toValues(payloadOf(topic.snapshot(state), state), toValue));
  return { ...topic, reading: inDigits, finish, finishState } as unknown as Topic<
    A,
    ExactState<S, M, V>,
    Exact<M, V>
  >;
};

const itself: ToValue<string> = (text) => text;

/**
 * The same function or stream, but with exact decimals: the digits that the exchange sent, including trailing zeros.
 * They are texts, or what `toValue` makes of each text. Ids, counts and times do not change; a number that the codec
 * does not know is treated as a decimal.
 *
 * An exchange may send a decimal with an exponent, such as `1E-8`. If `toValue` throws, `request$` and `subscribe$`
 * error with a `DecodeError`, and `follow$` emits `failed` with it as the cause.
 *
 * Exact and plain consumers of a stream share one subscription at the exchange. If its reply contains a snapshot, the
 * stream is resubscribed when the first consumer of the other kind joins, and everyone gets a fresh snapshot. Streams
 * of an account are not resubscribed.
 *
 * `follow$` emits the payload of the snapshot as the state: for `SubscribeLevel2`, the current rows of the book.
 *
 * `toValue`: Called with the text of each decimal. @default the text itself
 *
 * @example
 * request$(client, exact(GetLevel1), { InstrumentId: 1 }).subscribe(({ BestBid }) => console.log(BestBid)); // '104300.00'
 */
export function exact<A, B>(endpoint: Endpoint<A, B>): Endpoint<A, Exact<B>>;
export function exact<A, B, V>(
  endpoint: Endpoint<A, B>,
  toValue: (text: string) => V,
): Endpoint<A, Exact<B, V>>;
export function exact<A, S, M>(topic: Topic<A, S, M>): Topic<A, ExactState<S, M>, Exact<M>>;
export function exact<A, S, M, V>(
  topic: Topic<A, S, M>,
  toValue: (text: string) => V,
): Topic<A, ExactState<S, M, V>, Exact<M, V>>;
export function exact(
  of: Endpoint<unknown, unknown> | Topic<unknown, unknown, unknown>,
  toValue: ToValue<unknown> = itself,
): unknown {
  return 'settle' in of ? exactTopic(of, toValue) : exactEndpoint(of, toValue);
}
