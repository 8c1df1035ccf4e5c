import { request } from '../../codec/inputs/request.ts';
import { requestBy } from '../../codec/inputs/requestBy.ts';
import { together } from '../../codec/inputs/together.ts';
import { withFields } from '../../codec/inputs/withFields.ts';
import { byOrderType } from './byOrderType.ts';
import { limitOrderParameters } from './limitOrderParameters.ts';
import { orderFields } from './orderFields.ts';

const { always, ignoredPeg, limit, noQuantity, nothingHidden, noValue, peg, quantity } = orderFields;
const { sometimes, spent, stop, trailing, trailingLimit, type } = orderFields;

const order = request(always, sometimes);

const market = withFields(order, type('Market'), together(limit, ignoredPeg, nothingHidden));
const marketByQuantity = withFields(market, quantity, noValue);
const marketByValue = withFields(market, spent, noQuantity);

/** What `SendOrder` takes: the fields that the order's type needs, and no other. */
export const SendOrderParameters = byOrderType({
  Market: requestBy(({ Value }) => (Value === undefined ? marketByQuantity : marketByValue)),
  Limit: limitOrderParameters(order),
  StopMarket: withFields(order, together(type('StopMarket'), quantity, stop, peg), nothingHidden),
  StopLimit: withFields(order, together(type('StopLimit'), quantity, limit, stop, peg), nothingHidden),
  TrailingStopMarket: withFields(
    order,
    together(type('TrailingStopMarket'), quantity, trailing, peg),
    nothingHidden,
  ),
  TrailingStopLimit: withFields(
    order,
    together(type('TrailingStopLimit'), quantity, trailing, trailingLimit, peg),
    nothingHidden,
  ),
});
