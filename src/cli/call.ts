import { type Command, Option } from 'commander';
import { isInteger, isNumber, isSafeNumber, LosslessNumber, parse } from 'lossless-json';
import { GatewayError, InvalidRequest, isNotAuthorized } from '../errors.ts';
import { exact } from '../exact.ts';
import { redact } from '../redact.ts';
import { askOnce } from './askOnce.ts';
import { type AnyEndpoint, endpoints, named } from './catalogue.ts';
import { gatewayFrom, type GatewayOptions, withGateway } from './gateway.ts';
import { jsonText } from './jsonText.ts';
import { loginVariables } from './loginFrom.ts';
import { noSuch } from './noSuch.ts';
import type { Terminal } from './terminal.ts';
import { usageError } from './usageError.ts';
import type { Verb } from './verb.ts';
import { longestDelay, wholeNumber } from './wholeNumber.ts';
import { withExamples } from './withExamples.ts';

interface CallOptions extends GatewayOptions {
  readonly exact?: boolean;
  readonly timeout?: number;
}

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
  } catch (error) {
    throw usageError(`The parameters are not JSON: ${redact(text)}`, error);
  }
};

const endpointFrom = (name: string): AnyEndpoint => {
  const found = named(endpoints, name);
  if (found !== undefined) return found;
  if (/^(un)?subscribe/i.test(name)) {
    throw usageError(`${name} is for a stream, which call does not follow: see notbank-rx watch --help.`);
  }
  throw usageError(
    noSuch(
      'function',
      name,
      endpoints.map((endpoint) => endpoint.name),
    ),
  );
};

/** A gateway does not tell a function that is not there from one that wants a login; wrong parameters are the caller's. */
const withAdvice = (error: unknown, hasLogin: boolean): unknown => {
  if (error instanceof InvalidRequest) return usageError(error.message, error);
  return error instanceof GatewayError && isNotAuthorized(error) && !hasLogin
    ? new Error(`${error.message} ${loginVariables} give a login.`, { cause: error })
    : error;
};

const call = async (
  [name = '', text = '{}', ...more]: readonly string[],
  { exact: isExact = false, timeout, ...options }: CallOptions,
  terminal: Terminal,
): Promise<void> => {
  if (more.length > 0)
    throw usageError(`Put the parameters in quotes, as one word: ${[text, ...more].join(' ')}`);
  const endpoint = endpointFrom(name);
  const params = paramsFrom(text);
  const gateway = gatewayFrom(options, terminal);
  const reply = await askOnce(isExact ? exact(endpoint, printed) : endpoint, params, {
    ...gateway,
    ...(timeout !== undefined && { requestTimeout: timeout }),
  }).catch((error: unknown) => {
    throw withAdvice(error, gateway.credentials !== undefined);
  });
  terminal.out(jsonText(reply, terminal.isColoured));
};

/** Calls one function and prints its reply as JSON. */
export const callVerb: Verb = (program, terminal) => {
  const command = withGateway(program.command('call'))
    .summary('call a function and print its reply')
    .description(`Calls a function and prints its reply. ${loginVariables} of the environment log in.`)
    .argument('<function>', 'its name, in any case')
    .argument('[parameters]', 'a JSON object, in quotes')
    .allowExcessArguments()
    .option('--exact', 'print every decimal with the digits it was sent with')
    .addOption(
      new Option('--timeout <ms>', 'milliseconds that the reply may take; 10000 without it').argParser(
        wholeNumber({ from: 1, to: longestDelay }),
      ),
    )
    .action((_name: string, _text: string | undefined, options: CallOptions, called: Command) =>
      call(called.args, options, terminal),
    );
  return withExamples(command, [
    [`call GetInstrument '{"InstrumentId":1}'`, 'one instrument of Notbank'],
    [
      `call GetAccountPositions '{"AccountId":7}' --credentials ~/.notbank --exact`,
      'balances, digit for digit',
    ],
  ]);
};
