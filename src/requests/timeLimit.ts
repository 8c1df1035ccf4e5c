import { Observable } from 'rxjs';
import type { Terms } from '../connection/inner.ts';
import { type ClientError, RequestTimeout } from '../errors.ts';

/** Why a request has not left in time: there is no connection, or the pace of the client holds it. */
export interface Unsent {
  readonly why?: string;
  readonly cause?: ClientError | undefined;
}

/**
 * Errors with a `RequestTimeout` once the time limit has passed since the caller asked; emits nothing. Cold;
 * unsubscribing takes the time limit back.
 *
 * @param isSent Whether the request had left, for the error.
 * @param unsent Asked when the limit is over, where it had not.
 */
export const timeLimit$ = (
  call: string,
  { deadlines, requestTimeout }: Pick<Terms, 'deadlines' | 'requestTimeout'>,
  askedAt: number,
  isSent: boolean,
  unsent: () => Unsent = () => ({}),
): Observable<never> =>
  new Observable((subscriber) =>
    deadlines.arm(askedAt, requestTimeout, () => {
      const { why, cause } = unsent();
      subscriber.error(new RequestTimeout(call, isSent, requestTimeout, cause, why));
    }),
  );
