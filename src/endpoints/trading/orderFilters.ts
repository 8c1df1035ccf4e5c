import { enumInput } from '../../codec/inputs/enumInput.ts';
import { EpochMsInput } from '../../codec/inputs/EpochMsInput.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { OrderState } from '../../codec/enums/OrderState.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';

/** What `GetOrders`, `GetOrderHistory` and `GetOrdersHistory` take: which orders are wanted, and how many. */
export const OrderFilters = request(
  {},
  together(oms, {
    /**
     * The account.
     *
     * @default the user's own, on the exchange's side
     */
    AccountId: IntegerInput,
    /** Only orders in this state. */
    OrderState: enumInput(OrderState),
    /** Only this order. */
    OrderId: LongInput,
    /** Only orders that the sender gave this id. */
    ClientOrderId: LongInput,
    /** Only orders that replaced this one. */
    OriginalOrderId: LongInput,
    /** Only orders that replaced the one with this client order id. */
    OriginalClientOrderId: LongInput,
    /** Only orders of this user. */
    UserId: IntegerInput,
    /** Only orders on this instrument. */
    InstrumentId: IntegerInput,
    /** Only orders since then, in milliseconds since 1970. */
    StartTimestamp: EpochMsInput,
    /** Only orders until then, in milliseconds since 1970. */
    EndTimestamp: EpochMsInput,
    /**
     * How many orders come at most.
     *
     * @default 100, on the exchange's side
     */
    Depth: IntegerInput,
    /** The same as `Depth`. */
    Limit: IntegerInput,
    /** How many orders are passed over; 0 is the newest. */
    StartIndex: IntegerInput,
  }),
);
