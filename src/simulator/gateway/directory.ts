import { monotonicNow } from '../../clock.ts';
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
  /** Says that a connection uses a token, or no longer does; of those that none uses only the last 100 hold. */
  readonly hold: (token: string) => void;
  readonly letGo: (token: string) => void;
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
/** How many logins hold that no connection uses. */
const mostUnheld = 100;

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
  // The one that was used longest ago comes first.
  const given = new Map<string, Given>();
  const holders = new Map<string, number>();
  const unheld = new Set<string>();
  const peek = (token: string): SimulatedUser | undefined => {
    const login = given.get(token);
    return login !== undefined && monotonicNow() - login.lastUsed < lifetime ? login.user : undefined;
  };
  const forgetExpired = (): void => {
    for (const token of given.keys()) {
      if (peek(token) !== undefined) return;
      close(token);
    }
  };
  const close = (token: string): void => {
    given.delete(token);
    unheld.delete(token);
  };
  const hold = (token: string): void => {
    holders.set(token, (holders.get(token) ?? 0) + 1);
    unheld.delete(token);
  };
  const letGo = (token: string): void => {
    const left = (holders.get(token) ?? 0) - 1;
    if (left > 0) {
      holders.set(token, left);
      return;
    }
    holders.delete(token);
    if (given.has(token)) unheld.add(token);
    const [oldest] = unheld;
    if (unheld.size > mostUnheld && oldest !== undefined) close(oldest);
  };
  const use = (token: string, user: SimulatedUser): void => {
    given.delete(token);
    given.set(token, { user, lastUsed: monotonicNow() });
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
    hold,
    letGo,
    close,
    closeAll: (userId) => {
      for (const [token, { user }] of [...given]) if (user.userId === userId) close(token);
    },
  };
};
