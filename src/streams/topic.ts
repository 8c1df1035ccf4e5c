import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type * as t from 'io-ts';
import { map, type Observable } from 'rxjs';
import { type Mismatch, mismatches, mismatchOfThrown } from '../mismatches.ts';
import type { Connection } from '../connection/connection.ts';
import { type Call, call, type Endpoint, type ReplyFormat } from '../endpoint.ts';
import { type ClientError, DecodeError, GatewayError, type Refusal } from '../errors.ts';
import { type ReadJson, readJson } from '../json/json.ts';

/** Where an event belongs: the ids in its payload joined to one text; `undefined` for every stream of the topic. */
export type Route = string | undefined;

/** One kind of event that a topic is fed by. */
export interface TopicEvent<M> {
  /** The event's name on the wire. */
  readonly name: string;
  /**
   * Reads one payload and hands out what is in it, each message with its route, in order. Where the payload is
   * not what it should be, nothing is handed out and the error is returned, with the route if that can be told.
   */
  readonly read: (payload: unknown, deliver: (route: Route, message: M) => void) => Misread | undefined;
  /** The same event, its payload read in another way. */
  readonly readBy: (reader: Reader) => TopicEvent<M>;
}

/** A way to read payloads, in the place of the one that a stream comes with. */
export interface Reader {
  readonly read: ReadJson;
  readonly codec: <P>(codec: t.Decoder<unknown, P>) => t.Decoder<unknown, P>;
}

export interface Misread {
  readonly error: DecodeError;
  /** The one stream the payload was meant for, where it can be told. */
  readonly route: Route;
}

/** What a {@link TopicEvent} is made of; `P` is its decoded payload. */
export interface EventSpec<P, M> {
  readonly name: string;
  readonly codec: t.Decoder<unknown, P>;
  /** @default the fast reader */
  readonly read?: ReadJson;
  /** Says to which streams which part of the payload goes, as which message. */
  readonly route: (payload: P, deliver: (route: Route, message: M) => void) => void;
  /** Finds the route in a payload that the codec refused, to fail one stream instead of none. */
  readonly routeOfBroken?: (value: unknown) => Route;
}

/** A codec or a reader of a caller's own that throws has refused. */
const decodeEvent = <P>(
  codec: t.Decoder<unknown, P>,
  read: ReadJson,
  payload: unknown,
): E.Either<{ readonly mismatches: readonly Mismatch[]; readonly value: unknown }, P> => {
  let value: unknown;
  try {
    value = read(payload);
    const decoded = codec.decode(value);
    return E.isRight(decoded) ? decoded : E.left({ mismatches: mismatches(decoded.left), value });
  } catch (thrown) {
    return E.left({ mismatches: [mismatchOfThrown(thrown)], value });
  }
};

/** Makes a {@link TopicEvent}. */
export const topicEvent = <P, M>(spec: EventSpec<P, M>): TopicEvent<M> => {
  const { name, codec, read = readJson, route, routeOfBroken = () => undefined } = spec;
  return {
    name,
    read: (payload, deliver) => {
      const decoded = decodeEvent(codec, read, payload);
      if (E.isLeft(decoded)) {
        const { value, mismatches: found } = decoded.left;
        return { error: new DecodeError(name, found), route: routeOfBroken(value) };
      }
      route(decoded.right, deliver);
      return undefined;
    },
    readBy: (reader) => topicEvent({ ...spec, read: reader.read, codec: reader.codec(codec) }),
  };
};

/** The present state of a stream, kept so that a late consumer can be given it at once. */
export interface Present<M> {
  /** Takes one message in. */
  readonly take: (message: M) => void;
  /** The state so far as one message, usually a snapshot; `undefined` before the first. */
  readonly now: () => M | undefined;
}

/** Everything about one subscription, its parameters settled. */
export interface Stream<M> {
  /**
   * The topic's name with what tells this stream from its others: consumers of the same key share one subscription at
   * the exchange. Of these, consumers with the same {@link events} share what was read as well.
   */
  readonly key: string;
  /**
   * What one unsubscribe ends at the exchange, as a key; usually {@link key} itself. The unsubscribe is sent when
   * no stream of the group has a consumer any more.
   */
  readonly group: string;
  /** The routes that lead here. */
  readonly routes: readonly string[];
  readonly events: readonly TopicEvent<M>[];
  /** The call that subscribes; its reply is the first message. */
  readonly subscribe: Call<M>;
  readonly unsubscribe: Call<unknown>;
  /** Makes the empty state that is filled anew on every connection. */
  readonly present: () => Present<M>;
  /** Whether an event that came before the snapshot is contained in it. */
  readonly isContained: (snapshot: M, event: M) => boolean;
  /** Two messages of equal identity are one event sent twice; `undefined` for what cannot repeat. */
  readonly identity: (message: M) => string | undefined;
}

/** A stream of the exchange's as a plain value: parameters in, a {@link Stream} out. */
export interface Topic<A, M> {
  /** The name of the subscribing function on the wire. */
  readonly name: string;
  /** How the reply to it is read. */
  readonly subscribe: ReplyFormat<unknown>;
  /** The events that feed the stream. */
  readonly events: readonly TopicEvent<M>[];
  /** Settles the parameters, which may take a question to the exchange (a symbol's id); it emits once. */
  readonly resolve: (connection: Connection, params: A) => Observable<Stream<M>>;
  /** The same stream, its payloads read in another way; the subscription at the exchange is one. */
  readonly readBy: (reader: Reader) => Topic<A, M>;
  /** Makes what a consumer is given for a message. @default the message itself */
  readonly finish?: (message: M) => M;
}

/** What a {@link Topic} is made of: `A` what the caller passes, `K` the same settled, `S` the reply, `M` the messages. */
export interface TopicSpec<A, K, S, M> {
  readonly subscribe: Endpoint<K, S>;
  readonly unsubscribe: (params: K) => Call<unknown>;
  readonly events: readonly TopicEvent<M>[];
  readonly resolve: (connection: Connection, params: A) => Observable<K>;
  /** The refusal that a reply is in its own words, such as `{"Subscribed":false}`. @default none is */
  readonly refusal?: (reply: S) => Refusal | undefined;
  /** The message that the reply is. */
  readonly first: (reply: S, params: K) => M;
  /** The ids that make a stream, joined to one text. */
  readonly key: (params: K) => string;
  /** @default the key */
  readonly group?: (params: K) => string;
  /** @default the key alone */
  readonly routes?: (params: K) => readonly string[];
  readonly present: (params: K) => Present<M>;
  /** @default nothing is */
  readonly isContained?: (snapshot: M, event: M) => boolean;
  /** @default nothing repeats */
  readonly identity?: (message: M) => string | undefined;
}

const nothingIsContained = (): boolean => false;
const nothingRepeats = (): undefined => undefined;

const toStream = <A, K, S, M>(spec: TopicSpec<A, K, S, M>, params: K): Stream<M> => {
  const { subscribe, key, group = key, routes = (settled: K) => [key(settled)] } = spec;
  const named = (text: string): string => `${subscribe.name} ${text}`;
  const reply = call(subscribe, params);
  return {
    key: named(key(params)),
    group: named(group(params)),
    routes: routes(params),
    events: spec.events,
    subscribe: {
      ...reply,
      decode: (frame, report) => {
        try {
          return pipe(
            reply.decode(frame, report),
            E.chain((snapshot: S): E.Either<ClientError, M> => {
              const refusal = spec.refusal?.(snapshot);
              return refusal === undefined
                ? E.right(spec.first(snapshot, params))
                : E.left(new GatewayError(reply.name, refusal));
            }),
          );
        } catch (thrown) {
          // A topic of a caller's own that throws has not understood: else the stream would stall.
          return E.left(new DecodeError(reply.name, [mismatchOfThrown(thrown)]));
        }
      },
    },
    unsubscribe: spec.unsubscribe(params),
    present: () => spec.present(params),
    isContained: spec.isContained ?? nothingIsContained,
    identity: spec.identity ?? nothingRepeats,
  };
};

/** Makes a {@link Topic}; for a stream that only your venue has, too. See `docs/guides` for a whole example. */
export const topic = <A, K, S, M>(spec: TopicSpec<A, K, S, M>): Topic<A, M> => ({
  name: spec.subscribe.name,
  subscribe: spec.subscribe,
  events: spec.events,
  resolve: (connection, params) =>
    spec.resolve(connection, params).pipe(map((settled: K) => toStream(spec, settled))),
  readBy: ({ read, codec }) =>
    topic({
      ...spec,
      subscribe: { ...spec.subscribe, read, reply: codec(spec.subscribe.reply) },
      events: spec.events.map((event) => event.readBy({ read, codec })),
    }),
});
