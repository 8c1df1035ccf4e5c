import type * as t from 'io-ts';
import { OrderType } from '../../codec/OrderType.ts';
import { request } from '../../codec/request.ts';
import { requestBy } from '../../codec/requestBy.ts';
import { together } from '../../codec/together.ts';
import { orderFields } from './orderFields.ts';

const { always, ignoredPeg, limit, partlyHidden, postOnly, quantity, shown, sometimes, type } = orderFields;

/**
 * The codec of a limit order. Where `UseDisplayQuantity` is true, it needs a `DisplayQuantity`.
 *
 * @param required Fields that it needs beside those of every limit order.
 * @param optional Fields that it can have beside those.
 */
export const limitOrderParameters = <R extends t.Props, P extends t.Props>(required: R, optional: P) => {
  const needed = together(required, always, type({ Limit: OrderType.Limit }), quantity, limit);
  const possible = together(sometimes, ignoredPeg, postOnly, optional);
  const hiding = request(together(needed, partlyHidden), possible);
  const showing = request(needed, together(possible, shown));
  return requestBy(({ UseDisplayQuantity }) => (UseDisplayQuantity === true ? hiding : showing));
};
