import type { Decimal } from './decimal.ts';

/** A withdrawal on its way, in the shape of WithdrawTicketUpdateEvent. */
export interface WithdrawTicket {
  readonly AssetManagerId: number;
  readonly AccountProviderId: number;
  readonly AccountId: number;
  readonly AccountName: string;
  /** The product id. */
  readonly AssetId: number;
  readonly AssetName: string;
  readonly Amount: Decimal;
  readonly NotionalValue: Decimal;
  readonly NotionalProductId: number;
  /** JSON text. */
  readonly TemplateForm: string;
  readonly TemplateFormType: string | null;
  readonly OMSId: number;
  /** A GUID. */
  readonly RequestCode: string;
  readonly RequestIP: string | null;
  readonly RequestUserId: number;
  readonly RequestUserName: string;
  readonly OperatorId: number;
  readonly Status: 'New' | 'FullyProcessed';
  readonly FeeAmt: Decimal;
  readonly UpdatedByUser: number;
  readonly UpdatedByUserName: string | null;
  readonly TicketNumber: number;
  /** JSON text. */
  readonly WithdrawTransactionDetails: string;
  readonly RejectReason: string | null;
  readonly CreatedTimestamp: string;
  readonly LastUpdateTimestamp: string;
  readonly CreatedTimestampTick: bigint;
  readonly LastUpdateTimestampTick: bigint;
  readonly Comments: readonly never[];
  readonly Attachments: readonly never[];
  readonly AuditLog: readonly never[];
}
