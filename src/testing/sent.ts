import type { Frame } from '../frame.ts';
import { differences } from './differences.ts';

/** A request that the client should send: a function name, or a name and the fields of the payload to check. */
export type Sent = string | { readonly name: string; readonly payload: Readonly<Record<string, unknown>> };

const isFields = (u: unknown): u is Readonly<Record<string, unknown>> => typeof u === 'object' && u !== null;

/** The fields of a payload that an expectation names. */
const fieldsOf = (payload: unknown, wanted: Readonly<Record<string, unknown>>): unknown =>
  isFields(payload) ? Object.fromEntries(Object.keys(wanted).map((key) => [key, payload[key]])) : payload;

/** As much of a received frame as one of the expectations speaks of. */
export const asExpected = ({ name, payload }: Frame, expected: readonly Sent[]): Sent => {
  const candidates = expected.filter((sent) => (typeof sent === 'string' ? sent : sent.name) === name);
  const views = candidates.map((sent) =>
    typeof sent === 'string'
      ? name
      : { name, payload: fieldsOf(payload, sent.payload) as Readonly<Record<string, unknown>> },
  );
  const met = views.find((view, index) => differences(candidates[index], view).length === 0);
  return met ?? views[0] ?? name;
};
