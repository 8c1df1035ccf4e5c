import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { FeeCalcType } from '../enums/FeeCalcType.ts';
import { FeeType } from '../enums/FeeType.ts';
import { Integer } from '../scalars/Integer.ts';
import { Long } from '../scalars/Long.ts';
import { openEnum } from '../enums/openEnum.ts';
import { openNames } from '../enums/openNames.ts';
import { OrderType } from '../enums/OrderType.ts';
import { recordOf } from '../fast/recordOf.ts';

const required = {
  /** The id of the rule. */
  FeeId: Long,
  /** The order system. */
  OMSId: Integer,
  /** The account that it holds for; 0 for any. */
  AccountId: Integer,
  /** How much: an amount or a percentage, as `FeeCalcType` says. */
  FeeAmt: Decimal,
  /** How `FeeAmt` is meant. */
  FeeCalcType: openEnum('FeeCalcType', FeeCalcType, { Flat: 'FlatRate' }),
  /** The kind of the fee. */
  FeeType: openNames('FeeType', FeeType),
  /** The volume from which on it holds. */
  LadderThreshold: Decimal,
  /** The time in which that volume is counted, in seconds. */
  LadderSeconds: Long,
  /** Whether the rule is in force. */
  IsActive: t.boolean,
  /** The instrument that it holds for. */
  InstrumentId: Integer,
  /** The kind of order that it holds for; `Unknown` for any. */
  OrderType: openEnum('OrderType', OrderType),
};

const optional = {
  /** The tier that it belongs to. */
  FeeTier: Integer,
  /** The product that the fee follows; 0 for none. */
  PeggedProductId: Integer,
};

/** What trades on an instrument cost. */
export const TradingFeeRule = recordOf(required, optional, 'TradingFeeRule');
export type TradingFeeRule = Readonly<t.TypeOf<typeof TradingFeeRule>>;
