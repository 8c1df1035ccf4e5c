import type { DecimalInput } from './decimal.ts';

/** CancelOrder, as far as the market reads it. */
export interface CancelRequest {
  /** The accounts the caller may act for; orders of others are not found. @default all */
  readonly accountIds?: readonly number[] | undefined;
  /** Needed with a client order id; with an order id, the order must be of this account where it is given. */
  readonly AccountId?: number | undefined;
  readonly OrderId?: DecimalInput | undefined;
  /** `ClOrderId` and `ClientOrderId` are two names of one field. */
  readonly ClOrderId?: DecimalInput | undefined;
  readonly ClientOrderId?: DecimalInput | undefined;
}

/** CancelAllOrders. */
export interface CancelAllRequest {
  /** The account asked for; every account the caller may act for where none was. */
  readonly accountIds: readonly number[];
  /** 0 or absent: every instrument. */
  readonly InstrumentId?: number | undefined;
}
