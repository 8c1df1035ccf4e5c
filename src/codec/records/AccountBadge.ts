import * as t from 'io-ts';
import { Integer } from '../scalars/Integer.ts';

const required = {
  /** The order system of the account. */
  OMSId: Integer,
  /** The account. */
  AccountId: Integer,
  /** The id of the badge. */
  BadgeId: Integer,
  /** The badge: another name of the account, by which block trades name the other party. */
  Badge: t.string,
  /** Whether the badge is in use. */
  Active: t.boolean,
};

/** A badge of an account's. */
export const AccountBadge = t.type(required, 'AccountBadge');
export type AccountBadge = Readonly<t.TypeOf<typeof AccountBadge>>;
