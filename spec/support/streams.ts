import * as E from 'fp-ts/lib/Either.js';
import { NEVER } from 'rxjs';
import { type Frame, MessageType } from '../../src/frame.ts';
import type { Asking } from '../../src/requests/ask.ts';
import { plainly } from '../../src/streams/reading.ts';
import type { Stream } from '../../src/streams/stream.ts';
import { subscribe$ } from '../../src/streams/subscribe.ts';
import type { Topic } from '../../src/streams/topic.ts';
import type { Followed, Misread, Route } from '../../src/streams/topicEvent.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from './connect.ts';

/** A stream with the topic that it is of. */
export interface SettledStream<S, M> extends Stream<S> {
  readonly topic: Topic<never, S, M>;
}

/** A topic with its parameters settled; throws the error where they cannot be. */
export const settled = <A, S, M>(topic: Topic<A, S, M>, params: A): SettledStream<S, M> => {
  const stream = topic.settle(params);
  if (E.isLeft(stream)) throw stream.left;
  if (stream.right._tag === 'Sought') throw new Error('it takes a question to settle them');
  return { ...stream.right.settled, topic };
};

/** As {@link settled}, for parameters that the types refuse. */
export const settledAnyway = <A, S, M>(topic: Topic<A, S, M>, params: unknown): SettledStream<S, M> =>
  settled(topic, params as A);

/** What a stream subscribes and unsubscribes with, as it is sent. */
export const callsOf = ({
  subscribe,
  unsubscribe,
}: Pick<Stream<unknown>, 'subscribe' | 'unsubscribe'>): readonly unknown[] =>
  [subscribe, unsubscribe].map((call) => [call.name, call.payload]);

const askNothing = Object.assign(() => NEVER, { socket: {} }) as unknown as Asking;

/** The first state that this text makes as the reply to a subscribe, or what was wrong with it. */
export const beginWith = <S>({ name, begin, topic }: SettledStream<S, unknown>, text: string): S | string => {
  const frame: Frame = { type: MessageType.Reply, sequence: 2, name, payload: text };
  const how = { reading: topic.reading, ask: askNothing, report: () => undefined };
  const state$ = begin(frame, how);
  if (E.isLeft(state$)) return state$.left.message;
  const states: S[] = [];
  state$.right.subscribe((state) => states.push(state));
  const [state] = states;
  return state === undefined ? 'nothing yet' : state;
};

/** What becomes of this text as the reply to a subscribe. */
export const firstOf = <S, M>(stream: SettledStream<S, M>, text: string): M | string => {
  const state = beginWith(stream, text);
  return typeof state === 'string' ? state : stream.topic.snapshot(state);
};

const every: Followed = { has: () => true, all: () => [] };

/** What is handed out of an event, with the routes; or what was wrong with it. */
export const handedOut = <S, M>(
  { events, topic }: SettledStream<S, M>,
  name: string,
  payload: unknown,
  followed: Followed = every,
): readonly (readonly [Route, M])[] | Misread => {
  const event = events.find((candidate) => candidate.name === name);
  if (event === undefined) throw new Error(`${name} is no event of the stream`);
  const handed: [Route, M][] = [];
  const [misread] = event.reader(plainly)(
    payload,
    (route, part) => handed.push([route, topic.update(part)]),
    followed,
  );
  return misread ?? handed;
};

/** The state after these events, in their order. */
export const stateAfter = <S>(stream: Stream<S>, first: S, ...events: readonly unknown[]): S =>
  events.reduce<S>(stream.apply, first);

/** Follows a stream at a scripted exchange. */
export const follow = <A, S, M>(topic: Topic<A, S, M>, params: A, answer: (request: Frame) => unknown) => {
  const exchange = scriptedExchange({ answer });
  const client = connect(exchange, { backoff: () => null });
  const seen: (M | string)[] = [];
  subscribe$(client, topic, params).subscribe({
    next: (message) => seen.push(message),
    error: (error: unknown) => seen.push((error as Error).message),
  });
  return {
    exchange,
    client,
    /** Messages, and the error's text. */
    seen,
    push: (name: string, payload: unknown) => exchange.push({ type: MessageType.Event, name, payload }),
  };
};
