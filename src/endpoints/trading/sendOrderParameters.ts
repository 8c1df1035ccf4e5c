import { BooleanInput } from '../../codec/BooleanInput.ts';
import { DecimalInput } from '../../codec/DecimalInput.ts';
import { enumInput } from '../../codec/enumInput.ts';
import { input } from '../../codec/input.ts';
import { IntegerInput } from '../../codec/IntegerInput.ts';
import { LongInput } from '../../codec/LongInput.ts';
import { oms } from '../../codec/OMSId.ts';
import { OrderType } from '../../codec/OrderType.ts';
import { PegPriceType } from '../../codec/PegPriceType.ts';
import { refused } from '../../codec/refused.ts';
import { request } from '../../codec/request.ts';
import { requestBy } from '../../codec/requestBy.ts';
import { Side } from '../../codec/Side.ts';
import { TimeInForce } from '../../codec/TimeInForce.ts';

const True = input('true', (u): u is true => u === true);
const False = input('false, as the order type has no hidden part,', (u): u is false => u === false);

const NoQuantity = input('left out, as a value is given,', (u): u is undefined => u === undefined);
const NoValue = input('left out, as a quantity is given,', (u): u is undefined => u === undefined);

const always = {
  /** The account that trades. */
  AccountId: IntegerInput,
  /** The instrument that is traded. */
  InstrumentId: IntegerInput,
  /** Whether to buy or to sell. */
  Side: enumInput({ Buy: Side.Buy, Sell: Side.Sell }),
  /** How long the order stays: `GTC` until cancelled, `IOC` at once or not at all, `FOK` at once and whole or not. */
  TimeInForce: enumInput(TimeInForce),
};

const sometimes = {
  ...oms,
  /**
   * Your own id for the order, unique among the account's open orders. It finds the order again where the reply was
   * lost.
   *
   * @default 0, none
   */
  ClientOrderId: LongInput,
  /** Another order, which is cancelled when this one is filled; not in use at some venues. */
  OrderIdOCO: LongInput,
};

const quantity = {
  /** How much to trade, in the instrument's first product: a multiple of its `QuantityIncrement`. */
  Quantity: DecimalInput,
};
const limit = {
  /** The worst price that is accepted: a multiple of the instrument's `PriceIncrement`. */
  LimitPrice: DecimalInput,
};
const stop = {
  /** The price that sets the order off. */
  StopPrice: DecimalInput,
};
const trailing = {
  /** How far the stop price stays behind the price that it follows. */
  TrailingAmount: DecimalInput,
};
const peg = {
  /** The price that sets the order off: that of the last trade, the best bid or the best ask. */
  PegPriceType: enumInput(PegPriceType),
};
const ignored = {
  /** Passed over for this order type; some front ends send it all the same. */
  PegPriceType: enumInput(PegPriceType),
};
const nothingHidden = {
  /** Whether a part of the quantity is hidden; only limit orders can. */
  UseDisplayQuantity: False,
};

const market = { ...sometimes, ...limit, ...ignored, ...nothingHidden };
const marketByQuantity = request(
  { ...always, OrderType: enumInput({ Market: OrderType.Market }), ...quantity },
  {
    ...market,
    /** A market order has a quantity or a value, not both. */
    Value: NoValue,
  },
);
const marketByValue = request(
  {
    ...always,
    OrderType: enumInput({ Market: OrderType.Market }),
    /** How much to spend, in the instrument's second product; the exchange works out the quantity. */
    Value: DecimalInput,
  },
  {
    ...market,
    /** A market order has a quantity or a value, not both. */
    Quantity: NoQuantity,
  },
);

const Limit = enumInput({ Limit: OrderType.Limit });
const resting = {
  ...sometimes,
  ...ignored,
  /** Whether the order is refused rather than that it takes from the book. */
  PostOnly: BooleanInput,
};
const shown = request(
  { ...always, OrderType: Limit, ...quantity, ...limit },
  {
    ...resting,
    /** Whether a part of the quantity is hidden; then `DisplayQuantity` is needed. */
    UseDisplayQuantity: False,
    /** The quantity that the book shows, above 0. */
    DisplayQuantity: DecimalInput,
  },
);
const partlyHidden = request(
  {
    ...always,
    OrderType: Limit,
    ...quantity,
    ...limit,
    /** Whether a part of the quantity is hidden; then `DisplayQuantity` is needed. */
    UseDisplayQuantity: True,
    /** The quantity that the book shows, above 0. */
    DisplayQuantity: DecimalInput,
  },
  resting,
);

const triggered = { ...sometimes, ...nothingHidden };
const stopMarket = request(
  { ...always, OrderType: enumInput({ StopMarket: OrderType.StopMarket }), ...quantity, ...stop, ...peg },
  triggered,
);
const stopLimit = request(
  {
    ...always,
    OrderType: enumInput({ StopLimit: OrderType.StopLimit }),
    ...quantity,
    ...limit,
    ...stop,
    ...peg,
  },
  triggered,
);
const trailingStopMarket = request(
  {
    ...always,
    OrderType: enumInput({ TrailingStopMarket: OrderType.TrailingStopMarket }),
    ...quantity,
    ...trailing,
    ...peg,
  },
  triggered,
);
const trailingStopLimit = request(
  {
    ...always,
    OrderType: enumInput({ TrailingStopLimit: OrderType.TrailingStopLimit }),
    ...quantity,
    ...trailing,
    /** How far the limit price stays from the stop price. */
    LimitOffset: DecimalInput,
    ...peg,
  },
  triggered,
);

const otherType = refused(
  'OrderType',
  'one of Market, Limit, StopMarket, StopLimit, TrailingStopMarket, TrailingStopLimit',
);

/** What `SendOrder` takes: the fields that the order's type needs, and no other. */
export const SendOrderParameters = requestBy(({ OrderType: type, Value, UseDisplayQuantity }) => {
  switch (type) {
    case 'Market':
    case OrderType.Market:
      return Value === undefined ? marketByQuantity : marketByValue;
    case 'Limit':
    case OrderType.Limit:
      return UseDisplayQuantity === true ? partlyHidden : shown;
    case 'StopMarket':
    case OrderType.StopMarket:
      return stopMarket;
    case 'StopLimit':
    case OrderType.StopLimit:
      return stopLimit;
    case 'TrailingStopMarket':
    case OrderType.TrailingStopMarket:
      return trailingStopMarket;
    case 'TrailingStopLimit':
    case OrderType.TrailingStopLimit:
      return trailingStopLimit;
    default:
      return otherType;
  }
});
