import * as t from 'io-ts';
import { Ask } from '../scalars/Ask.ts';
import { Decimal } from '../scalars/Decimal.ts';
import { Direction } from '../enums/Direction.ts';
import { EpochMs } from '../scalars/EpochMs.ts';
import { Integer } from '../scalars/Integer.ts';
import { isObject } from '../isObject.ts';
import { Long } from '../scalars/Long.ts';
import { MakerTaker } from '../enums/MakerTaker.ts';
import { mended } from '../fast/mended.ts';
import { OrderType } from '../enums/OrderType.ts';
import { recordOf } from '../fast/recordOf.ts';
import { Side } from '../enums/Side.ts';
import { Ticks } from '../scalars/Ticks.ts';
import { nullable } from '../scalars/nullable.ts';
import { openEnum } from '../enums/openEnum.ts';
import { scalar } from '../scalars/scalar.ts';

/** Most gateways write the number of this account as text. */
const AccountAsText = scalar({
  name: 'a text or a number',
  is: t.string.is,
  read: (u) => (typeof u === 'number' || typeof u === 'bigint' ? String(u) : undefined),
});

const required = {
  /** The id of the trade; the two sides of a trade with oneself share it. */
  TradeId: Long,
  /** The order that was filled. */
  OrderId: Long,
  /** The account. */
  AccountId: Integer,
  /** The instrument. */
  InstrumentId: Integer,
  /** The side of the order. */
  Side: openEnum('Side', Side),
  /** The quantity filled. */
  Quantity: Decimal,
  /** The price of the fill. */
  Price: Decimal,
  /** When, in ticks. */
  TradeTime: Ticks,
};

const optional = {
  /** The order system. */
  OMSId: Integer,
  /** The id of this side of the trade. */
  ExecutionId: Long,
  /** The name of the account. */
  AccountName: nullable(t.string),
  /** The sub-account. */
  SubAccountId: Integer,
  /** The id that the sender gave the order; 0 for none. */
  ClientOrderId: Long,
  /** The kind of the order. */
  OrderType: openEnum('OrderType', OrderType),
  /** What remains of the order. */
  RemainingQuantity: Decimal,
  /** What was paid. */
  Value: Decimal,
  /** The other account, as text; `null` where it is not told. */
  CounterParty: nullable(AccountAsText),
  /** The revision of this fill. */
  OrderTradeRevision: Integer,
  /** Whether the price was above or below that of the trade before. */
  Direction: openEnum('Direction', Direction, { Uptick: 'UpTick', Downtick: 'DownTick' }),
  /** Whether it is a block trade. */
  IsBlockTrade: t.boolean,
  /** The fee. */
  Fee: Decimal,
  /** The product of the fee. */
  FeeProductId: Integer,
  /** The id of the user who sent the order. */
  OrderOriginator: Integer,
  /** The name of the user who sent the order. */
  UserName: nullable(t.string),
  /** When, in milliseconds since 1970. */
  TradeTimeMS: EpochMs,
  /** Whether the order had rested in the book. */
  MakerTaker: openEnum('MakerTaker', MakerTaker),
  /** The id of the trade at the venue. */
  AdapterTradeId: Long,
  /** The best bid at that time; 0 for none. */
  InsideBid: Decimal,
  /** The quantity at that bid. */
  InsideBidSize: Decimal,
  /** The best ask at that time; `null` for none. */
  InsideAsk: Ask,
  /** The quantity at that ask. */
  InsideAskSize: Decimal,
  /** Whether the order is a quote. */
  IsQuote: t.boolean,
  /** The id of the user on the other side. */
  CounterPartyClientUserId: Integer,
  /** The product that values are given in. */
  NotionalProductId: Integer,
  /** What one unit is worth in the notional product. */
  NotionalRate: Decimal,
  /** `Value` in the notional product. */
  NotionalValue: Decimal,
  /** What was on hold for it, in the notional product. */
  NotionalHoldAmount: Decimal,
  /** Marks of the trade. */
  TradeFlag: t.string,
  /** The account on the other side, on older gateways. */
  ContraAcctId: Integer,
};

const exact = recordOf(required, optional, 'OrderTrade');

const areTimesSwapped = (u: unknown): boolean => isObject(u) && Number(u['TradeTimeMS']) < 0;
const withTimesInPlace = (u: unknown): unknown =>
  isObject(u) && areTimesSwapped(u) ? { ...u, TradeTimeMS: u['TradeTime'], TradeTime: u['TradeTimeMS'] } : u;

/**
 * A fill of an own order. Where the exchange writes a negative `TradeTimeMS` it has swapped it with `TradeTime`; the
 * two are put back in their places.
 */
export const OrderTrade = mended(exact, withTimesInPlace);
/** What the codec of this name reads. @interface */
export type OrderTrade = Readonly<t.TypeOf<typeof exact>>;
