import type { ClientError } from '../errors.ts';
import type { OrderKey } from './shelf.ts';

/** A reply to a command that came when nobody waited for it any more. */
export interface LateReply {
  /** The command, by its wire name. */
  readonly call: string;
  /** The id that was given to the order it sent. */
  readonly ClientOrderId: OrderKey;
  /** What it says; `undefined` where it is a refusal or cannot be read. */
  readonly reply: unknown;
  readonly cause: unknown;
}

interface Late {
  readonly _tag: string;
  readonly call?: unknown;
  readonly ids?: Readonly<Record<string, unknown>>;
  readonly reply?: unknown;
  readonly cause?: unknown;
}

/** The late reply to an order that an error tells of; `undefined` for all else. */
export const lateReplyIn = (error: ClientError): LateReply | undefined => {
  const { _tag, call, ids, reply, cause }: Late = error;
  const id = ids?.['ClientOrderId'];
  const isOfOrder = _tag === 'LateReply' && typeof call === 'string';
  if (!isOfOrder || (typeof id !== 'number' && typeof id !== 'bigint')) return undefined;
  return { call, ClientOrderId: id, reply, cause };
};
