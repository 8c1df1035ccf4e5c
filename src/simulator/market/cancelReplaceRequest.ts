import type { DecimalInput } from './decimal.ts';
import type { OrderRequest } from './orderRequest.ts';

/** CancelReplaceOrder, and an item of SendCancelReplaceList: a whole new order, and the open one it replaces. */
export interface CancelReplaceRequest extends OrderRequest {
  /** `OrderIdToReplace` and `ReplaceOrderId` are two names of one field. */
  readonly OrderIdToReplace?: DecimalInput | undefined;
  readonly ReplaceOrderId?: DecimalInput | undefined;
  /** Names the order by the client's id where neither of the two above does. */
  readonly ReplaceClientOrderId?: DecimalInput | undefined;
}

/** The reply of CancelReplaceOrder. */
export interface CancelReplaceReply {
  readonly ReplacementOrderId: number;
  readonly ReplacementClOrdId: number | bigint;
  readonly OrigOrderId: number;
  readonly OrigClOrdId: number | bigint;
}
