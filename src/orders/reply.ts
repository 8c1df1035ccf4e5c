import { type ClientError, Denied, GatewayError } from '../errors.ts';
import type { LifeInput } from './life.ts';
import { meaningOf } from './meaning.ts';
import type { OrderKey } from './shelf.ts';
import type { Untimed } from './now.ts';

type Input = Untimed<LifeInput>;

/** What a reply to `SendOrder` and to `CancelReplaceOrder` may have. */
interface Reply {
  readonly status?: unknown;
  readonly OrderId?: OrderKey;
  readonly ReplacementOrderId?: OrderKey;
  readonly errormsg?: unknown;
}

/** What a reply to a command that sends an order says of that order. */
export const inputOfReply = (reply: unknown): Input | undefined => {
  if (typeof reply !== 'object' || reply === null) return undefined;
  const { status, OrderId, ReplacementOrderId, errormsg }: Reply = reply;
  if (status === 'Rejected')
    return { _tag: 'Refused', reason: typeof errormsg === 'string' ? errormsg : '', how: 'reply' };
  const id = OrderId ?? ReplacementOrderId;
  return id === undefined ? undefined : { _tag: 'Taken', OrderId: id };
};

/** A replacement that failed says so with 101, where a new order's reply has words of its own. */
const isFailedReplacement = (call: string, error: ClientError): boolean =>
  call === 'CancelReplaceOrder' && error instanceof GatewayError && error.code === 101;

/** What an error of a command that sends an order says of that order. */
export const inputOfError = (call: string, error: ClientError): Input => {
  if (error instanceof Denied) return { _tag: 'Ended', tag: 'Denied', reason: error };
  switch (isFailedReplacement(call, error) ? 'refused' : meaningOf(error)) {
    case 'unsent':
      return { _tag: 'Ended', tag: 'NotSent', reason: error };
    case 'refused':
      return { _tag: 'Refused', reason: error, how: 'reply' };
    case 'taken':
      return { _tag: 'Taken' };
    case 'doubt':
      return { _tag: 'Doubt', reason: error };
  }
};
