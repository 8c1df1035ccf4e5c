import { DecimalInput } from '../../codec/DecimalInput.ts';
import { input } from '../../codec/input.ts';
import { OrderType } from '../../codec/OrderType.ts';
import { request } from '../../codec/request.ts';
import { requestBy } from '../../codec/requestBy.ts';
import { together } from '../../codec/together.ts';
import { byOrderType } from './byOrderType.ts';
import { limitOrderParameters } from './limitOrderParameters.ts';
import { orderFields } from './orderFields.ts';

const { always, ignoredPeg, limit, nothingHidden, peg, quantity, sometimes } = orderFields;
const { stop, trailing, trailingLimit, type } = orderFields;

const NoQuantity = input('left out, as a value is given,', (u): u is undefined => u === undefined);
const NoValue = input('left out, as a quantity is given,', (u): u is undefined => u === undefined);

const market = together(always, type({ Market: OrderType.Market }));
const marketOptions = together(sometimes, limit, ignoredPeg, nothingHidden);
const marketByQuantity = request(
  together(market, quantity),
  together(marketOptions, {
    /** A market order has a quantity or a value, not both. */
    Value: NoValue,
  }),
);
const marketByValue = request(
  together(market, {
    /** How much to spend, in the instrument's second product; the exchange works out the quantity. */
    Value: DecimalInput,
  }),
  together(marketOptions, {
    /** A market order has a quantity or a value, not both. */
    Quantity: NoQuantity,
  }),
);

const triggered = together(sometimes, nothingHidden);
const stopMarket = request(
  together(always, type({ StopMarket: OrderType.StopMarket }), quantity, stop, peg),
  triggered,
);
const stopLimit = request(
  together(always, type({ StopLimit: OrderType.StopLimit }), quantity, limit, stop, peg),
  triggered,
);
const trailingStopMarket = request(
  together(always, type({ TrailingStopMarket: OrderType.TrailingStopMarket }), quantity, trailing, peg),
  triggered,
);
const trailingStopLimit = request(
  together(
    always,
    type({ TrailingStopLimit: OrderType.TrailingStopLimit }),
    quantity,
    trailing,
    trailingLimit,
    peg,
  ),
  triggered,
);

/** What `SendOrder` takes: the fields that the order's type needs, and no other. */
export const SendOrderParameters = byOrderType({
  Market: requestBy(({ Value }) => (Value === undefined ? marketByQuantity : marketByValue)),
  Limit: limitOrderParameters({}, {}),
  StopMarket: stopMarket,
  StopLimit: stopLimit,
  TrailingStopMarket: trailingStopMarket,
  TrailingStopLimit: trailingStopLimit,
});
