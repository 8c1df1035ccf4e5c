import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { FeeCalcType } from '../enums/FeeCalcType.ts';
import { Integer } from '../scalars/Integer.ts';
import { openEnum } from '../enums/openEnum.ts';
import { recordOf } from '../fast/recordOf.ts';

const CalcType = openEnum('FeeCalcType', FeeCalcType, { Flat: 'FlatRate' });

const required = {
  /** The order system. */
  OMSId: Integer,
  /** The account that it holds for; 0 for any. */
  AccountId: Integer,
  /** The id of the rule. */
  FeeId: Integer,
  /** How much: an amount of the product or a percentage, as `FeeCalcType` says. */
  FeeAmt: Decimal,
  /** How `FeeAmt` is meant. */
  FeeCalcType: CalcType,
  /** Whether the rule is in force. */
  IsActive: t.boolean,
  /** The product that is paid in or out. */
  ProductId: Integer,
};

const optional = {
  /** The provider that it holds for; 0 for any. Old gateways leave it out. */
  AccountProviderId: Integer,
  /** The least that is taken. */
  MinimalFeeAmt: Decimal,
  /** How `MinimalFeeAmt` is meant. */
  MinimalFeeCalcType: CalcType,
};

/** What deposits or withdrawals of a product cost. */
export const TicketFeeRule = recordOf(required, optional, 'TicketFeeRule');
export type TicketFeeRule = Readonly<t.TypeOf<typeof TicketFeeRule>>;
