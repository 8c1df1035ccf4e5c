import * as E from 'fp-ts/lib/Either.js';
import { defer, type Observable, of, throwError } from 'rxjs';
import { mismatches } from '../mismatches.ts';
import type { Endpoint } from '../endpoint.ts';
import { InvalidRequest } from '../errors.ts';

/**
 * The parameters of a stream, checked before it is looked up: a consumer with a misspelt one must not join a stream
 * that others have begun. Emits them and completes, or errors with `InvalidRequest`.
 */
export const settle = <A>(
  { name, request }: Pick<Endpoint<A, unknown>, 'name' | 'request'>,
  params: A,
): Observable<A> =>
  defer(() => {
    const valid = request.decode(params);
    return E.isLeft(valid)
      ? throwError(() => new InvalidRequest(name, mismatches(valid.left)))
      : of(valid.right);
  });
