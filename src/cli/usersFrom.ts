import * as t from 'io-ts';
import type { SimulatedUser } from '../simulator/index.ts';
import { readJsonFile } from './readJsonFile.ts';

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

/**
 * Reads the users of an exchange from a JSON file; who is given no permissions may trade.
 *
 * @throws an `Error` of one line that says what is wrong with the file
 */
export const usersFrom = (file: string): readonly SimulatedUser[] =>
  readJsonFile(file, Users).map((user) => ({ permissions: ['Trading'], ...user }));
