import { type Frame, MessageType } from '../frame.ts';
import { readJson, writeReceived } from '../json/json.ts';
import { withoutSecrets } from '../withoutSecrets.ts';
import { asItIs, type Compared } from './ownIds.ts';

const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u);

const sorted = (value: unknown, compared: Compared): unknown => {
  if (Array.isArray(value)) return value.map((item) => sorted(item, compared));
  if (!isObject(value)) return value;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([key, field]) => [key, compared(key, sorted(field, compared))]));
};

/**
 * The payload of a request as it is compared: without secrets and white space, its keys in order. One that is nested too
 * deep for that, as only a damaged recording has, is compared as it is written.
 */
export const canonicalPayload = (
  { payload }: Pick<Frame, 'payload'>,
  compared: Compared = asItIs,
): string => {
  const text = typeof payload === 'string' ? withoutSecrets(payload) : payload;
  try {
    return JSON.stringify(sorted(readJson(text), compared));
  } catch {
    return writeReceived(text);
  }
};

/** Whether a call logs in: whom, and with what, a recording does not know. */
export const isLogin = ({ name }: Pick<Frame, 'name'>): boolean => /^(?:web)?authenticate/i.test(name);

/** Whether a call begins a stream, whose reply is then followed by events. */
export const beginsStream = ({ type, name }: Pick<Frame, 'type' | 'name'>): boolean =>
  type === MessageType.Subscribe || /^subscribe/i.test(name);

/** Whether a call ends a stream. */
export const endsStream = ({ type, name }: Pick<Frame, 'type' | 'name'>): boolean =>
  type === MessageType.Unsubscribe || /^unsubscribe/i.test(name);

/**
 * What two requests have in common that ask the same: the name and the payload, however they are spelt, whatever their
 * numbers; of a login the name alone.
 *
 * @param compared How the ids that a client makes up are compared; as they are, if it is not given.
 *
 * @example
 * requestKey({ type: MessageType.Request, sequence: 2, name: 'Ping', payload: '{ }' }); // 'ping {}'
 */
export const requestKey = (frame: Frame, compared: Compared = asItIs): string =>
  isLogin(frame)
    ? frame.name.toLowerCase()
    : `${frame.name.toLowerCase()} ${canonicalPayload(frame, compared)}`;
