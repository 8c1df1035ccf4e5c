import * as t from 'io-ts';
import { Integer } from '../scalars/Integer.ts';
import { recordOf } from '../fast/recordOf.ts';
import { together } from '../inputs/together.ts';
import { treasuryOutcome } from './treasuryOutcome.ts';

const required = together(treasuryOutcome.required, {
  /** The asset manager. */
  AssetManagerId: Integer,
  /** The account that is paid in to. */
  AccountId: Integer,
  /** The product. */
  AssetId: Integer,
  /** The provider that it comes through. */
  ProviderId: Integer,
  /** JSON text: for a coin the list of the account's addresses, such as `["0x12"]`; otherwise how to pay. */
  DepositInfo: t.string,
});

const record = recordOf(required, treasuryOutcome.optional, 'DepositInfo');

/** Where an account is paid in to. */
export const DepositInfo: t.Type<DepositInfo> = record;
/** What the codec of this name reads. @interface */
export type DepositInfo = Readonly<t.TypeOf<typeof record>>;
