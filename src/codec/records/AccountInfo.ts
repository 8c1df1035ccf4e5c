import * as t from 'io-ts';
import { AccountType } from '../enums/AccountType.ts';
import { FeeProductType } from '../enums/FeeProductType.ts';
import { Integer } from '../scalars/Integer.ts';
import { recordOf } from '../fast/recordOf.ts';
import { RiskType } from '../enums/RiskType.ts';
import { anyCase } from '../fast/anyCase.ts';
import { nullable } from '../scalars/nullable.ts';
import { openEnum } from '../enums/openEnum.ts';

const required = {
  /** The order system of the account. The exchange writes this key with a capital D here. */
  OMSID: Integer,
  /** The id of the account. */
  AccountId: Integer,
  /** Its name. */
  AccountName: t.string,
  /** Its short name. */
  AccountHandle: nullable(t.string),
  /** The id of the firm it belongs to. */
  FirmId: nullable(t.string),
  /** The name of the firm it belongs to. */
  FirmName: nullable(t.string),
  /** The kind of the account. */
  AccountType: openEnum('AccountType', AccountType),
  /** The group that its fees are taken from. */
  FeeGroupId: Integer,
  /** The account above it; 0 for none. The exchange writes this key with a capital D. */
  ParentID: Integer,
  /** How its orders are checked against its means. */
  RiskType: openEnum('RiskType', RiskType, { Unkown: 'Unknown' }),
  /** How far its owner is verified; the limits depend on it. */
  VerificationLevel: Integer,
  /** Which product its fees are taken in. */
  FeeProductType: openEnum('FeeProductType', FeeProductType),
  /** The product of its fees, where that is one for all. */
  FeeProduct: Integer,
  /** Who referred its owner; 0 for nobody. */
  RefererId: Integer,
};

const optional = {
  /** The ledger of the account. */
  LedgerId: Integer,
  /** Whether it may trade on margin, such as `Active`. */
  MarginAccountStatus: t.string,
  /** The name of the verification level. */
  VerificationLevelName: nullable(t.string),
  /** The credit tier it belongs to. */
  CreditTier: Integer,
  /** The product of the loyalty programme. */
  LoyaltyProductId: Integer,
  /** Whether it takes part in the loyalty programme. */
  LoyaltyEnabled: t.boolean,
  /** The price tier it belongs to. */
  PriceTier: Integer,
  /** Whether it is frozen. */
  Frozen: t.boolean,
  /** Whether it may trade on margin, on older gateways. */
  MarginEnabled: t.boolean,
  /** The account that holds what it owes. */
  LiabilityAccountId: Integer,
  /** The account that it lends from. */
  LendingAccountId: Integer,
  /** The account of its profit and loss. */
  ProfitLossAccountId: Integer,
  /** When it changed last, ISO 8601. */
  DateTimeUpdated: t.string,
  /** When it was made, ISO 8601. */
  DateTimeCreated: t.string,
};

const exact = recordOf(required, optional, 'AccountInfo');

/** What kind of account it is, and under which rules it trades. Its keys are read without regard to case. */
export const AccountInfo = anyCase(exact);
/** What the codec of this name reads. @interface */
export type AccountInfo = Readonly<t.TypeOf<typeof exact>>;
