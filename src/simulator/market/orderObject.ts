import { type Decimal, compare, decimal, divide, multiply } from './decimal.ts';
import type { Inside } from './inside.ts';
import type { ChangeReason, Order, OrderState } from './order.ts';
import type { OrderType } from './orderType.ts';
import type { Side } from './side.ts';

/** An order in the shape of OrderStateEvent, GetOrderStatus, GetOpenOrders and GetOrdersHistory. */
export interface OrderObject extends Inside {
  readonly Side: Side;
  readonly OrderId: number;
  readonly Price: Decimal;
  /** What remains. */
  readonly Quantity: Decimal;
  readonly DisplayQuantity: Decimal;
  /** Instrument id. */
  readonly Instrument: number;
  /** Account id. */
  readonly Account: number;
  readonly AccountName: string;
  readonly OrderType: OrderType;
  readonly ClientOrderId: number | bigint;
  readonly OrderState: OrderState;
  readonly ReceiveTime: number;
  readonly ReceiveTimeTicks: bigint;
  readonly LastUpdatedTime: number;
  readonly LastUpdatedTimeTicks: bigint;
  readonly OrigQuantity: Decimal;
  readonly QuantityExecuted: Decimal;
  readonly GrossValueExecuted: Decimal;
  readonly ExecutableValue: Decimal;
  readonly AvgPrice: Decimal;
  readonly CounterPartyId: number;
  readonly ChangeReason: ChangeReason;
  readonly OrigOrderId: number;
  readonly OrigClOrdId: number | bigint;
  readonly EnteredBy: number;
  readonly UserName: string;
  readonly IsQuote: boolean;
  readonly RejectReason: string;
  readonly IsLockedIn: boolean;
  readonly CancelReason: string;
  /** Names, a comma and a space between them; `0` for none. */
  readonly OrderFlag: string;
  readonly UseMargin: boolean;
  /** Where a stop order is set off, at present or at last; 0 for others. */
  readonly StopPrice: Decimal;
  readonly PegPriceType: string;
  /** The trailing amount. */
  readonly PegOffset: Decimal;
  readonly PegLimitOffset: Decimal;
  readonly IpAddress: string | null;
  readonly IPv6a: number;
  readonly IPv6b: number;
  readonly ClientOrderIdUuid: string | null;
  readonly OMSId: number;
}

const averageScale = 24;
const nothing = decimal('0.0');

/** With the digits of a price where that is exact, as it is for a single fill. */
const averagePrice = ({ gross, executed, price }: Order): Decimal => {
  const short = divide(gross, executed, price.scale);
  const isExact = compare(multiply(short, executed), gross) === 0;
  return isExact ? short : divide(gross, executed, averageScale);
};

const flags = ({ place, postOnly }: Order): string => {
  const names = [
    ...(place === 'resting' || place === 'removed' ? ['AddedToBook'] : []),
    ...(place === 'removed' ? ['RemovedFromBook'] : []),
    ...(postOnly ? ['PostOnly'] : []),
  ];
  return names.length === 0 ? '0' : names.join(', ');
};

/** The wire shape of a version of an order. */
export const orderObjectFromOrder = (order: Order): OrderObject => ({
  Side: order.side,
  OrderId: order.id,
  Price: order.price,
  Quantity: order.remaining,
  DisplayQuantity: order.display,
  Instrument: order.instrument.InstrumentId,
  Account: order.account.AccountId,
  AccountName: order.account.AccountName,
  OrderType: order.type,
  ClientOrderId: order.clientOrderId,
  OrderState: order.state,
  ReceiveTime: order.received.ms,
  ReceiveTimeTicks: order.received.ticks,
  LastUpdatedTime: order.updated.ms,
  LastUpdatedTimeTicks: order.updated.ticks,
  OrigQuantity: order.quantity,
  QuantityExecuted: order.executed,
  GrossValueExecuted: order.gross,
  ExecutableValue: nothing,
  AvgPrice: averagePrice(order),
  CounterPartyId: order.counterpartyId,
  ChangeReason: order.reason,
  OrigOrderId: order.origin.id,
  OrigClOrdId: order.origin.clientOrderId,
  EnteredBy: order.account.UserId,
  UserName: order.account.UserName,
  IsQuote: false,
  ...order.inside,
  RejectReason: order.rejectReason,
  IsLockedIn: order.isLockedIn,
  CancelReason: order.cancelReason,
  OrderFlag: flags(order),
  UseMargin: false,
  StopPrice: order.stop?.price ?? nothing,
  PegPriceType: order.stop?.peg ?? 'Last',
  PegOffset: order.stop?.trail?.amount ?? nothing,
  PegLimitOffset: order.stop?.trail?.limitOffset ?? nothing,
  IpAddress: null,
  IPv6a: 0,
  IPv6b: 0,
  ClientOrderIdUuid: null,
  OMSId: 1,
});
