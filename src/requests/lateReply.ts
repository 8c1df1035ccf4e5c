import { monotonicNow } from '../clock.ts';
import type { Terms } from '../connection/inner.ts';
import type { Call } from '../endpoint.ts';
import { LateReply } from '../errors.ts';
import type { ReplyWaiter } from '../socket.ts';
import { answerTo } from './answer.ts';
import { idsIn } from './idsIn.ts';

/**
 * Who takes the place of a caller that has stopped waiting for a command: a reply that comes from now on is reported as
 * a {@link LateReply}. It holds what it needs for that and no more: neither the caller nor the parameters.
 */
export const lateReplyTo = <B>(
  call: Call<B>,
  sequence: number,
  { report }: Pick<Terms, 'report'>,
): ReplyWaiter => {
  const { name, decode } = call;
  const ids = idsIn(call);
  const since = monotonicNow();
  return (frame) => {
    if (frame === undefined) return;
    const late = monotonicNow() - since;
    report(new LateReply(name, { sequence, ids, late }, answerTo({ name, decode }, frame, report)));
  };
};
