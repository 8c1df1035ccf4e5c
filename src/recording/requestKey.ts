import { type Frame, MessageType } from '../frame.ts';
import { readJson } from '../json/json.ts';
import { withoutSecrets } from '../withoutSecrets.ts';

const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u);

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const fields = Object.entries(value).map(([key, field]) => [key, sorted(field)] as const);
  return Object.fromEntries(fields.sort(([one], [other]) => (one < other ? -1 : 1)));
};

/** The payload of a request as it is compared: without secrets and white space, its keys in order. */
export const canonicalPayload = ({ payload }: Pick<Frame, 'payload'>): string => {
  const text = typeof payload === 'string' ? withoutSecrets(payload) : payload;
  return JSON.stringify(sorted(readJson(text)));
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
 * @example
 * requestKey({ type: MessageType.Request, sequence: 2, name: 'Ping', payload: '{ }' }); // 'ping {}'
 */
export const requestKey = (frame: Frame): string =>
  isLogin(frame) ? frame.name.toLowerCase() : `${frame.name.toLowerCase()} ${canonicalPayload(frame)}`;
