import * as alphapoint from '../alphapoint/index.ts';
import type { Endpoint } from '../endpoint.ts';
import * as notbank from '../index.ts';
import type { Topic } from '../streams/topic.ts';

/** A function of which only the name is known. */
export type AnyEndpoint = Endpoint<unknown, unknown>;
type AnyTopic = Topic<unknown, unknown, unknown>;

const has = (value: unknown, ...keys: readonly string[]): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && keys.every((key) => key in value);

const isEndpoint = (value: unknown): value is AnyEndpoint =>
  has(value, 'name', 'request', 'reply', 'isCommand');
const isTopic = (value: unknown): value is AnyTopic => has(value, 'name', 'events', 'settle');

const exported: readonly unknown[] = [...Object.values(notbank), ...Object.values(alphapoint)];

/** Every function of the catalogue. */
export const endpoints: readonly AnyEndpoint[] = exported.filter(isEndpoint);

/** Every stream of the catalogue. */
export const topics: readonly AnyTopic[] = exported.filter(isTopic);

/** Finds by name what has one, without regard to case. */
export const named = <A extends { readonly name: string }>(all: readonly A[], name: string): A | undefined =>
  all.find((one) => one.name.toLowerCase() === name.toLowerCase());
