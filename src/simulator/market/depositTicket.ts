import type { Decimal } from './decimal.ts';

/** A deposit on its way, in the shape of DepositTicketUpdateEvent. */
export interface DepositTicket {
  readonly AssetManagerId: number;
  readonly AccountProviderId: number;
  readonly AccountId: number;
  /** The product id. */
  readonly AssetId: number;
  readonly AccountName: string;
  readonly AssetName: string;
  readonly Amount: Decimal;
  readonly NotionalValue: Decimal;
  readonly NotionalProductId: number;
  readonly OMSId: number;
  /** A GUID. */
  readonly RequestCode: string;
  readonly ReferenceId: string;
  readonly RequestIP: string;
  readonly RequestUser: number;
  readonly RequestUserName: string;
  readonly OperatorId: number;
  readonly Status: 'New' | 'FullyProcessed';
  readonly FeeAmt: Decimal;
  readonly UpdatedByUser: number;
  readonly UpdatedByUserName: string;
  readonly TicketNumber: number;
  /** JSON text. */
  readonly DepositInfo: string;
  readonly RejectReason: string | null;
  readonly CreatedTimestamp: string;
  readonly LastUpdateTimeStamp: string;
  readonly CreatedTimestampTick: bigint;
  readonly LastUpdateTimeStampTick: bigint;
  readonly Comments: readonly never[];
  readonly Attachments: readonly never[];
}
