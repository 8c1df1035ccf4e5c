import { retry, throwError, timer, type MonoTypeOperatorFunction } from 'rxjs';
import { type ClientError, GatewayError, InvalidRequest, isClientError, isNotAuthorized } from '../errors.ts';

const serverError = 102;
const notFound = 104;
const first = 1_000;
const longest = 60_000;

/** Says whether asking again may help: not where the exchange says that there is no such thing, or we asked wrongly. */
export const mayPass = (error: ClientError): boolean => {
  if (error instanceof InvalidRequest) return false;
  return !(error instanceof GatewayError) || (error.code !== notFound && isPassing(error));
};

/** "You may not" may come of a gateway half started. */
const isPassing = (error: GatewayError): boolean => error.code === serverError || isNotAuthorized(error);

/** The pause before another try, in milliseconds: doubled from a second to a minute. */
export const pauseBefore = (attempt: number): number =>
  Math.min(longest, first * 2 ** Math.min(attempt - 1, 30));

/**
 * Tries again what may pass, after a pause that grows; a success begins the count anew.
 *
 * @param report Told of each error that is not passed on.
 */
export const patiently = <B>(report: (error: ClientError) => void): MonoTypeOperatorFunction<B> =>
  retry({
    delay: (error: unknown, attempt) => {
      if (!isClientError(error) || !mayPass(error)) return throwError(() => error);
      report(error);
      return timer(pauseBefore(attempt));
    },
    resetOnSuccess: true,
  });
