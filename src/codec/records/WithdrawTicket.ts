import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { Integer } from '../scalars/Integer.ts';
import { listOf } from '../fast/listOf.ts';
import { Long } from '../scalars/Long.ts';
import { recordOf } from '../fast/recordOf.ts';
import { TicketComment } from './TicketComment.ts';
import { Ticks } from '../scalars/Ticks.ts';
import { WithdrawTicketStatus } from '../enums/WithdrawTicketStatus.ts';
import { nullable } from '../scalars/nullable.ts';
import { openEnum } from '../enums/openEnum.ts';

const required = {
  /** The account. */
  AccountId: Integer,
  /** The product. */
  AssetId: Integer,
  /** How much is paid out. */
  Amount: Decimal,
  /** The code of the ticket, a GUID. */
  RequestCode: t.string,
  /** Where it stands. */
  Status: openEnum('WithdrawTicketStatus', WithdrawTicketStatus),
  /** The number of the ticket. */
  TicketNumber: Long,
};

const optional = {
  /** The order system. */
  OMSId: Integer,
  /** The asset manager. */
  AssetManagerId: Integer,
  /** The provider that pays out. */
  AccountProviderId: Integer,
  /** The name of the account. */
  AccountName: nullable(t.string),
  /** The name of the product. */
  AssetName: nullable(t.string),
  /** `Amount` in the notional product. */
  NotionalValue: Decimal,
  /** The product that values are given in. */
  NotionalProductId: Integer,
  /** The form that was filled in, as JSON text. */
  TemplateForm: nullable(t.string),
  /** The kind of the form. */
  TemplateFormType: nullable(t.string),
  /** The address it was asked for from. */
  RequestIP: nullable(t.string),
  /** The id of the user who asked for it. */
  RequestUserId: Integer,
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
  /** The transaction that pays out, as JSON text. */
  WithdrawTransactionDetails: nullable(t.string),
  /** Why it was refused. */
  RejectReason: nullable(t.string),
  /** When it was made, ISO 8601. */
  CreatedTimestamp: t.string,
  /** When it changed last, ISO 8601. */
  LastUpdateTimestamp: t.string,
  /** When it was made, in ticks. */
  CreatedTimestampTick: Ticks,
  /** When it changed last, in ticks: the greater, the newer. */
  LastUpdateTimestampTick: Ticks,
  /** Comments of the staff. */
  Comments: nullable(listOf(TicketComment, 'a list of comments')),
  /** Attached files. */
  Attachments: nullable(t.UnknownArray),
  /** Who did what to it. */
  AuditLog: nullable(t.UnknownArray),
};

/** A withdrawal and where it stands. */
export const WithdrawTicket = recordOf(required, optional, 'WithdrawTicket');
export type WithdrawTicket = Readonly<t.TypeOf<typeof WithdrawTicket>>;
