import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { Integer } from '../scalars/Integer.ts';

/** What is on its way into an account changed. */
export const PendingDepositUpdate = t.type(
  {
    /** The account. */
    AccountId: Integer,
    /** The product. */
    AssetId: Integer,
    /** All that is on its way in. */
    TotalPendingDepositValue: Decimal,
  },
  'PendingDepositUpdate',
);
export type PendingDepositUpdate = Readonly<t.TypeOf<typeof PendingDepositUpdate>>;
