import type { Decimal } from './decimal.ts';
import type { Side } from './side.ts';

/** How long an order may stay: until cancelled, not at all, or not at all and only whole. */
export type TimeInForce = 'GTC' | 'IOC' | 'FOK';

/** A request that has been read: an order as its sender means it, not yet checked against the market. */
export interface OrderIntent {
  readonly accountId: number;
  readonly instrumentId: number;
  readonly side: Side;
  readonly type: 'Limit' | 'Market';
  readonly timeInForce: TimeInForce;
  /** How much, or for how much. */
  readonly size: { readonly _tag: 'Quantity' | 'Value'; readonly of: Decimal };
  /** Always there for a limit order; the cap of a market order where one was given. */
  readonly limit: Decimal | undefined;
  readonly clientOrderId: number | bigint;
  readonly postOnly: boolean;
  readonly display: Decimal | undefined;
}
