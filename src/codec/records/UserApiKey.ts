import * as t from 'io-ts';
import { Integer } from '../scalars/Integer.ts';
import { listOf } from '../fast/listOf.ts';
import { nullable } from '../scalars/nullable.ts';
import { recordOf } from '../fast/recordOf.ts';

const required = {
  /** The public part of the key. */
  APIKey: t.string,
  /** The secret part. It comes once, when the key is made: at any other time it is empty or `null`. */
  APISecret: nullable(t.string),
  /** The user that the key belongs to. */
  UserId: Integer,
  /** What the key may do, such as `Trading`, `Deposit`, `Withdraw` or `AccountReadOnly`. */
  Permissions: listOf(t.string),
};

const optional = {
  /** A nonce to sign with; 0 as a rule. */
  Nonce: Integer,
  /** The only addresses that the key can be used from, joined by commas; empty, `null` or absent for all. */
  IpWhiteList: nullable(t.string),
};

/** An API key of a user's. */
export const UserApiKey = recordOf(required, optional, 'UserApiKey');
export type UserApiKey = Readonly<t.TypeOf<typeof UserApiKey>>;
