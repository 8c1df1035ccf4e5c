import { requestBy } from '../../codec/inputs/requestBy.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Extensible, withFields } from '../../codec/inputs/withFields.ts';
import { orderFields } from './orderFields.ts';

const { ignoredPeg, limit, partlyHidden, postOnly, quantity, shown, type } = orderFields;

/**
 * The codec of a limit order. Where `UseDisplayQuantity` is true, it needs a `DisplayQuantity`.
 *
 * @param order The codec of what every order has.
 */
export const limitOrderParameters = <B extends Extensible>(order: B) => {
  const limited = withFields(order, together(type('Limit'), quantity, limit), together(ignoredPeg, postOnly));
  const hiding = withFields(limited, partlyHidden, {});
  const showing = withFields(limited, {}, shown);
  return requestBy(({ UseDisplayQuantity }) => (UseDisplayQuantity === true ? hiding : showing));
};
