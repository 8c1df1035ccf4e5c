import { asyncScheduler } from 'rxjs';
import type { SimulatedUser } from './users.ts';

/** Who the exchange knows, which logins it has given out, and who has been wrong too often. */
export interface Directory {
  readonly byName: (userName: string) => SimulatedUser | undefined;
  readonly byJwt: (jwtToken: string) => SimulatedUser | undefined;
  readonly byKey: (apiKey: string) => SimulatedUser | undefined;
  /** Counts a failed login. */
  readonly fail: (user: SimulatedUser) => void;
  readonly isLocked: (user: SimulatedUser) => boolean;
  /** Gives out a session token, and forgets the failed logins. */
  readonly open: (user: SimulatedUser) => string;
  /** The user of a token that still holds; asking prolongs it. */
  readonly resume: (token: string) => SimulatedUser | undefined;
  /** The user of a token that still holds, which asking does not prolong. */
  readonly peek: (token: string) => SimulatedUser | undefined;
  /** Ends one login. */
  readonly close: (token: string) => void;
  /** Ends every login of a user. */
  readonly closeAll: (userId: number) => void;
}

interface Given {
  readonly user: SimulatedUser;
  readonly lastUsed: number;
}

/** A login lives one hour after its last use. */
const lifetime = 3_600_000;

/**
 * Opens the directory of an exchange.
 *
 * @param maxAttempts after so many failed logins in a row a user is locked
 * @param createToken makes the next session token
 */
export const createDirectory = (
  users: readonly SimulatedUser[],
  maxAttempts: number,
  createToken: () => string,
): Directory => {
  const failures = new Map<number, number>();
  const given = new Map<string, Given>();
  const peek = (token: string): SimulatedUser | undefined => {
    const login = given.get(token);
    return login !== undefined && asyncScheduler.now() - login.lastUsed < lifetime ? login.user : undefined;
  };
  const forgetExpired = (): void => {
    for (const token of [...given.keys()]) if (peek(token) === undefined) given.delete(token);
  };
  const use = (token: string, user: SimulatedUser): void => {
    given.set(token, { user, lastUsed: asyncScheduler.now() });
  };
  return {
    byName: (userName) => users.find((user) => user.userName === userName),
    byJwt: (jwtToken) => users.find((user) => user.jwtToken === jwtToken),
    byKey: (apiKey) => users.find((user) => user.apiKey === apiKey),
    fail: ({ userId }) => failures.set(userId, (failures.get(userId) ?? 0) + 1),
    isLocked: ({ userId }) => (failures.get(userId) ?? 0) >= maxAttempts,
    open: (user) => {
      forgetExpired();
      const token = createToken();
      failures.delete(user.userId);
      use(token, user);
      return token;
    },
    resume: (token) => {
      const user = peek(token);
      if (user !== undefined) use(token, user);
      return user;
    },
    peek,
    close: (token) => given.delete(token),
    closeAll: (userId) => {
      for (const [token, { user }] of [...given]) if (user.userId === userId) given.delete(token);
    },
  };
};
