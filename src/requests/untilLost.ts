import { catchError, EMPTY, type MonoTypeOperatorFunction, throwError } from 'rxjs';
import { ConnectionLost } from '../errors.ts';

/**
 * Completes where the source fails because its socket is over: whoever opened the socket is told why by itself. Any
 * other error passes.
 */
export const untilLost = <A>(): MonoTypeOperatorFunction<A> =>
  catchError((error: unknown) => (error instanceof ConnectionLost ? EMPTY : throwError(() => error)));
