import { parseArgs } from 'node:util';
import { isInteger, isNumber, isSafeNumber, LosslessNumber, parse } from 'lossless-json';
import { lastValueFrom } from 'rxjs';
import { type ClientOptions, createClient, NOTBANK } from '../client.ts';
import type { Endpoint } from '../endpoint.ts';
import { exact } from '../exact.ts';
import { request$ } from '../requests/request.ts';
import { apiKeyLogin } from '../session/login.ts';
import { endpoints, named } from './catalogue.ts';
import type { Command, Terminal } from './command.ts';
import { jsonText } from './jsonText.ts';
import { noSuch } from './noSuch.ts';
import { longestDelay, wholeNumber } from './wholeNumber.ts';

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

/** A decimal as `exact` gives it, so that it is printed as the number it is, digit for digit. */
const printed = (digits: string): unknown => (isNumber(digits) ? new LosslessNumber(digits) : digits);

/** What a `number` would round goes on as the digits that were written. */
const parameter = (digits: string): unknown => {
  if (isSafeNumber(digits)) return Number(digits);
  return isInteger(digits) ? BigInt(digits) : digits;
};

const paramsFrom = (text: string): unknown => {
  try {
    return parse(text, undefined, parameter);
  } catch {
    throw new Error(`The parameters are not JSON: ${text}`);
  }
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
  details: [
    'With --exact the reply is read as the exact() of the library reads it: every decimal with the digits it was',
    'sent with. --timeout is in milliseconds.',
  ],
  run: async (args, terminal) => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [name, text = '{}', ...more] = positionals;
    if (name === undefined || more.length > 0) {
      const what = name === undefined ? 'Which function?' : 'Put the parameters in quotes, as one word:';
      terminal.error(`${what} usage: notbank-rx ${callCommand.usage}`);
      return 1;
    }
    const found = named(endpoints, name);
    if (found === undefined) {
      const names = endpoints.map((endpoint) => endpoint.name);
      terminal.error(noSuch('function', name, names));
      return 1;
    }
    const reply = await ask(values.exact ? exact(found, printed) : found, paramsFrom(text), {
      url: values.url ?? terminal.environment['NOTBANK_URL'] ?? NOTBANK,
      ...(values.timeout !== undefined && {
        requestTimeout: wholeNumber('timeout', values.timeout, { from: 1, to: longestDelay }),
      }),
      ...loginFrom(terminal),
    });
    terminal.out(jsonText(reply, terminal.isColoured));
    return 0;
  },
};
