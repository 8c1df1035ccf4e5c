import type { OrderObject } from '../../market/orderObject.ts';
import type { Dialect } from './dialect.ts';

/** What an order tells on the first generation of gateways. */
const firstFields: ReadonlySet<string> = new Set([
  'Side',
  'OrderId',
  'Price',
  'Quantity',
  'Instrument',
  'Account',
  'OrderType',
  'ClientOrderId',
  'OrderState',
  'ReceiveTime',
  'OrigQuantity',
  'QuantityExecuted',
  'AvgPrice',
  'ChangeReason',
]);

/** The fields of an order that the dialect tells in an event. */
export const orderState = ({ orderStateFields }: Dialect, order: OrderObject): unknown =>
  orderStateFields === 'first'
    ? Object.fromEntries(Object.entries(order).filter(([name]) => firstFields.has(name)))
    : order;
