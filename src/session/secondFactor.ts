import {
  catchError,
  concatMap,
  defer,
  type Observable,
  of,
  Subscription,
  take,
  throwError,
  throwIfEmpty,
  using,
} from 'rxjs';
import type { Terms } from '../connection/inner.ts';
import { Authenticate2FA } from '../endpoints/auth/Authenticate2FA.ts';
import { AuthenticationFailed, GatewayError } from '../errors.ts';
import { saidBy } from '../thrown.ts';
import type { Ask, LoginReply } from './ask.ts';

/** Asks for a code; its first value counts. */
export type CodeSource = () => Observable<string>;

const failed = (why?: string | null): Observable<never> =>
  throwError(() => new AuthenticationFailed('code', why));

/** A text would be taken for an Observable of its letters, and the first of them sent. */
const codes$ = (code$: CodeSource): Observable<string> =>
  defer(() => {
    const codes = code$();
    if (typeof codes === 'string') throw new Error('it returned a text, not an Observable');
    return codes;
  });

/** The time that a person takes counts into no time limit of the connection. */
const whileHeld = (hold: () => () => void, code$: CodeSource): Observable<string> =>
  using(
    () => new Subscription(hold()),
    () =>
      codes$(code$).pipe(
        take(1),
        catchError((thrown: unknown) => failed(`code$ failed: ${saidBy(thrown)}`)),
        throwIfEmpty(() => new AuthenticationFailed('code', 'code$ ended without a code')),
        concatMap((code: unknown) =>
          typeof code === 'string' ? of(code) : failed('code$ emitted what is no text'),
        ),
      ),
  );

/**
 * Gives the second factor: asks for a code, sends it, and emits what the exchange says to it. It errors with
 * `AuthenticationFailed('code')` where no code can be had and where the exchange refuses it, in whatever form; else as
 * any exchange does. While the code is asked for, the connection's time limits stand still.
 */
export const secondFactor = (
  ask: Ask,
  { deadlines }: Pick<Terms, 'deadlines'>,
  code$: CodeSource | undefined,
): Observable<LoginReply> => {
  if (code$ === undefined) return failed('no code$ was given');
  return whileHeld(deadlines.hold, code$).pipe(
    concatMap((code) => ask(Authenticate2FA, { Code: code })),
    concatMap((reply) => (reply.Authenticated === true ? of(reply) : failed(reply.errormsg))),
    catchError((error: unknown) =>
      error instanceof GatewayError ? failed(error.errormsg) : throwError(() => error),
    ),
  );
};
