import type * as t from 'io-ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { withFields } from '../../codec/inputs/withFields.ts';
import { byOrderType } from './byOrderType.ts';
import { limitOrderParameters } from './limitOrderParameters.ts';
import { orderFields } from './orderFields.ts';

const { always, ignoredPeg, limit, nothingHidden, peg, quantity, sometimes } = orderFields;
const { reference, respelt, stop, trailing, trailingLimit, type, value } = orderFields;

/**
 * The codec of an order that takes the place of another: the fields that its type needs, and no other. Unlike with
 * an order of its own, a stop order may leave out `PegPriceType`, which is the price of the last trade then.
 *
 * @param replaced Says which order is replaced.
 * @param optional What else can be said of that order.
 */
export const replaceOrderParameters = <R extends t.Props, P extends t.Props>(replaced: R, optional: P) => {
  const order = request(together(replaced, always), together(sometimes, respelt, optional));
  const triggered = together(peg, nothingHidden);
  return byOrderType({
    Market: withFields(
      order,
      together(type('Market'), quantity),
      together(limit, ignoredPeg, nothingHidden, value),
    ),
    Limit: limitOrderParameters(order),
    StopMarket: withFields(order, together(type('StopMarket'), quantity, stop), triggered),
    StopLimit: withFields(order, together(type('StopLimit'), quantity, limit, stop), triggered),
    TrailingStopMarket: withFields(
      order,
      together(type('TrailingStopMarket'), quantity, trailing),
      together(triggered, reference),
    ),
    TrailingStopLimit: withFields(
      order,
      together(type('TrailingStopLimit'), quantity, trailing, trailingLimit),
      together(triggered, reference),
    ),
  });
};
