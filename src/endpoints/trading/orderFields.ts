import type * as t from 'io-ts';
import { BooleanInput } from '../../codec/inputs/BooleanInput.ts';
import { DecimalInput } from '../../codec/inputs/DecimalInput.ts';
import { enumInput } from '../../codec/inputs/enumInput.ts';
import { input } from '../../codec/inputs/input.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { absent } from '../../codec/inputs/absent.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { OrderType } from '../../codec/enums/OrderType.ts';
import { PegPriceType } from '../../codec/enums/PegPriceType.ts';
import { Side } from '../../codec/enums/Side.ts';
import { TimeInForce } from '../../codec/enums/TimeInForce.ts';
import { together } from '../../codec/inputs/together.ts';

const True = input('true', (u): u is true => u === true);
const False = input('false, as the order type has no hidden part,', (u): u is false => u === false);

const NoQuantity = absent('as a value is given');
const NoValue = absent('as a quantity is given');

const hides = {
  /** Whether a part of the quantity is hidden; then `DisplayQuantity` is needed. */
  UseDisplayQuantity: True,
};
const shows = {
  /** The quantity that the book shows, above 0. */
  DisplayQuantity: DecimalInput,
};

const fields = {
  always: {
    /** The account that trades. */
    AccountId: IntegerInput,
    /** The instrument that is traded. */
    InstrumentId: IntegerInput,
    /** Whether to buy or to sell. */
    Side: enumInput({ Buy: Side.Buy, Sell: Side.Sell }),
    /** How long the order stays: `GTC` until cancelled, `IOC` at once or not at all, `FOK` at once and whole or not. */
    TimeInForce: enumInput(TimeInForce),
  },
  sometimes: together(oms, {
    /**
     * Your own id for the order, unique among the account's open orders. It finds the order again where the reply was
     * lost.
     *
     * @default 0, none
     */
    ClientOrderId: LongInput,
    /** Another order, which is cancelled when this one is filled; not in use at some venues. */
    OrderIdOCO: LongInput,
  }),
  respelt: {
    /** Your own id for the order in the spelling of some samples; most gateways go by `ClientOrderId` alone. */
    ClientOrdId: LongInput,
  },
  quantity: {
    /** How much to trade, in the instrument's first product: a multiple of its `QuantityIncrement`. */
    Quantity: DecimalInput,
  },
  limit: {
    /** The worst price that is accepted: a multiple of the instrument's `PriceIncrement`. */
    LimitPrice: DecimalInput,
  },
  value: {
    /** How much to spend, in the instrument's second product; not in use at all venues. */
    Value: DecimalInput,
  },
  spent: {
    /** How much to spend, in the instrument's second product; the exchange works out the quantity. */
    Value: DecimalInput,
  },
  noQuantity: {
    /** A market order has a quantity or a value, not both. */
    Quantity: NoQuantity,
  },
  noValue: {
    /** A market order has a quantity or a value, not both. */
    Value: NoValue,
  },
  stop: {
    /** The price that sets the order off. */
    StopPrice: DecimalInput,
  },
  trailing: {
    /** How far the stop price stays behind the price that it follows. */
    TrailingAmount: DecimalInput,
  },
  trailingLimit: {
    /** How far the limit price stays from the stop price. */
    LimitOffset: DecimalInput,
  },
  reference: {
    /** The price that the stop price starts from. */
    ReferencePrice: DecimalInput,
  },
  peg: {
    /** The price that sets the order off: that of the last trade, the best bid or the best ask. */
    PegPriceType: enumInput(PegPriceType),
  },
  ignoredPeg: {
    /** Passed over for this order type; some front ends send it all the same. */
    PegPriceType: enumInput(PegPriceType),
  },
  postOnly: {
    /** Whether the order is refused rather than that it takes from the book. */
    PostOnly: BooleanInput,
  },
  partlyHidden: together(hides, shows),
  shown: together(
    {
      /** Whether a part of the quantity is hidden; then `DisplayQuantity` is needed. */
      UseDisplayQuantity: False,
    },
    shows,
  ),
  nothingHidden: {
    /** Whether a part of the quantity is hidden; only limit orders can. */
    UseDisplayQuantity: False,
  },
};

type Name = keyof typeof OrderType;

interface WithOrderType<N extends Name> {
  /** What kind of order it is, which decides what other fields there are. */
  readonly OrderType: t.Type<N | (typeof OrderType)[N], N | number>;
}

/** The field that tells the order type; a type with a name, for the sake of `together`. */
export type OrderTypeField<N extends Name> = {
  readonly [K in keyof WithOrderType<N>]: WithOrderType<N>[K];
};

const type = <N extends Name>(name: N): OrderTypeField<N> => ({
  OrderType: enumInput({ [name]: OrderType[name] } as Record<N, (typeof OrderType)[N]>),
});

/** A group of {@link orderFields}; a type with a name, for the sake of `together`. */
export type OrderFields<G extends keyof typeof fields> = {
  readonly [K in keyof (typeof fields)[G]]: (typeof fields)[G][K];
};

/** The fields that orders are written with, in the groups in which the order types need them or can have them. */
export const orderFields: { readonly [G in keyof typeof fields]: OrderFields<G> } & {
  readonly type: typeof type;
} = { ...fields, type };
