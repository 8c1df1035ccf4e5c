import * as t from 'io-ts';
import { Decimal } from '../../codec/scalars/Decimal.ts';
import { DecimalInput } from '../../codec/inputs/DecimalInput.ts';
import { enumInput } from '../../codec/inputs/enumInput.ts';
import { fast } from '../../codec/fast/fast.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { MakerTaker } from '../../codec/enums/MakerTaker.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { OrderType } from '../../codec/enums/OrderType.ts';
import { request } from '../../codec/inputs/request.ts';
import { Side } from '../../codec/enums/Side.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account that would trade. */
    AccountId: IntegerInput,
    /** The instrument. */
    InstrumentId: IntegerInput,
    /** How much would be traded, in the instrument's first product. */
    Quantity: DecimalInput,
    /** At which price. */
    Price: DecimalInput,
    /** The kind of the order. */
    OrderType: enumInput(OrderType),
    /** Whether the order would rest in the book or take from it. */
    MakerTaker: enumInput(MakerTaker),
    /** Whether it would buy or sell. */
    Side: enumInput(Side),
  },
  together(oms, {
    /** The product of the fee, on older gateways. */
    ProductId: IntegerInput,
    /** The same as `Quantity`, which older gateways do not know. */
    Amount: DecimalInput,
  }),
);
/** What `GetOrderFee` takes. @interface */
export type GetOrderFeeRequest = t.TypeOf<typeof parameters>;

const reply = t.type({
  /** The fee, an amount of the product. */
  OrderFee: Decimal,
  /** The product that it is taken in. */
  ProductId: Integer,
});
/** What `GetOrderFee` answers. @interface */
export type GetOrderFeeReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Tells what an order would cost, were it filled at a price. Nothing is sent to the book. A query; login needed. A
 * refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetOrderFee, {
 *   AccountId,
 *   InstrumentId: 1,
 *   Side: 'Buy',
 *   OrderType: 'Limit',
 *   MakerTaker: 'Maker',
 *   Quantity: '0.5',
 *   Price: '10000',
 * }).subscribe(({ OrderFee, ProductId }) => console.log(OrderFee, ProductId));
 */
export const GetOrderFee: Endpoint<GetOrderFeeRequest, GetOrderFeeReply> = endpoint({
  name: 'GetOrderFee',
  request: parameters,
  reply: fast(reply),
});
