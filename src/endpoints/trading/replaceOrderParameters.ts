import type * as t from 'io-ts';
import { DecimalInput } from '../../codec/DecimalInput.ts';
import { OrderType } from '../../codec/OrderType.ts';
import { request } from '../../codec/request.ts';
import { byOrderType } from './byOrderType.ts';
import { limitOrderParameters } from './limitOrderParameters.ts';
import { orderFields } from './orderFields.ts';

const { always, ignoredPeg, limit, nothingHidden, peg, quantity, sometimes } = orderFields;
const { stop, trailing, trailingLimit, type } = orderFields;

const value = {
  /** How much to spend, in the instrument's second product; not in use at all venues. */
  Value: DecimalInput,
};
const reference = {
  /** The price that the stop price starts from. */
  ReferencePrice: DecimalInput,
};

/**
 * The codec of an order that takes the place of another: the fields that its type needs, and no other. Unlike with
 * an order of its own, a stop order may leave out `PegPriceType`, which is the price of the last trade then.
 *
 * @param replaced Says which order is replaced.
 * @param optional What else can be said of that order.
 */
export const replaceOrderParameters = <R extends t.Props, P extends t.Props>(replaced: R, optional: P) => {
  const needed = { ...replaced, ...always };
  const possible = { ...sometimes, ...optional };
  const triggered = { ...possible, ...peg, ...nothingHidden };
  return byOrderType({
    Market: request(
      { ...needed, ...type({ Market: OrderType.Market }), ...quantity },
      { ...possible, ...limit, ...ignoredPeg, ...nothingHidden, ...value },
    ),
    Limit: limitOrderParameters(replaced, optional),
    StopMarket: request(
      { ...needed, ...type({ StopMarket: OrderType.StopMarket }), ...quantity, ...stop },
      triggered,
    ),
    StopLimit: request(
      { ...needed, ...type({ StopLimit: OrderType.StopLimit }), ...quantity, ...limit, ...stop },
      triggered,
    ),
    TrailingStopMarket: request(
      {
        ...needed,
        ...type({ TrailingStopMarket: OrderType.TrailingStopMarket }),
        ...quantity,
        ...trailing,
      },
      { ...triggered, ...reference },
    ),
    TrailingStopLimit: request(
      {
        ...needed,
        ...type({ TrailingStopLimit: OrderType.TrailingStopLimit }),
        ...quantity,
        ...trailing,
        ...trailingLimit,
      },
      { ...triggered, ...reference },
    ),
  });
};
