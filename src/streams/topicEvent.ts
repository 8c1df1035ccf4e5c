import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type * as t from 'io-ts';
import { decodeValue, type Format, guarded } from '../decode.ts';
import type { ClientError, DecodeError } from '../errors.ts';
import { type ReadJson, readJson } from '../json/json.ts';
import type { Reading } from './reading.ts';

/** Where an event belongs: the ids in its payload joined to one text; `undefined` for every stream of the topic. */
export type Route = string | undefined;

/** Takes one part of a payload, with the stream that it is for. */
export type Deliver<Ev> = (route: Route, event: Ev) => void;

/** A payload, or a part of one, that could not be read. */
export interface Misread {
  readonly error: ClientError;
  /** The streams it was meant for, where that can be told. */
  readonly routes: readonly Route[];
  /** What is told once only, however often it comes. */
  readonly once?: string;
}

/** The routes that somebody listens at. */
export interface Followed {
  readonly has: (route: string) => boolean;
  readonly all: () => readonly string[];
}

/** Reads one payload and hands out what is in it, in order; returns what could not be read, if anything. */
export type ReadEvent<Ev> = (
  payload: unknown,
  deliver: Deliver<Ev>,
  followed: Followed,
) => readonly Misread[];

/** One kind of event that a topic is fed by. Topics that share the very same value share what was read. */
export interface TopicEvent<Ev> {
  /** The event's name on the wire. */
  readonly name: string;
  /** Makes what reads its payloads in this way; to be made once for many of them. */
  readonly reader: (reading: Reading) => ReadEvent<Ev>;
}

/** What a {@link TopicEvent} is made of; `P` is its decoded payload. */
export interface EventSpec<P, Ev> {
  readonly name: string;
  readonly codec: t.Decoder<unknown, P>;
  /** @default the fast reader */
  readonly read?: ReadJson;
  /**
   * Says to which streams which part of the payload goes. It may return a list of {@link Misread}: what is for none of
   * those that are followed.
   */
  readonly route: (payload: P, deliver: Deliver<Ev>, followed: Followed) => unknown;
  /**
   * Takes apart a payload that the codec refused, so that what is good in it reaches its stream: each part is decoded
   * by itself. @default the payload as a whole
   */
  readonly parts?: (value: unknown) => readonly unknown[];
  /** Finds the routes in what the codec refused, to tell those streams and no other. @default none can be told */
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
