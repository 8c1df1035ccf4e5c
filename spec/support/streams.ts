import type { Connection } from '../../src/connection/connection.ts';
import { type Frame, MessageType } from '../../src/frame.ts';
import { subscribe$ } from '../../src/streams/subscribe.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import type { Misread, Route, Stream, Topic } from '../../src/streams/topic.ts';
import { connect } from './connect.ts';
import { readBy } from './exchanged.ts';

/** A connection for topics that ask nothing while they settle their parameters. */
const noConnection = {} as Connection;

/** A topic with its parameters settled; throws the error where they cannot be. */
export const settled = <A, M>(topic: Topic<A, M>, params: A): Stream<M> => {
  const streams: Stream<M>[] = [];
  const errors: unknown[] = [];
  topic.resolve(noConnection, params).subscribe({
    next: (stream) => streams.push(stream),
    error: (error: unknown) => errors.push(error),
  });
  const [stream] = streams;
  if (stream === undefined) throw errors[0];
  return stream;
};

/** As {@link settled}, for parameters that the types refuse. */
export const settledAnyway = <A, M>(topic: Topic<A, M>, params: unknown): Stream<M> =>
  settled(topic, params as A);

/** What a stream subscribes and unsubscribes with, as it is sent. */
export const callsOf = ({
  subscribe,
  unsubscribe,
}: Pick<Stream<unknown>, 'subscribe' | 'unsubscribe'>): readonly unknown[] =>
  [subscribe, unsubscribe].map((call) => [call.name, call.payload]);

/** What becomes of this text as the reply to a subscribe. */
export const firstOf = <M>(stream: Stream<M>, text: string): M | string => readBy(stream.subscribe, text);

/** What is handed out of an event, with the routes; or what was wrong with it. */
export const handedOut = <M>(
  { events }: Stream<M>,
  name: string,
  payload: unknown,
): readonly (readonly [Route, M])[] | Misread => {
  const event = events.find((candidate) => candidate.name === name);
  if (event === undefined) throw new Error(`${name} is no event of the stream`);
  const handed: [Route, M][] = [];
  const misread = event.read(payload, (route, message) => handed.push([route, message]));
  return misread ?? handed;
};

/** Follows a stream at a scripted exchange. */
export const follow = <A, M>(topic: Topic<A, M>, params: A, answer: (request: Frame) => unknown) => {
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
