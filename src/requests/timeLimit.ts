import { Observable } from 'rxjs';
import type { Terms } from '../connection/inner.ts';
import { type ClientError, RequestTimeout } from '../errors.ts';

/**
 * Errors with a `RequestTimeout` once the time limit has passed since the caller asked; emits nothing. Cold;
 * unsubscribing takes the time limit back.
 *
 * @param isSent Whether the request had left, for the error.
 * @param cause Why there is no connection, asked when the limit is over.
 */
export const timeLimit$ = (
  call: string,
  { deadlines, requestTimeout }: Pick<Terms, 'deadlines' | 'requestTimeout'>,
  askedAt: number,
  isSent: boolean,
  cause: () => ClientError | undefined = () => undefined,
): Observable<never> =>
  new Observable((subscriber) =>
    deadlines.arm(askedAt, requestTimeout, () =>
      subscriber.error(new RequestTimeout(call, isSent, requestTimeout, cause())),
    ),
  );
