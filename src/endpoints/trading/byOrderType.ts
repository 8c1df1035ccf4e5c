import type * as t from 'io-ts';
import { OrderType } from '../../codec/enums/OrderType.ts';
import { refused } from '../../codec/records/refused.ts';
import { requestBy } from '../../codec/inputs/requestBy.ts';

const names = [
  'Market',
  'Limit',
  'StopMarket',
  'StopLimit',
  'TrailingStopMarket',
  'TrailingStopLimit',
] as const;
type Name = (typeof names)[number];

const nameOf = new Map<unknown, Name>([
  ...names.map((name) => [name, name] as const),
  ...names.map((name) => [OrderType[name], name] as const),
]);
const otherType = refused('OrderType', `one of ${names.join(', ')}`);

/**
 * The codec of an order that is written as its `OrderType`, by name or by number, needs it.
 *
 * @param ways The codec for each order type that can be sent.
 */
export const byOrderType = <W extends Readonly<Record<Name, t.Mixed>>>(ways: W) =>
  requestBy<W[Name]>(({ OrderType: type }) => {
    const name = nameOf.get(type);
    return name === undefined ? otherType : ways[name];
  });
