import { inner } from '../connection/inner.ts';
import { InvalidRequest } from '../errors.ts';
import { aNumber, from0, type Shapes, wrongOptions } from '../misfits.ts';

/** The verbs that take a client, and a function or a stream of the exchange's. */
type Verb = 'request$' | 'subscribe$' | 'follow$';

const isObject = (u: unknown): u is Readonly<Record<PropertyKey, unknown>> =>
  typeof u === 'object' && u !== null;

const nameOf = (u: unknown): string | undefined =>
  isObject(u) && typeof u['name'] === 'string' ? u['name'] : undefined;

const isConnection = (u: unknown): boolean => isObject(u) && inner in u;
const isEndpoint = (u: unknown): boolean => nameOf(u) !== undefined && isObject(u) && 'request' in u;
const isTopic = (u: unknown): boolean => nameOf(u) !== undefined && isObject(u) && 'subscribe' in u;

const kindOf = (u: unknown): string => {
  if (isConnection(u)) return 'a client';
  if (isTopic(u)) return `the stream ${String(nameOf(u))}, which subscribe$ follows`;
  if (isEndpoint(u)) return `the function ${String(nameOf(u))}, which request$ calls`;
  if (u === undefined || u === null) return String(u);
  return typeof u === 'object' ? 'an object' : `a ${typeof u}`;
};

const aStream = { expected: 'a stream such as SubscribeLevel1', is: isTopic };
const wanted = {
  request$: { expected: 'a function such as Ping', is: isEndpoint },
  subscribe$: aStream,
  follow$: aStream,
};

const aSignal = {
  expected: 'an AbortSignal',
  is: (u: unknown) => isObject(u) && 'aborted' in u && typeof u['addEventListener'] === 'function',
};

/** The options of each verb. */
const optionShapes: Readonly<Record<Verb, Shapes>> = {
  request$: { timeout: from0, signal: aSignal },
  follow$: { quietAfter: aNumber },
  subscribe$: {},
};

const hasGuard = (u: unknown): u is { readonly is: (params: unknown) => unknown } =>
  isObject(u) && typeof u['is'] === 'function';

/** A function of one's own may take nothing. */
const takes = (subject: unknown, params: unknown): boolean => {
  const request = isObject(subject) ? subject['request'] : undefined;
  return hasGuard(request) && request.is(params) === true;
};

/**
 * What is wrong with the arguments of a verb where no compiler has looked at them, in words that say what was meant; or
 * `undefined`. It looks at what they are, not at what is in the parameters.
 *
 * @param options The last argument, where it was given.
 *
 * @example
 * misuseOf('request$', client, SubscribeLevel1, {})?.message;
 * // 'SubscribeLevel1 was not sent: the second argument should be a function such as Ping but is the stream SubscribeLevel1,
 * // which subscribe$ follows. Correct the call.'
 */
export const misuseOf = (
  verb: Verb,
  client: unknown,
  subject: unknown,
  params: unknown,
  options?: unknown,
): InvalidRequest | undefined => {
  const call = nameOf(subject) ?? verb;
  const misuse = (path: string, expected: string, found: unknown): InvalidRequest =>
    new InvalidRequest(call, [{ path, expected, found: kindOf(found) }]);
  if (!isConnection(client)) return misuse('the first argument', 'what createClient returns', client);
  const { expected, is } = wanted[verb];
  if (!is(subject)) return misuse('the second argument', expected, subject);
  if ((params === undefined || params === null) && !takes(subject, params)) {
    return misuse('the third argument', 'an object of parameters, {} where there are none,', params);
  }
  return wrongOptions(call, options, optionShapes[verb]);
};
