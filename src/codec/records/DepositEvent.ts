import type * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { Integer } from '../scalars/Integer.ts';
import { recordOf } from '../fast/recordOf.ts';

const required = {
  /** The account. */
  AccountId: Integer,
  /** The product. */
  ProductId: Integer,
  /** What was booked. */
  Quantity: Decimal,
};

const optional = {
  /** The order system. */
  OMSId: Integer,
  /** The sub-account. */
  SubAccountId: Integer,
};

/** A deposit was booked. */
export const DepositEvent = recordOf(required, optional, 'DepositEvent');
export type DepositEvent = Readonly<t.TypeOf<typeof DepositEvent>>;
