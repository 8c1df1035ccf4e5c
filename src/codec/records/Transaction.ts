import type * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { EpochMs } from '../scalars/EpochMs.ts';
import { Integer } from '../scalars/Integer.ts';
import { Long } from '../scalars/Long.ts';
import { recordOf } from '../fast/recordOf.ts';
import { TransactionReferenceType } from '../enums/TransactionReferenceType.ts';
import { TransactionType } from '../enums/TransactionType.ts';
import { openEnum } from '../enums/openEnum.ts';

const required = {
  /** The id of the entry. */
  TransactionId: Long,
  /** The account. */
  AccountId: Integer,
  /** What came in. */
  CR: Decimal,
  /** What went out. */
  DR: Decimal,
  /** The kind of the entry. */
  TransactionType: openEnum('TransactionType', TransactionType),
  /** What kind of thing `ReferenceId` is the id of. */
  ReferenceType: openEnum('TransactionReferenceType', TransactionReferenceType),
  /** The trade, deposit or withdrawal that it is about. */
  ReferenceId: Long,
  /** The product. */
  ProductId: Integer,
  /** When, in milliseconds since 1970. */
  TimeStamp: EpochMs,
};

const optional = {
  /** The order system. */
  OMSId: Integer,
  /** The account on the other side. */
  Counterparty: Long,
  /** What the account holds after it. */
  Balance: Decimal,
};

/** An entry in the ledger of an account. */
export const Transaction = recordOf(required, optional, 'Transaction');
export type Transaction = Readonly<t.TypeOf<typeof Transaction>>;
