import * as E from 'fp-ts/lib/Either.js';
import { isObject } from '../codec/isObject.ts';
import { decodeReply } from '../endpoint.ts';
import { GatewayError } from '../errors.ts';
import { type Frame, MessageType } from '../frame.ts';
import { readJson } from '../json/json.ts';
import { type Mismatch, mismatches } from '../mismatches.ts';
import { plainly } from '../streams/reading.ts';
import type { Followed, ReadEvent } from '../streams/topicEvent.ts';
import { type AnyEndpoint, endpoints, topics } from './catalogue.ts';
import { inProperSpelling } from './inProperSpelling.ts';

/** What became of a payload: read, unknown to the catalogue, or not read, and why. */
export type Finding = 'passed' | 'unknown' | { readonly failure: string };

const byName = <A extends { readonly name: string }>(all: readonly A[]): ReadonlyMap<string, A> =>
  new Map(all.map((one) => [one.name.toLowerCase(), one]));

const functions = byName(endpoints);
const streams = byName(topics);
const unsubscribes = new Set([...streams.keys()].map((name) => `un${name}`));

/** Several streams may have an event in common, and read it in one way or in several. */
const readsOfEvents = topics
  .flatMap(({ events }) => events)
  .reduce((reads, { name, reader }) => {
    const key = name.toLowerCase();
    return reads.set(key, new Set(reads.get(key)).add(reader(plainly)));
  }, new Map<string, Set<ReadEvent<unknown>>>());

/** Here nobody follows anything: where an event belongs is not looked at. */
const nowhere: Followed = { has: () => false, all: () => [] };

/** A refusal that could be read was read. */
const found = (outcome: E.Either<Error, unknown>): Finding => {
  if (E.isRight(outcome) || outcome.left instanceof GatewayError) return 'passed';
  return { failure: outcome.left.message };
};

const ofEvent = ({ name, payload }: Frame): Finding => {
  const reads = readsOfEvents.get(name.toLowerCase());
  if (reads === undefined) return 'unknown';
  for (const read of reads) {
    const [misread] = read(payload, () => undefined, nowhere);
    if (misread !== undefined) return { failure: misread.error.message };
  }
  return 'passed';
};

const ofReply = (frame: Frame): Finding => {
  const name = frame.name.toLowerCase();
  const reading = functions.get(name) ?? streams.get(name)?.subscribe;
  if (reading !== undefined) return found(decodeReply(reading, frame));
  return unsubscribes.has(name) ? 'passed' : 'unknown';
};

/** What is wrong with a request is its writer's doing, not the exchange's. */
const misasked = (name: string, wrong: readonly Mismatch[]): Finding => {
  const places = wrong.map(
    ({ path, expected, found: was }) => `${path || 'the request'} should be ${expected} but is ${was}`,
  );
  return {
    failure: `${name}: the request is not what the function takes: ${places.slice(0, 5).join('; ')}.`,
  };
};

const ofCall = (endpoint: AnyEndpoint, { name, payload }: Frame): Finding => {
  const { request } = endpoint;
  const decoded = request.decode(inProperSpelling(request, endpoint.read(payload)));
  return E.isRight(decoded) ? 'passed' : misasked(name, mismatches(decoded.left));
};

/** Streams are asked for in more ways than this client does, by symbol for instance: of those, any object will do. */
const ofRequest = (frame: Frame): Finding => {
  const name = frame.name.toLowerCase();
  const endpoint = functions.get(name);
  if (endpoint !== undefined) return ofCall(endpoint, frame);
  if (!streams.has(name) && !unsubscribes.has(name)) return 'unknown';
  const value = readJson(frame.payload);
  if (isObject(value)) return 'passed';
  return misasked(frame.name, [{ path: '', expected: 'an object', found: String(value) }]);
};

const checks: Readonly<Record<MessageType, (frame: Frame) => Finding>> = {
  [MessageType.Request]: ofRequest,
  [MessageType.Subscribe]: ofRequest,
  [MessageType.Unsubscribe]: ofRequest,
  [MessageType.Reply]: ofReply,
  [MessageType.Error]: ofReply,
  [MessageType.Event]: ofEvent,
};

/** What the frame is, as a table names it: a function and whether it is the request or the reply, or an event. */
export const kindOf = ({ type, name }: Frame): string => {
  const kind = checks[type] === ofRequest ? 'request' : type === MessageType.Event ? 'event' : 'reply';
  return `${name} ${kind}`;
};

/** Decodes the payload of a frame with what the catalogue has for it, in both entries. */
export const findingOf = (frame: Frame): Finding => {
  try {
    return checks[frame.type](frame);
  } catch (thrown) {
    return { failure: thrown instanceof Error ? thrown.message : String(thrown) };
  }
};
