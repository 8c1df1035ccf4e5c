import * as t from 'io-ts';
import { anyCase } from '../fast/anyCase.ts';
import { fast } from '../fast/fast.ts';
import { Integer } from '../scalars/Integer.ts';
import { recordOf } from '../fast/recordOf.ts';

const required = {
  /** The id of the user. */
  UserId: Integer,
  /** The name that the user logs in with. */
  UserName: t.string,
  /** The user's e-mail address. */
  Email: t.string,
  /** Empty. */
  PasswordHash: t.string,
  /** Empty, or what is still to be confirmed by e-mail. */
  PendingEmailCode: t.string,
  /** Whether the address is confirmed. */
  EmailVerified: t.boolean,
  /** The account that calls mean when they name none; 0 for none. */
  AccountId: Integer,
  /** When the user was made, ISO 8601. */
  DateTimeCreated: t.string,
  /** The id by which the user refers others. */
  AffiliateId: Integer,
  /** Who referred the user; 0 for nobody. */
  RefererId: Integer,
  /** The order system. */
  OMSId: Integer,
  /** Whether the user logs in with a second factor. */
  Use2FA: t.boolean,
  /** Empty. */
  Salt: t.string,
  /** When the last code was sent, ISO 8601; the year 1 for never. */
  PendingCodeTime: t.string,
  /** Whether too many attempts have locked the user. */
  Locked: t.boolean,
  /** When the user was locked, ISO 8601; the year 1, `0001-01-01T00:00:00.000Z`, for never. */
  LockedTime: t.string,
  /** How often the user failed to log in, in a row. */
  NumberOfFailedAttempt: Integer,
};

const optional = {
  /** Whether the user may borrow. */
  MarginBorrowerEnabled: t.boolean,
  /** Whether the user may not borrow any more. */
  MarginAcquisitionHalt: t.boolean,
  /** Who runs the venue. */
  OperatorId: Integer,
  /** A level; its meaning is not documented. */
  UserLevel: Integer,
};

const exact = recordOf(required, optional, 'UserInfo');

/** Who a user is. Its keys are read without regard to case, as some gateways write `Username`. */
export const UserInfo = anyCase(fast(exact));
/** What the codec of this name reads. @interface */
export type UserInfo = Readonly<t.TypeOf<typeof exact>>;
