import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import type { Context, Handler } from './context.ts';
import { invalidRequest } from '../market/standardResponse.ts';
import { fieldsOf, text, textOrInteger } from './fields.ts';
import { signatureOf } from './signature.ts';
import { privateStreams } from './streams.ts';
import type { SimulatedUser } from './users.ts';

const refused = { Authenticated: false, Locked: false, errormsg: 'Invalid username or password' } as const;
const locked = { Authenticated: false, Locked: true, errormsg: 'User is locked' } as const;
const codeWanted = { Authenticated: true, Requires2FA: true, AuthType: 'Google', AddtlInfo: '' } as const;

/** Lets a user in who has proved to be that one, counts the attempt of one who has not. */
const judge = (
  { directory }: Context,
  user: SimulatedUser | undefined,
  isProved: (user: SimulatedUser) => boolean,
  letIn: (user: SimulatedUser) => unknown,
): unknown => {
  if (user === undefined) return refused;
  if (directory.isLocked(user)) return locked;
  if (isProved(user)) return letIn(user);
  directory.fail(user);
  return directory.isLocked(user) ? locked : refused;
};

const byPassword = (
  context: Context,
  userName: string,
  password: string,
  answer: (user: SimulatedUser) => unknown,
): unknown =>
  judge(
    context,
    context.directory.byName(userName),
    (user) => user.password === password,
    (user) => {
      if (user.twoFactorCode === undefined) return answer(user);
      context.login.awaitCode(user);
      return codeWanted;
    },
  );

/** The fields of a second factor, where there is none to come. */
const noSecondFactor = { AuthType: null, AddtlInfo: null, Pending2FaToken: null } as const;

const userObject = ({ userId, userName, accounts, twoFactorCode }: SimulatedUser) => ({
  UserId: userId,
  UserName: userName,
  Email: `${userName}@example.com`,
  EmailVerified: true,
  AccountId: accounts[0] ?? 0,
  OMSId: 1,
  Use2FA: twoFactorCode !== undefined,
});

const authenticated =
  ({ login }: Context) =>
  (user: SimulatedUser) => ({
    Authenticated: true,
    SessionToken: login.begin(user),
    User: userObject(user),
    Locked: false,
    Requires2FA: false,
    EnforceEnable2FA: false,
    TwoFAType: null,
    TwoFAToken: null,
    ...noSecondFactor,
    errormsg: null,
  });

const credentials = fieldsOf(
  {},
  {
    APIKey: text,
    Signature: text,
    UserId: textOrInteger,
    Nonce: textOrInteger,
    UserName: text,
    Username: text,
    Password: text,
  },
);

/** Login with an API key, which needs no second factor, or with user name and password. */
export const authenticateUser: Handler = (request, context) =>
  pipe(
    credentials(request),
    E.chain(({ APIKey, Signature, UserId, Nonce, UserName, Username, Password }) => {
      const name = UserName ?? Username;
      if (name !== undefined && Password !== undefined) {
        return E.right(byPassword(context, name, Password, authenticated(context)));
      }
      if (APIKey === undefined || Signature === undefined || UserId === undefined || Nonce === undefined) {
        return E.left(
          invalidRequest(
            'APIKey, Signature, UserId and Nonce (or Username and Password) are required fields',
          ),
        );
      }
      const isSigned = ({ secret, userId }: SimulatedUser): boolean =>
        String(userId) === UserId && signatureOf(secret, Nonce, UserId, APIKey) === Signature;
      return E.right(judge(context, context.directory.byKey(APIKey), isSigned, authenticated(context)));
    }),
  );

const code = fieldsOf({}, { Code: textOrInteger, SessionToken: text });

/** The second factor of a login with user name and password, on the same connection. */
export const authenticate2FA: Handler = (request, context) =>
  pipe(
    code(request),
    E.map(({ Code, SessionToken }) => {
      const resumed = SessionToken === undefined ? undefined : context.login.adopt(SessionToken);
      if (resumed !== undefined) {
        return { Authenticated: true, UserId: resumed.userId, SessionToken };
      }
      return judge(
        context,
        context.login.awaited(),
        (user) => user.twoFactorCode === Code,
        (user) => ({ Authenticated: true, UserId: user.userId, SessionToken: context.login.begin(user) }),
      );
    }),
  );

const webCredentials = fieldsOf(
  {},
  { UserName: text, Username: text, Password: text, SessionToken: text, JWTToken: text, Jwt: text },
);

/**
 * Login with user name and password, with the token of an earlier login, or with one that another party has given
 * out, which needs no second factor here; `Jwt` is what one client calls that one.
 */
export const webAuthenticateUser: Handler = (request, context) =>
  pipe(
    webCredentials(request),
    E.map(({ UserName, Username, Password, SessionToken, Jwt, JWTToken = Jwt }) => {
      const { login, directory } = context;
      const welcome = ({ userId }: SimulatedUser, token: string) => ({
        Authenticated: true,
        SessionToken: token,
        UserId: userId,
        twoFaToken: '',
        Requires2FA: false,
        ...noSecondFactor,
        errormsg: null,
      });
      const begin = (user: SimulatedUser) => welcome(user, login.begin(user));
      const name = UserName ?? Username;
      if (name !== undefined && Password !== undefined) return byPassword(context, name, Password, begin);
      if (SessionToken !== undefined) {
        const user = login.adopt(SessionToken);
        return user === undefined ? refused : welcome(user, SessionToken);
      }
      const vouchedFor = JWTToken === undefined ? undefined : directory.byJwt(JWTToken);
      return judge(context, vouchedFor, () => true, begin);
    }),
  );

/** Ends the login and the account streams of the connection; its other streams, or all of it, where that is so. */
export const logOut: Handler = (_request, { login, streams, hangUp, behaviour: { logOutEnds } }) => {
  login.end();
  streams.closeAll(logOutEnds === 'accountStreams' ? privateStreams : '');
  if (logOutEnds === 'connection') hangUp();
  return E.right({ result: 'true', errormsg: '', errorcode: 0, detail: '' });
};
