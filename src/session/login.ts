import { catchError, concatMap, defer, type Observable, of, tap, throwError } from 'rxjs';
import { wallNow } from '../clock.ts';
import type { Terms } from '../connection/inner.ts';
import { AuthenticateUser } from '../endpoints/auth/AuthenticateUser.ts';
import { WebAuthenticateUser } from '../endpoints/auth/WebAuthenticateUser.ts';
import { AuthenticationFailed, GatewayError, isNotAuthorized } from '../errors.ts';
import type { Socket } from '../socket.ts';
import { type Ask, askOn, type LoginReply } from './ask.ts';
import { withAuthentication } from './authentication.ts';
import {
  type ApiKeyCredentials,
  type PasswordCredentials,
  type TokenCredentials,
  unsendable,
} from './credentials.ts';
import { secondFactor } from './secondFactor.ts';
import { signature } from './signature.ts';

/**
 * Logs one socket in. It emits the socket once the exchange has accepted the login. It errors with
 * `AuthenticationFailed` if the exchange refuses, and otherwise with the errors of a request. `docs/errors.md` says
 * which failures are final. A login that completes without emitting has failed.
 *
 * {@link apiKeyLogin}, {@link passwordLogin} and {@link tokenLogin} make one, and keep the secrets in a closure. Write
 * your own for a venue that logs in another way.
 */
export type Login = (socket: Socket, terms: Terms) => Observable<Socket>;

const accepted = (reply: LoginReply): Observable<LoginReply> => {
  const isIn = reply.Authenticated === true;
  if (isIn && reply.Requires2FA !== true) return of(reply);
  const reason = reply.Locked === true ? 'locked' : isIn ? 'code' : 'refused';
  return throwError(() => new AuthenticationFailed(reason, reply.errormsg));
};

/** "You may not" is a refused login here. */
const asRefusal = (error: unknown): Observable<never> =>
  throwError(() =>
    error instanceof GatewayError && isNotAuthorized(error)
      ? new AuthenticationFailed('refused', error.errormsg)
      : error,
  );

/** A login that says at once what keeps its credentials from being sent. */
const loginWith = (
  call: string,
  fields: Readonly<Record<string, unknown>>,
  logIn: (ask: Ask, terms: Terms) => Observable<unknown>,
): Login =>
  withAuthentication((socket, terms) =>
    defer(() => {
      const failure = unsendable(call, fields);
      if (failure !== undefined) return throwError(() => failure);
      return logIn(askOn(socket, terms), terms).pipe(catchError(asRefusal));
    }),
  );

const byToken = (ask: Ask, token: string): Observable<LoginReply> =>
  ask(WebAuthenticateUser, { SessionToken: token }).pipe(concatMap(accepted));

const byPassword = (ask: Ask, terms: Terms, credentials: PasswordCredentials): Observable<LoginReply> =>
  ask(AuthenticateUser, { Username: credentials.username, Password: credentials.password }).pipe(
    concatMap((reply) =>
      reply.Authenticated === true && reply.Requires2FA === true
        ? secondFactor(ask, terms, credentials.code$)
        : accepted(reply),
    ),
  );

/**
 * Any "no" to a token means a login by password: how long it is good is the exchange's affair. Of a user who is locked no
 * further try is made.
 */
const isRefusal = (error: unknown): boolean =>
  error instanceof AuthenticationFailed ? error.reason !== 'locked' : error instanceof GatewayError;

const randomDigits = (random: () => number): string => String(Math.floor(random() * 1e6)).padStart(6, '0');
const timeAndChance = (): string => `${wallNow()}${randomDigits(Math.random)}`;

/**
 * Logs in with an API key. Every login has a new nonce and signature.
 *
 * @example
 * const client = createClient({ credentials: apiKeyLogin({ apiKey, secret, userId }) });
 */
export const apiKeyLogin = ({ nonce = timeAndChance, ...key }: ApiKeyCredentials): Login =>
  loginWith(AuthenticateUser.name, { apiKey: key.apiKey, secret: key.secret, userId: key.userId }, (ask) => {
    const now = nonce();
    return ask(AuthenticateUser, {
      APIKey: key.apiKey,
      Signature: signature(key, now),
      UserId: String(key.userId),
      Nonce: now,
    }).pipe(concatMap(accepted));
  });

/**
 * Logs in with a user name and password, and with a second-factor code if the exchange asks for one. After the first
 * login the client logs in with that session's token while it is valid, so that a reconnect does not ask for a code
 * again.
 *
 * @example
 * const client = createClient({
 *   credentials: passwordLogin({ username, password, code$: () => askForCode$ }),
 * });
 */
export const passwordLogin = (credentials: PasswordCredentials): Login => {
  const { username, password } = credentials;
  let token: string | undefined;
  const remember = ({ SessionToken }: LoginReply): void => {
    if (SessionToken !== undefined && SessionToken !== '') token = SessionToken;
  };
  return loginWith(AuthenticateUser.name, { username, password }, (ask, terms) => {
    const anew$ = byPassword(ask, terms, credentials);
    const login$ =
      token === undefined
        ? anew$
        : byToken(ask, token).pipe(
            catchError((error: unknown) => {
              if (!isRefusal(error)) return throwError(() => error);
              token = undefined;
              return anew$;
            }),
          );
    return login$.pipe(tap(remember));
  });
};

/**
 * Logs in with the session token of an earlier login.
 *
 * @example
 * const client = createClient({ credentials: tokenLogin({ sessionToken }) });
 */
export const tokenLogin = ({ sessionToken }: TokenCredentials): Login =>
  loginWith(WebAuthenticateUser.name, { sessionToken }, (ask) => byToken(ask, sessionToken));
