import { type MonoTypeOperatorFunction, retry, throwError, timer } from 'rxjs';
import { ConnectionLost, RequestTimeout } from '../../errors.ts';

/** Milliseconds between two attempts to ask. */
const pause = 1_000;

/**
 * Asks again, a second later, for as long as nobody has answered. What the exchange says stands, also a refusal. It is for
 * who watches a connection beside it: where that is given up, it goes on asking until it is unsubscribed from.
 */
export const patiently = <A>(): MonoTypeOperatorFunction<A> =>
  retry({
    delay: (error: unknown) =>
      error instanceof ConnectionLost || error instanceof RequestTimeout
        ? timer(pause)
        : throwError(() => error),
  });
