import type { Endpoint } from '../../src/endpoint.ts';
import { writeJson } from '../../src/json/json.ts';
import { received } from './exchanged.ts';

type Keyed = Readonly<Record<string, unknown>>;

/**
 * The keys of a record that a reply can do without, in alphabetical order. Without any other one it must not be
 * understood, and the error must name the path that is missing.
 *
 * @param wrap Makes a reply of the record.
 * @param path Where the record stands in the reply.
 */
export const dispensable = <A>(
  endpoint: Endpoint<A, unknown>,
  record: Keyed,
  wrap: (record: Keyed) => unknown = (u) => u,
  path = '',
): readonly string[] => {
  const understands = (without: string): boolean => {
    const rest = Object.fromEntries(Object.entries(record).filter(([key]) => key !== without));
    const reply = received(endpoint, writeJson(wrap(rest)));
    if (typeof reply !== 'string') return true;
    const missing = `${endpoint.name}: the exchange's payload was not understood: ${path}${without} should be `;
    if (!reply.startsWith(missing)) throw new Error(`Without ${path}${without}: ${reply}`);
    return false;
  };
  return Object.keys(record).filter(understands).sort();
};
