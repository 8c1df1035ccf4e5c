import type { Directory } from './directory.ts';
import type { SimulatedUser } from './users.ts';

/** The login of one connection, which is over when the token it stands on is. */
export interface Login {
  /** Who is logged in, if anybody. */
  readonly user: () => SimulatedUser | undefined;
  /** Prolongs the login, to be called whenever the client says something; `true` when it has run out before. */
  readonly touch: () => boolean;
  /** Logs in, and gives the session token. */
  readonly begin: (user: SimulatedUser) => string;
  /** Goes on with a login of another connection; `undefined` when its token holds no longer. */
  readonly adopt: (token: string) => SimulatedUser | undefined;
  /** Remembers a user whose second factor is to come; nobody is logged in until then. */
  readonly awaitCode: (user: SimulatedUser) => void;
  /** The user whose second factor is to come. */
  readonly awaited: () => SimulatedUser | undefined;
  /** Ends the login, and its token with it. */
  readonly end: () => void;
  /** To be called when the connection has ended; its token holds for a while, for another one to go on with. */
  readonly leave: () => void;
}

/**
 * The login of a new connection: nobody's.
 *
 * @param begun is told of everyone who logs in
 */
export const createLogin = (
  directory: Directory,
  begun: (user: SimulatedUser) => void = () => undefined,
): Login => {
  let token = '';
  let awaited: SimulatedUser | undefined;
  let held = '';
  const leave = (): void => {
    if (held !== '') directory.letGo(held);
    held = '';
  };
  const hold = (given: string): void => {
    leave();
    token = given;
    held = given;
    if (held !== '') directory.hold(held);
    awaited = undefined;
  };
  return {
    user: () => directory.peek(token),
    touch: () => token !== '' && directory.resume(token) === undefined,
    begin: (user) => {
      hold(directory.open(user));
      begun(user);
      return token;
    },
    adopt: (given) => {
      const user = directory.resume(given);
      if (user !== undefined) {
        hold(given);
        begun(user);
      }
      return user;
    },
    awaitCode: (user) => {
      hold('');
      awaited = user;
    },
    awaited: () => awaited,
    end: () => {
      directory.close(token);
      hold('');
    },
    leave,
  };
};
