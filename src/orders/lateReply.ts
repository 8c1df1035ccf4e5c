import { type ClientError, isClientError } from '../errors.ts';
import type { Cell } from './cell.ts';
import type { Engine } from './engine.ts';
import { inputOfError, inputOfReply } from './reply.ts';
import type { OrderKey } from './shelf.ts';

/** A reply to a command that came when nobody waited for it any more. */
interface LateReply {
  /** The command, by its wire name. */
  readonly call: string;
  /** The id that was given to the order it sent. */
  readonly ClientOrderId: OrderKey;
  /** The number of the command on its socket: of several orders with one id it names the one that was sent by it. */
  readonly sequence: unknown;
  /** What it says; `undefined` where it is a refusal or cannot be read. */
  readonly reply: unknown;
  readonly cause: unknown;
}

interface Late {
  readonly _tag: string;
  readonly call?: unknown;
  readonly sequence?: unknown;
  readonly ids?: Readonly<Record<string, unknown>>;
  readonly reply?: unknown;
  readonly cause?: unknown;
}

/** The late reply to an order that an error tells of; `undefined` for all else. */
const lateReplyIn = (error: ClientError): LateReply | undefined => {
  const { _tag, call, sequence, ids, reply, cause }: Late = error;
  const id = ids?.['ClientOrderId'];
  const isOfOrder = _tag === 'LateReply' && typeof call === 'string';
  if (!isOfOrder || (typeof id !== 'number' && typeof id !== 'bigint')) return undefined;
  return { call, ClientOrderId: id, sequence, reply, cause };
};

const isFor =
  ({ ClientOrderId, sequence }: LateReply) =>
  (cell: Cell): boolean =>
    cell.ClientOrderId === ClientOrderId && cell.life().lateReply === sequence;

/** Takes in the replies to orders that come when nobody waits for them any more: they count like any other. */
export const lateReplies =
  ({ routes }: Engine) =>
  (error: ClientError): void => {
    const late = lateReplyIn(error);
    const cell = late && routes.all().find(isFor(late));
    if (late === undefined || cell === undefined) return;
    const input = isClientError(late.cause) ? inputOfError(late.call, late.cause) : inputOfReply(late.reply);
    if (input !== undefined) cell.take(input);
  };
