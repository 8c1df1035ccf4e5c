import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { decodeValue, type Format, guarded } from '../decode.ts';
import type { ClientError } from '../errors.ts';
import { type ReadJson, readJson } from '../json/json.ts';
import type { Reading } from './reading.ts';

/** Where an event belongs: the ids in its payload joined to one text; `undefined` for every stream of the topic. */
export type Route = string | undefined;

/** Takes one part of a payload, with the stream that it is for. */
export type Deliver<E> = (route: Route, event: E) => void;

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
export type ReadEvent<E> = (payload: unknown, deliver: Deliver<E>, followed: Followed) => readonly Misread[];

/** One kind of event that a topic is fed by. Topics that share the very same value share what was read. */
export interface TopicEvent<E> {
  /** The event's name on the wire. */
  readonly name: string;
  /** Makes what reads its payloads in this way; to be made once for many of them. */
  readonly reader: (reading: Reading) => ReadEvent<E>;
}

/** What a {@link TopicEvent} is made of; `P` is its decoded payload. */
export interface EventSpec<P, E> {
  readonly name: string;
  readonly codec: t.Decoder<unknown, P>;
  /** @default the fast reader */
  readonly read?: ReadJson;
  /** Says to which streams which part of the payload goes; may return what is for none of those that are followed. */
  readonly route: (
    payload: P,
    deliver: Deliver<E>,
    followed: Followed,
  ) => readonly Misread[] | undefined | void;
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

/** Where some of the payload cannot be read, the rest of it is handed out. */
const readParts = <P, E>(
  { name, route, parts = asAWhole, routesOfBroken = noneTold }: EventSpec<P, E>,
  { codec }: Format<P>,
  value: unknown,
  ...to: readonly [deliver: Deliver<E>, followed: Followed]
): readonly Misread[] =>
  parts(value).flatMap((part) => {
    const decoded = guarded(name, () => decodeValue(name, codec, part));
    if (E.isLeft(decoded)) return [{ error: decoded.left, routes: routesOfBroken(part) }];
    return route(decoded.right, ...to) ?? nothing;
  });

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
export const topicEvent = <P, E = P>(spec: EventSpec<P, E>): TopicEvent<E> => ({
  name: spec.name,
  reader: (reading) => {
    const { name, codec, read = readJson, route } = spec;
    const format = reading.format({ codec, read });
    return (payload, deliver, followed) => {
      const value = guarded(name, () => E.right(format.read(payload)));
      if (E.isLeft(value)) return [{ error: value.left, routes: [] }];
      const decoded = guarded(name, () => decodeValue(name, format.codec, value.right));
      if (E.isLeft(decoded)) return readParts(spec, format, value.right, deliver, followed);
      return route(decoded.right, deliver, followed) ?? nothing;
    };
  },
});
