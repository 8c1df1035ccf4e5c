import type { Refusal } from './errors.ts';
import { MessageType } from './frame.ts';
import { writeReceived } from './json/json.ts';

interface Failure {
  readonly result?: unknown;
  /** What reports have for `result`. */
  readonly bAccepted?: unknown;
  readonly errormsg?: unknown;
  /** What reports have for `errormsg`. */
  readonly rejectMessage?: unknown;
  readonly errorcode?: unknown;
  /** What replies about templates and addresses have for `errorcode`. */
  readonly statuscode?: unknown;
  readonly detail?: unknown;
}

const textOf = (u: unknown): string | undefined => {
  if (u === undefined || u === null) return undefined;
  return typeof u === 'string' ? u : writeReceived(u);
};

const reasonIn = (u: unknown): string => (textOf(u) ?? '') || 'no reason given';

const codeOf = (u: unknown): number | undefined => {
  const code = (typeof u === 'string' && u !== '') || typeof u === 'bigint' ? Number(u) : u;
  return typeof code === 'number' && Number.isFinite(code) ? code : undefined;
};

const fromObject = ({ errormsg, rejectMessage, errorcode, statuscode, detail }: Failure): Refusal => ({
  code: codeOf(errorcode ?? statuscode),
  errormsg: reasonIn(errormsg ?? rejectMessage),
  detail: textOf(detail) ?? null,
});

const isObject = (value: unknown): value is Failure =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNo = (u: unknown): boolean => u === false || u === 'false';

/**
 * The refusal that an answer is, or `undefined` where it is none: an error frame with words or with the standard
 * object, or a reply that holds the standard object with `result` false or, as reports have it, an object with
 * `bAccepted` false and a `rejectMessage`. A "no" in a function's own words (`"status":"Rejected"`) is for its codec
 * to read.
 *
 * @param type The frame's message type.
 * @param value The frame's payload, read.
 *
 * @example
 * refusalOf(MessageType.Error, 'Endpoint Not Found');
 * // { code: undefined, errormsg: 'Endpoint Not Found', detail: null }
 */
export const refusalOf = (type: MessageType, value: unknown): Refusal | undefined => {
  const answer: Failure = isObject(value) ? value : { errormsg: value };
  const isRefusal = type === MessageType.Error || isNo(answer.result) || isNo(answer.bAccepted);
  return isRefusal ? fromObject(answer) : undefined;
};
