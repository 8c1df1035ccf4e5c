import type { Subscriber } from 'rxjs';
import type { Limits } from '../connection/connection.ts';
import { RequestTimeout } from '../errors.ts';

/**
 * Gives a caller up with {@link RequestTimeout} when its time is over, unless it has ended before.
 *
 * @param call The name of what was called.
 * @param isSent Whether it had been sent.
 * @param askedAt When it was called, on the clock of `asyncScheduler`.
 */
export const limitTime = (
  caller: Subscriber<never>,
  call: string,
  isSent: boolean,
  { deadlines, requestTimeout }: Limits,
  askedAt: number,
): void => {
  const deadline = deadlines.arm(askedAt, requestTimeout, () =>
    caller.error(new RequestTimeout(call, isSent, requestTimeout)),
  );
  caller.add(() => deadlines.disarm(deadline));
};
