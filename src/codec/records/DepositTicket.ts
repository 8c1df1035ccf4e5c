import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { DepositTicketStatus } from '../enums/DepositTicketStatus.ts';
import { Integer } from '../scalars/Integer.ts';
import { Long } from '../scalars/Long.ts';
import { recordOf } from '../fast/recordOf.ts';
import { Ticks } from '../scalars/Ticks.ts';
import { nullable } from '../scalars/nullable.ts';
import { openEnum } from '../enums/openEnum.ts';

const required = {
  /** The account. */
  AccountId: Integer,
  /** The product. */
  AssetId: Integer,
  /** How much is paid in. */
  Amount: Decimal,
  /** The code of the ticket, a GUID. */
  RequestCode: t.string,
  /** Where it stands. */
  Status: openEnum('DepositTicketStatus', DepositTicketStatus),
  /** The number of the ticket. */
  TicketNumber: Long,
};

const optional = {
  /** The order system. */
  OMSId: Integer,
  /** The asset manager. */
  AssetManagerId: Integer,
  /** The provider that it comes through. */
  AccountProviderId: Integer,
  /** The name of the account. */
  AccountName: nullable(t.string),
  /** The name of the product. */
  AssetName: nullable(t.string),
  /** `Amount` in the notional product. */
  NotionalValue: Decimal,
  /** The product that values are given in. */
  NotionalProductId: Integer,
  /** The reference of the payment. */
  ReferenceId: nullable(t.string),
  /** The address it was asked for from. */
  RequestIP: nullable(t.string),
  /** The id of the user who asked for it. */
  RequestUser: Integer,
  /** The name of the user who asked for it. */
  RequestUserName: nullable(t.string),
  /** The operator. */
  OperatorId: Integer,
  /** The fee. */
  FeeAmt: Decimal,
  /** The id of the user who changed it last. */
  UpdatedByUser: Integer,
  /** The name of the user who changed it last. */
  UpdatedByUserName: nullable(t.string),
  /** The form that was filled in, as JSON text. */
  DepositInfo: nullable(t.string),
  /** Why it was refused. */
  RejectReason: nullable(t.string),
  /** When it was made, ISO 8601. */
  CreatedTimestamp: t.string,
  /** When it changed last, ISO 8601; the capital S is only here. */
  LastUpdateTimeStamp: t.string,
  /** When it was made, in ticks. */
  CreatedTimestampTick: Ticks,
  /** When it changed last, in ticks: the greater, the newer. */
  LastUpdateTimeStampTick: Ticks,
  /** Comments of the staff. */
  Comments: nullable(t.UnknownArray),
  /** Attached files. */
  Attachments: nullable(t.UnknownArray),
};

/** A deposit and where it stands. */
export const DepositTicket = recordOf(required, optional, 'DepositTicket');
export type DepositTicket = Readonly<t.TypeOf<typeof DepositTicket>>;
