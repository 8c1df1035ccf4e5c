import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { EnumNumbers } from '../../codec/enums/openEnum.ts';
import { TransactionReferenceType } from '../../codec/enums/TransactionReferenceType.ts';
import { TransactionType } from '../../codec/enums/TransactionType.ts';
import { ownAccount } from './accounts.ts';
import type { UserHandler } from './context.ts';
import { count, fieldsOf, integer, text, longId } from './fields.ts';

const names = t.readonlyArray(t.union([text, integer]), 'an Array of Strings or Integers');

/** Members by their names, whether they were asked for by name, by number, or by number as text. */
const membersOf = (
  numbers: EnumNumbers,
  asked: readonly (string | number)[] | undefined,
): readonly string[] | undefined => {
  const byNumber = new Map(Object.entries(numbers).map(([name, number]) => [String(number), name]));
  return asked?.map((member) => byNumber.get(String(member)) ?? String(member));
};

const transactionsFields = fieldsOf(
  { OMSId: integer },
  {
    AccountId: integer,
    ProductId: integer,
    TransactionId: longId,
    ReferenceId: longId,
    TransactionTypes: names,
    TransactionReferenceTypes: names,
    StartTimestamp: integer,
    EndTimeStamp: integer,
    StartTimeStamp: integer,
    EndTimestamp: integer,
    Depth: count,
    StartIndex: count,
  },
);

/**
 * The changes of the balances of one account, newest first; of the default account where none is named. Times may be
 * spelled either way that is in use.
 */
export const getAccountTransactions: UserHandler = (request, context, user) =>
  pipe(
    transactionsFields(request),
    E.chainW((fields) =>
      pipe(
        ownAccount(context, user, fields),
        E.chainW((AccountId) =>
          context.market.transactions({
            ...fields,
            AccountId,
            TransactionTypes: membersOf(TransactionType, fields.TransactionTypes),
            TransactionReferenceTypes: membersOf(TransactionReferenceType, fields.TransactionReferenceTypes),
            StartTimestamp: fields.StartTimestamp ?? fields.StartTimeStamp,
            EndTimeStamp: fields.EndTimeStamp ?? fields.EndTimestamp,
          }),
        ),
      ),
    ),
  );

const accountFields = fieldsOf({ OMSId: integer, AccountId: integer }, {});

/** What one account has traded, instrument by instrument. */
export const getAccountInstrumentStatistics: UserHandler = (request, context, user) =>
  pipe(
    accountFields(request),
    E.chainW((fields) => ownAccount(context, user, fields)),
    E.chainW(context.market.accountStatistics),
  );
