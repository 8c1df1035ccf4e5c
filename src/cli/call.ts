import { parseArgs } from 'node:util';
import { parse } from 'lossless-json';
import { lastValueFrom } from 'rxjs';
import { type ClientOptions, createClient, NOTBANK } from '../client.ts';
import type { Endpoint } from '../endpoint.ts';
import { readExactJson } from '../exactJson.ts';
import { request$ } from '../operators/request.ts';
import { apiKeyLogin } from '../session/login.ts';
import { endpoints, named } from './catalogue.ts';
import type { Command, Terminal } from './command.ts';
import { jsonText } from './jsonText.ts';
import { nearNames } from './nearNames.ts';

const options = {
  url: { type: 'string' },
  exact: { type: 'boolean', default: false },
  timeout: { type: 'string' },
} as const;

/** The login that the environment names; none where it names none. */
const loginFrom = ({ environment }: Terminal): Pick<ClientOptions, 'credentials'> => {
  const apiKey = environment['NOTBANK_API_KEY'];
  const secret = environment['NOTBANK_SECRET'];
  const userId = environment['NOTBANK_USER_ID'];
  if (apiKey === undefined || secret === undefined || userId === undefined) return {};
  return { credentials: apiKeyLogin({ apiKey, secret, userId }) };
};

const keepDigits = (payload: unknown): unknown => {
  try {
    return typeof payload === 'string' ? parse(payload) : payload;
  } catch {
    return payload;
  }
};

/** The endpoint, and what its last reply was before any number became a double. */
const keepingDigits = (endpoint: Endpoint<unknown, unknown>) => {
  let digits: unknown;
  const read = (payload: unknown): unknown => {
    digits = keepDigits(payload);
    return endpoint.read(payload);
  };
  return { endpoint: { ...endpoint, read }, digits: () => digits };
};

const unknownFunction = (name: string): string => {
  const near = nearNames(
    name,
    endpoints.map((endpoint) => endpoint.name),
  );
  return `There is no function ${name}.${near.length > 0 ? ` Did you mean ${near.join(', ')}?` : ''}`;
};

const ask = async (
  endpoint: Endpoint<unknown, unknown>,
  params: unknown,
  settings: ClientOptions,
): Promise<unknown> => {
  const client = createClient(settings);
  try {
    return await lastValueFrom(request$(client, endpoint, params), { defaultValue: null });
  } finally {
    client.close();
  }
};

/** Calls one function and prints its reply as JSON. */
export const callCommand: Command = {
  usage: 'call FUNCTION [\'{"Json": "parameters"}\'] [--url URL] [--exact] [--timeout MS]',
  summary: 'call a function and print its reply; NOTBANK_API_KEY, NOTBANK_SECRET and NOTBANK_USER_ID log in',
  run: async (args, terminal) => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [name = '', text = '{}'] = positionals;
    const found = named(endpoints, name);
    if (found === undefined) {
      terminal.error(unknownFunction(name));
      return 1;
    }
    const { endpoint, digits } = keepingDigits(found);
    const reply = await ask(endpoint, readExactJson(text), {
      url: values.url ?? terminal.environment['NOTBANK_URL'] ?? NOTBANK,
      ...(values.timeout !== undefined && { requestTimeout: Number(values.timeout) }),
      ...loginFrom(terminal),
    });
    terminal.out(jsonText(values.exact ? digits() : reply, terminal.isColoured));
    return 0;
  },
};
