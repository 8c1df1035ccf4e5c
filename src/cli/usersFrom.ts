import * as t from 'io-ts';
import type { SimulatedUser } from '../simulator/index.ts';
import { readJsonFile } from './readJsonFile.ts';
import { usageError } from './usageError.ts';

const Users = t.readonlyArray(
  t.intersection([
    t.type({
      userId: t.number,
      userName: t.string,
      password: t.string,
      apiKey: t.string,
      secret: t.string,
      accounts: t.readonlyArray(t.number),
    }),
    t.partial({
      twoFactorCode: t.string,
      permissions: t.readonlyArray(t.keyof({ AccountReadOnly: null, Trading: null, Operator: null })),
    }),
  ]),
  'a list of users',
);

/** What no two users may share. */
const own = ['userId', 'userName', 'apiKey'] as const;

/** The first thing that two users share, in a sentence; `undefined` where each has its own. */
const doubled = (users: readonly SimulatedUser[]): string | undefined =>
  own
    .flatMap((key) =>
      users.map((user, at) => ({ key, at, first: users.findIndex((other) => other[key] === user[key]) })),
    )
    .filter(({ at, first }) => first < at)
    .map(({ key, at, first }) => `${at}.${key} is that of ${first}, and each user needs one of its own`)[0];

/**
 * Reads the users of an exchange from a JSON file; who is given no permissions may trade.
 *
 * @throws a usage error of one line that says what is wrong with the file
 */
export const usersFrom = (file: string): readonly SimulatedUser[] => {
  const users = readJsonFile(file, Users).map((user): SimulatedUser => ({
    permissions: ['Trading'],
    ...user,
  }));
  const problem = users.length === 0 ? 'there is no user in the list' : doubled(users);
  if (problem !== undefined) throw usageError(`${file}: ${problem}.`);
  return users;
};
