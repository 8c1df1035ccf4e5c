import {
  asyncScheduler,
  catchError,
  concatMap,
  defer,
  type Observable,
  of,
  take,
  tap,
  throwError,
  throwIfEmpty,
} from 'rxjs';
import type { Terms } from '../connection/inner.ts';
import { call, type Endpoint } from '../endpoint.ts';
import { Authenticate2FA } from '../endpoints/auth/Authenticate2FA.ts';
import { AuthenticateUser } from '../endpoints/auth/AuthenticateUser.ts';
import { WebAuthenticateUser } from '../endpoints/auth/WebAuthenticateUser.ts';
import { AuthenticationFailed, GatewayError, isNotAuthorized } from '../errors.ts';
import { exchange } from '../requests/exchange.ts';
import type { Socket } from '../socket.ts';
import { withAuthentication } from './authentication.ts';
import { signature } from './signature.ts';

/**
 * Logs one socket in: emits the socket once the exchange has accepted, and never before; errors with
 * `AuthenticationFailed` when it says no, which is final, and as any exchange does otherwise. Made by
 * {@link apiKeyLogin}, {@link passwordLogin} and {@link tokenLogin}, which keep what is secret in a closure; or your
 * own, for a venue that logs in in another way.
 */
export type Login = (socket: Socket, terms: Terms) => Observable<Socket>;

/** Login with an API key: signed, and without a second factor. */
export interface ApiKeyCredentials {
  /** The public part of the key. */
  readonly apiKey: string;
  /** The secret part, which signs the login and is not sent. */
  readonly secret: string;
  /** The number of the user the key belongs to. */
  readonly userId: number | string;
  /** A text that differs with every login. @default the time and a random number */
  readonly nonce?: () => string;
}

/** Login as a person does. */
export interface PasswordCredentials {
  /** The name that the user logs in with. */
  readonly username: string;
  /** The user's password; it is sent with every login. */
  readonly password: string;
  /**
   * Asked for a code when the user has a second factor; its first value is sent. Anything that takes time, such as
   * a question to a person, may take it. Where it is absent, or ends without a code, login fails.
   */
  readonly code$?: () => Observable<string>;
}

/** Login with the token of an earlier login; good while that session lives, about an hour after its last activity. */
export interface TokenCredentials {
  /** The `SessionToken` that the earlier login was answered with; a secret. */
  readonly sessionToken: string;
}

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
  (socket: Socket, terms: Terms): Ask =>
  (endpoint, params) =>
    exchange(socket, call(endpoint, params), terms).pipe(
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

const randomDigits = (random: () => number): string => String(Math.floor(random() * 1e6)).padStart(6, '0');
const timeAndChance = (): string => `${asyncScheduler.now()}${randomDigits(Math.random)}`;

/**
 * Logs in with an API key. Every login is signed anew.
 *
 * @example
 * const client = createClient({ credentials: apiKeyLogin({ apiKey, secret, userId }) });
 */
export const apiKeyLogin = ({ nonce = timeAndChance, ...key }: ApiKeyCredentials): Login => {
  const logIn = (ask: Ask, now: string): Observable<Verdict> =>
    ask(AuthenticateUser, {
      APIKey: key.apiKey,
      Signature: signature(key, now),
      UserId: String(key.userId),
      Nonce: now,
    }).pipe(concatMap(accepted));
  return withAuthentication((socket, terms) => defer(() => logIn(askOn(socket, terms), nonce())));
};

/**
 * Logs in with a user's name and password, and with a code where the exchange wants one. A person is asked for a code
 * once: later logins use the token of the first for as long as it is good.
 *
 * @example
 * const client = createClient({
 *   credentials: passwordLogin({ username, password, code$: () => askForCode$ }),
 * });
 */
export const passwordLogin = (credentials: PasswordCredentials): Login => {
  let token: string | undefined;
  const remember = ({ SessionToken }: Verdict): void => {
    token = SessionToken ?? token;
  };
  const logIn = (ask: Ask): Observable<Verdict> => {
    const anew$ = byPassword(ask, credentials);
    if (token === undefined) return anew$;
    return byToken(ask, token).pipe(
      catchError((error: unknown) =>
        error instanceof AuthenticationFailed ? anew$ : throwError(() => error),
      ),
    );
  };
  return withAuthentication((socket, terms) => defer(() => logIn(askOn(socket, terms))).pipe(tap(remember)));
};

/**
 * Logs in with the token of an earlier login.
 *
 * @example
 * const client = createClient({ credentials: tokenLogin({ sessionToken }) });
 */
export const tokenLogin = ({ sessionToken }: TokenCredentials): Login =>
  withAuthentication((socket, terms) => byToken(askOn(socket, terms), sessionToken));
