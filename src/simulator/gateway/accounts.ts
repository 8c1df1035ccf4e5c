import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import type { Market } from '../market/market.ts';
import { notFound } from '../market/standardResponse.ts';
import { accountReply, positionReply } from './accountReplies.ts';
import type { Context, Refusal, UserHandler } from './context.ts';
import { fieldsOf, flag, integer, text } from './fields.ts';
import { omsNotFound } from './oms.ts';
import { isPermitted, type SimulatedUser } from './users.ts';

const accountNotFound = notFound('Account not Found');

/** Every account a user may act for. */
export const accountsOf = ({ accounts }: Market, user: SimulatedUser): readonly number[] =>
  isPermitted(user, 'Operator') ? accounts().map(({ AccountId }) => AccountId) : user.accounts;

/** Lets a call pass that is about an account of the caller's; the default one where it names none. */
export const ownAccount = (
  { market, forbidden }: Context,
  user: SimulatedUser,
  {
    OMSId = 1,
    AccountId = user.accounts[0] ?? 0,
  }: { readonly OMSId?: number; readonly AccountId?: number | undefined },
): E.Either<Refusal, number> => {
  if (OMSId !== 1) return E.left(omsNotFound);
  if (!market.accounts().some((account) => account.AccountId === AccountId)) {
    return E.left(accountNotFound);
  }
  return accountsOf(market, user).includes(AccountId) ? E.right(AccountId) : E.left(forbidden);
};

const userFields = fieldsOf({}, { OMSId: integer, UserId: integer, UserName: text });

const aboutCaller = (
  fields: { readonly UserId: number | undefined; readonly UserName: string | undefined },
  { userId, userName }: SimulatedUser,
): boolean => (fields.UserId ?? userId) === userId && (fields.UserName ?? userName) === userName;

/** The ids of the caller's accounts. */
export const getUserAccounts: UserHandler = (request, { market, forbidden }, user) =>
  pipe(
    userFields(request),
    E.chainW((fields) => (aboutCaller(fields, user) ? E.right(accountsOf(market, user)) : E.left(forbidden))),
  );

const never = '0001-01-01T00:00:00.000Z';

const userInfo = ({ userId, userName, accounts, twoFactorCode }: SimulatedUser) => ({
  UserId: userId,
  UserName: userName,
  Email: `${userName}@example.com`,
  PasswordHash: '',
  PendingEmailCode: '',
  EmailVerified: true,
  AccountId: accounts[0] ?? 0,
  DateTimeCreated: never,
  AffiliateId: 0,
  RefererId: 0,
  OMSId: 1,
  Use2FA: twoFactorCode !== undefined,
  Salt: '',
  PendingCodeTime: never,
  Locked: false,
  LockedTime: never,
  NumberOfFailedAttempt: 0,
  MarginBorrowerEnabled: false,
  MarginAcquisitionHalt: false,
  OperatorId: 1,
  UserLevel: 0,
});

/** The caller. */
export const getUserInfo: UserHandler = (request, { forbidden }, user) =>
  pipe(
    userFields(request),
    E.chainW((fields) => (aboutCaller(fields, user) ? E.right(userInfo(user)) : E.left(forbidden))),
  );

const accountFields = fieldsOf({ OMSId: integer }, { AccountId: integer });

/** One account; the caller's default one where none is named. */
export const getAccountInfo: UserHandler = (request, context, user) =>
  pipe(
    accountFields(request),
    E.chainW((fields) => ownAccount(context, user, fields)),
    E.map((accountId) =>
      context.market
        .accounts()
        .filter(({ AccountId }) => AccountId === accountId)
        .map(accountReply)
        .at(0),
    ),
  );

const positionsFields = fieldsOf({ OMSId: integer, AccountId: integer }, { IncludePending: flag });

/** The balances of one account. Nothing is ever on its way here, so that it need not be left out. */
export const getAccountPositions: UserHandler = (request, context, user) =>
  pipe(
    positionsFields(request),
    E.chainW((fields) => ownAccount(context, user, fields)),
    E.chainW(context.market.positions),
    E.map((positions) => positions.map(positionReply(context.market, context.now()))),
  );
