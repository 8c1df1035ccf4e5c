import type * as t from 'io-ts';
import { OrderType } from '../../codec/OrderType.ts';
import { request } from '../../codec/request.ts';
import { together } from '../../codec/together.ts';
import { byOrderType } from './byOrderType.ts';
import { limitOrderParameters } from './limitOrderParameters.ts';
import { orderFields } from './orderFields.ts';

const { always, ignoredPeg, limit, nothingHidden, peg, quantity, sometimes } = orderFields;
const { reference, stop, trailing, trailingLimit, type, value } = orderFields;

/**
 * The codec of an order that takes the place of another: the fields that its type needs, and no other. Unlike with
 * an order of its own, a stop order may leave out `PegPriceType`, which is the price of the last trade then.
 *
 * @param replaced Says which order is replaced.
 * @param optional What else can be said of that order.
 */
export const replaceOrderParameters = <R extends t.Props, P extends t.Props>(replaced: R, optional: P) => {
  const needed = together(replaced, always);
  const possible = together(sometimes, optional);
  const triggered = together(possible, peg, nothingHidden);
  return byOrderType({
    Market: request(
      together(needed, type({ Market: OrderType.Market }), quantity),
      together(possible, limit, ignoredPeg, nothingHidden, value),
    ),
    Limit: limitOrderParameters(replaced, optional),
    StopMarket: request(
      together(needed, type({ StopMarket: OrderType.StopMarket }), quantity, stop),
      triggered,
    ),
    StopLimit: request(
      together(needed, type({ StopLimit: OrderType.StopLimit }), quantity, limit, stop),
      triggered,
    ),
    TrailingStopMarket: request(
      together(needed, type({ TrailingStopMarket: OrderType.TrailingStopMarket }), quantity, trailing),
      together(triggered, reference),
    ),
    TrailingStopLimit: request(
      together(
        needed,
        type({ TrailingStopLimit: OrderType.TrailingStopLimit }),
        quantity,
        trailing,
        trailingLimit,
      ),
      together(triggered, reference),
    ),
  });
};
