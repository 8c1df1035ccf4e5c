import type { Decimal } from './decimal.ts';
import type { OrderType } from './orderType.ts';
import type { Side } from './side.ts';
import type { PegPriceType, Trail } from './stopTerms.ts';

/** How long an order may stay: until cancelled, not at all, or not at all and only whole. */
export type TimeInForce = 'GTC' | 'IOC' | 'FOK';

/** A request that has been read: an order as its sender means it, not yet checked against the market. */
export interface OrderIntent {
  readonly accountId: number;
  readonly instrumentId: number;
  readonly side: Side;
  readonly type: OrderType;
  /** Of a stop order, from when it is set off. */
  readonly timeInForce: TimeInForce;
  /** How much, or for how much. */
  readonly size: { readonly _tag: 'Quantity' | 'Value'; readonly of: Decimal };
  /** Always there for limit and stop limit orders; the cap of a market order where one was given. */
  readonly limit: Decimal | undefined;
  readonly stop: StopIntent | undefined;
  readonly clientOrderId: number | bigint;
  readonly postOnly: boolean;
  readonly display: Decimal | undefined;
  /** The open order that this one is linked to; 0 for none. */
  readonly linkedTo: number;
}

/** What an order is to wait for: a price, or one that trails. */
export type StopIntent =
  | { readonly _tag: 'At'; readonly peg: PegPriceType; readonly price: Decimal }
  | { readonly _tag: 'Trailing'; readonly peg: PegPriceType; readonly trail: Trail };
