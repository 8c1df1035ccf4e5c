import { type ClientError, isClientError } from '../errors.ts';
import type { Engine } from './engine.ts';
import { lateReplyIn } from './lateReply.ts';
import { inputOfError, inputOfReply } from './reply.ts';

/** Takes in the replies to orders that come when nobody waits for them any more: they count like any other. */
export const lateReplies =
  ({ routes }: Engine) =>
  (error: ClientError): void => {
    const late = lateReplyIn(error);
    const cell = late && routes.ofClient(late.ClientOrderId);
    if (late === undefined || cell === undefined) return;
    const input = isClientError(late.cause) ? inputOfError(late.call, late.cause) : inputOfReply(late.reply);
    if (input !== undefined) cell.take(input);
  };
