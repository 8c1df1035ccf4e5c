import { catchError, concatMap, defer, type Observable, of, take, tap, throwError, throwIfEmpty } from 'rxjs';
import type { Limits } from '../connection/connection.ts';
import { call, type Endpoint } from '../endpoint.ts';
import { Authenticate2FA } from '../endpoints/auth/Authenticate2FA.ts';
import { AuthenticateUser } from '../endpoints/auth/AuthenticateUser.ts';
import { WebAuthenticateUser } from '../endpoints/auth/WebAuthenticateUser.ts';
import { AuthenticationFailed, GatewayError, isNotAuthorized } from '../errors.ts';
import { exchange } from '../operators/exchange.ts';
import type { Socket } from '../socket.ts';
import type { ApiKeyCredentials, Credentials, PasswordCredentials } from './credentials.ts';
import { signature } from './signature.ts';

/** Logs one socket in; emits once when the exchange has accepted, then completes. */
export type Login = (socket: Socket, limits: Limits) => Observable<unknown>;

/** What the three functions that log in have in common in their replies. */
interface Verdict {
  readonly Authenticated: boolean;
  readonly Requires2FA?: boolean | null;
  readonly Locked?: boolean;
  readonly SessionToken?: string | null;
  readonly errormsg?: string | null;
}

/** Asks on this socket; "you may not" is a refused login here. */
type Ask = <A, B>(endpoint: Endpoint<A, B>, params: A) => Observable<B>;

const askOn =
  (socket: Socket, limits: Limits): Ask =>
  (endpoint, params) =>
    exchange(socket, call(endpoint, params), limits).pipe(
      catchError((error: unknown) =>
        throwError(() =>
          error instanceof GatewayError && isNotAuthorized(error)
            ? new AuthenticationFailed('refused', error.errormsg)
            : error,
        ),
      ),
    );

const accepted = (verdict: Verdict): Observable<Verdict> => {
  if (verdict.Authenticated && verdict.Requires2FA !== true) return of(verdict);
  const reason = verdict.Locked === true ? 'locked' : verdict.Authenticated ? 'code' : 'refused';
  return throwError(() => new AuthenticationFailed(reason, verdict.errormsg));
};

const byApiKey = (ask: Ask, key: ApiKeyCredentials, nonce: string): Observable<Verdict> =>
  ask(AuthenticateUser, {
    APIKey: key.apiKey,
    Signature: signature(key, nonce),
    UserId: String(key.userId),
    Nonce: nonce,
  }).pipe(concatMap(accepted));

const byToken = (ask: Ask, token: string): Observable<Verdict> =>
  ask(WebAuthenticateUser, { SessionToken: token }).pipe(concatMap(accepted));

const secondFactor = (ask: Ask, { code$ }: PasswordCredentials): Observable<Verdict> => {
  if (code$ === undefined) return throwError(() => new AuthenticationFailed('code', 'no code$ was given'));
  return code$().pipe(
    take(1),
    throwIfEmpty(() => new AuthenticationFailed('code', 'code$ ended without a code')),
    concatMap((code) => ask(Authenticate2FA, { Code: code })),
    concatMap((verdict) =>
      verdict.Authenticated ? of(verdict) : throwError(() => new AuthenticationFailed('code')),
    ),
  );
};

const byPassword = (ask: Ask, credentials: PasswordCredentials): Observable<Verdict> =>
  ask(AuthenticateUser, { Username: credentials.username, Password: credentials.password }).pipe(
    concatMap((verdict: Verdict) =>
      verdict.Authenticated && verdict.Requires2FA === true
        ? secondFactor(ask, credentials)
        : accepted(verdict),
    ),
  );

/** A person is asked for a code once; later logins use the token of the first, as long as it is good. */
const createPasswordLogin = (credentials: PasswordCredentials): Login => {
  let token: string | undefined;
  const remember = ({ SessionToken }: Verdict): void => {
    token = SessionToken ?? token;
  };
  return (socket, limits) =>
    defer(() => {
      const ask = askOn(socket, limits);
      const anew$ = byPassword(ask, credentials);
      if (token === undefined) return anew$;
      return byToken(ask, token).pipe(
        catchError((error: unknown) =>
          error instanceof AuthenticationFailed ? anew$ : throwError(() => error),
        ),
      );
    }).pipe(tap(remember));
};

/**
 * The login of these credentials. Success is what the protocol calls success: `Authenticated`, and no second factor
 * outstanding. It errors with `AuthenticationFailed` when the exchange says no, and as any exchange does otherwise.
 *
 * @param nonce Called for every login by key; its text must differ each time.
 */
export const createLogin = (credentials: Credentials, nonce: () => string): Login => {
  if ('apiKey' in credentials) {
    return (socket, limits) => defer(() => byApiKey(askOn(socket, limits), credentials, nonce()));
  }
  if ('sessionToken' in credentials) {
    return (socket, limits) => byToken(askOn(socket, limits), credentials.sessionToken);
  }
  return createPasswordLogin(credentials);
};
