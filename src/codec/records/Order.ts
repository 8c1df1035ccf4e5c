import * as t from 'io-ts';
import { Ask } from '../scalars/Ask.ts';
import { ChangeReason } from '../enums/ChangeReason.ts';
import { Decimal } from '../scalars/Decimal.ts';
import { EpochMs } from '../scalars/EpochMs.ts';
import { Integer } from '../scalars/Integer.ts';
import { Long } from '../scalars/Long.ts';
import { OrderState } from '../enums/OrderState.ts';
import { OrderType } from '../enums/OrderType.ts';
import { PegPriceType } from '../enums/PegPriceType.ts';
import { recordOf } from '../fast/recordOf.ts';
import { Side } from '../enums/Side.ts';
import { Ticks } from '../scalars/Ticks.ts';
import { nullable } from '../scalars/nullable.ts';
import { openEnum } from '../enums/openEnum.ts';

const required = {
  /** Whether it buys or sells. */
  Side: openEnum('Side', Side),
  /** The exchange's id of the order. */
  OrderId: Long,
  /** The limit price; 0 for a market order. */
  Price: Decimal,
  /** What remains to be filled. */
  Quantity: Decimal,
  /** The id of the instrument; the key is not `InstrumentId` here. */
  Instrument: Integer,
  /** The id of the account; the key is not `AccountId` here. */
  Account: Integer,
  /** What kind of order it is. */
  OrderType: openEnum('OrderType', OrderType),
  /** The id that the sender gave it; 0 for none. */
  ClientOrderId: Long,
  /** Where it stands. Only a `Working` order can change. */
  OrderState: openEnum('OrderState', OrderState, { 'Fully Executed': 'FullyExecuted' }),
  /** When the exchange received it, in milliseconds since 1970. */
  ReceiveTime: EpochMs,
  /** The quantity it was sent with. */
  OrigQuantity: Decimal,
  /** The quantity filled so far. */
  QuantityExecuted: Decimal,
  /** The mean price of what was filled. */
  AvgPrice: Decimal,
  /** Why it changed last. It does not tell the state. */
  ChangeReason: openEnum('ChangeReason', ChangeReason),
};

const optional = {
  /** The quantity that the book shows. */
  DisplayQuantity: Decimal,
  /** The name of the account. */
  AccountName: nullable(t.string),
  /** When the exchange received it, in ticks. */
  ReceiveTimeTicks: Ticks,
  /** When it changed last, in milliseconds since 1970. */
  LastUpdatedTime: EpochMs,
  /** When it changed last, in ticks: the greater, the newer. */
  LastUpdatedTimeTicks: Ticks,
  /** What was paid for the quantity filled. */
  GrossValueExecuted: Decimal,
  /** The value that could be filled; 0 as a rule. */
  ExecutableValue: Decimal,
  /** The other side of a block trade; 0 otherwise. */
  CounterPartyId: Integer,
  /** The order that this one replaced; its own id where it replaced none. */
  OrigOrderId: Long,
  /** The client order id of the order that this one replaced. */
  OrigClOrdId: Long,
  /** The id of the user who sent it. */
  EnteredBy: Integer,
  /** The name of the user who sent it. */
  UserName: nullable(t.string),
  /** Whether it is a quote. */
  IsQuote: t.boolean,
  /** The best ask when it was received; `null` for none. */
  InsideAsk: Ask,
  /** The quantity at that ask. */
  InsideAskSize: Decimal,
  /** The best bid when it was received; 0 for none. */
  InsideBid: Decimal,
  /** The quantity at that bid. */
  InsideBidSize: Decimal,
  /** The price of the last trade when it was received. */
  LastTradePrice: Decimal,
  /** Why it was refused; empty or `null` otherwise. */
  RejectReason: nullable(t.string),
  /** Whether a block trade is agreed on already. */
  IsLockedIn: t.boolean,
  /** Why it was cancelled; empty or `null` otherwise. */
  CancelReason: nullable(t.string),
  /** Names joined by commas, such as `AddedToBook, RemovedFromBook, 0`; `0` for none. */
  OrderFlag: t.string,
  /** Whether it is on margin. */
  UseMargin: t.boolean,
  /** The price that sets off a stop order; 0 for none. */
  StopPrice: Decimal,
  /** The price that a stop order follows. */
  PegPriceType: openEnum('PegPriceType', PegPriceType),
  /** How far a trailing stop stays from that price. */
  PegOffset: Decimal,
  /** How far the limit of a trailing stop stays from its stop price. */
  PegLimitOffset: Decimal,
  /** The address it was sent from. */
  IpAddress: nullable(t.string),
  /** The first half of an IPv6 address. */
  IPv6a: Long,
  /** The second half of an IPv6 address. */
  IPv6b: Long,
  /** The client order id as a UUID. */
  ClientOrderIdUuid: nullable(t.string),
  /** The order system. */
  OMSId: Integer,
};

/** An order as it stands: of your own, or a block trade that is published. */
export const Order = recordOf(required, optional, 'Order');
export type Order = Readonly<t.TypeOf<typeof Order>>;
