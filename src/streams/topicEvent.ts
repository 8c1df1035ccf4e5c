import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type * as t from 'io-ts';
import { decodeValue, type Format, guarded } from '../decode.ts';
import type { ClientError, DecodeError } from '../errors.ts';
import { type ReadJson, readJson } from '../json/json.ts';
import type { Reading } from './reading.ts';

/**
 * The stream that an event belongs to: the ids in its payload joined to one text; `undefined` for every stream of the
 * topic.
 */
export type Route = string | undefined;

/** Passes one part of a payload on to the stream with this route. */
export type Deliver<Ev> = (route: Route, event: Ev) => void;

/** A payload, or a part of one, that could not be read. */
export interface Misread {
  readonly error: ClientError;
  /** The streams that it was meant for, if known. */
  readonly routes: readonly Route[];
  /** A key: errors with the same key are reported only once. */
  readonly once?: string;
}

/** The routes that have subscribers. */
export interface Followed {
  readonly has: (route: string) => boolean;
  readonly all: () => readonly string[];
}

/** Reads one payload and delivers its parts in order; returns the parts that could not be read. */
export type ReadEvent<Ev> = (
  payload: unknown,
  deliver: Deliver<Ev>,
  followed: Followed,
) => readonly Misread[];

/** One kind of event that feeds a topic. Topics that share the same `TopicEvent` object share the decoded payloads. */
export interface TopicEvent<Ev> {
  /** The event's name on the wire. */
  readonly name: string;
  /** Makes a function that reads the event's payloads in this way. Make it once and use it for many payloads. */
  readonly reader: (reading: Reading) => ReadEvent<Ev>;
}

/** What a {@link TopicEvent} is made of; `P` is its decoded payload. */
export interface EventSpec<P, Ev> {
  readonly name: string;
  readonly codec: t.Decoder<unknown, P>;
  /** @default the fast reader */
  readonly read?: ReadJson;
  /**
   * Delivers each part of the payload to its stream. It may return a list of {@link Misread} for parts that belong to
   * none of the followed streams.
   */
  readonly route: (payload: P, deliver: Deliver<Ev>, followed: Followed) => unknown;
  /**
   * Splits a payload that the codec refused, so that its valid parts still reach their streams: each part is then
   * decoded alone.
   *
   * @default the whole payload
   */
  readonly parts?: (value: unknown) => readonly unknown[];
  /**
   * Finds the routes in what the codec refused: these streams are told that they missed an event. The error goes to
   * `error$` in any case.
   *
   * @default none: no stream is told
   */
  readonly routesOfBroken?: (value: unknown) => readonly Route[];
}

const noneTold = (): readonly Route[] => [];
const asAWhole = (value: unknown): readonly unknown[] => [value];
const nothing: readonly Misread[] = [];

/** A route may just return what its last `deliver` does. */
const strays = (returned: unknown): readonly Misread[] => (Array.isArray(returned) ? returned : nothing);

/** What was left out of a payload that could be read: told once, as it may be in every one that comes. */
const leftOutOf = (error: DecodeError): Misread => ({
  error,
  routes: [],
  once: error.mismatches.map(({ path }) => path).join(),
});

/** Decodes one payload, or part of one, and hands out what is in it. */
const handOut = <P, Ev>(
  { name, route }: EventSpec<P, Ev>,
  { codec }: Format<P>,
  value: unknown,
  ...to: readonly [deliver: Deliver<Ev>, followed: Followed]
): E.Either<ClientError, readonly Misread[]> => {
  const mishaps: Misread[] = [];
  const decoded = guarded(name, () =>
    decodeValue(name, codec, value, (error) => mishaps.push(leftOutOf(error))),
  );
  if (E.isLeft(decoded)) return decoded;
  const others = strays(route(decoded.right, ...to));
  return E.right(mishaps.length === 0 ? others : [...mishaps, ...others]);
};

/** Where some of a payload cannot be read, the rest of it is handed out. */
const handOutParts = <P, Ev>(
  spec: EventSpec<P, Ev>,
  format: Format<P>,
  value: unknown,
  ...to: readonly [deliver: Deliver<Ev>, followed: Followed]
): readonly Misread[] => {
  const { parts = asAWhole, routesOfBroken = noneTold } = spec;
  return parts(value).flatMap((part) =>
    pipe(
      handOut(spec, format, part, ...to),
      E.getOrElse((error): readonly Misread[] => [{ error, routes: routesOfBroken(part) }]),
    ),
  );
};

/**
 * Makes a {@link TopicEvent}.
 *
 * @example
 * topicEvent({
 *   name: 'Level1UpdateEvent',
 *   codec: Level1,
 *   route: (payload, deliver) => deliver(String(payload.InstrumentId), payload),
 * });
 */
export const topicEvent = <P, Ev = P>(spec: EventSpec<P, Ev>): TopicEvent<Ev> => ({
  name: spec.name,
  reader: (reading) => {
    const { name, codec, read = readJson } = spec;
    const format = reading.format({ codec, read });
    return (payload, ...to) => {
      const value = guarded(name, () => E.right(format.read(payload)));
      if (E.isLeft(value)) return [{ error: value.left, routes: [] }];
      const misread = handOut(spec, format, value.right, ...to);
      return E.isRight(misread) ? misread.right : handOutParts(spec, format, value.right, ...to);
    };
  },
});
