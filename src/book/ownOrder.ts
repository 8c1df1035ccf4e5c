import type { OrderType } from '../codec/enums/OrderType.ts';
import type { Order } from '../codec/records/Order.ts';
import type { BookSide } from './book.ts';

/**
 * The fields of your own order that locate it in the book; `Quantity` is the remaining quantity. The optional fields
 * make the result more exact. The orders of `openOrders$` have all of them.
 */
export type OwnOrder = Pick<Order, 'Side' | 'Price' | 'Quantity'> &
  Partial<Pick<Order, 'ReceiveTime' | 'Instrument' | 'OrderType' | 'OrderFlag' | 'DisplayQuantity'>>;

/** Which of your own orders may be too new for the public book. */
export interface Grace {
  /** The current time on the exchange's clock, in milliseconds since 1970. */
  readonly now: number;
  /** Orders received less than this many milliseconds ago are not subtracted. */
  readonly grace: number;
}

/** Which of one's orders are looked for in a book. */
export interface Within {
  /** Of which instrument the book is; without it, orders of all instruments are looked for. */
  readonly instrument?: number | undefined;
  /** Without it, no order is too young. */
  readonly aged?: Grace | undefined;
}

/** Of an order where it rests. */
export type Resting = Pick<OwnOrder, 'Side' | 'ReceiveTime' | 'Instrument' | 'OrderType' | 'OrderFlag'>;

const bookSides: Readonly<Record<string, BookSide>> = { Buy: 'bids', Sell: 'asks' };

const isYoung = ({ ReceiveTime = -Infinity }: Resting, aged: Grace | undefined): boolean =>
  aged !== undefined && aged.now - ReceiveTime < aged.grace;

const isElsewhere = ({ Instrument }: Resting, instrument: number | undefined): boolean =>
  Instrument !== undefined && instrument !== undefined && Instrument !== instrument;

/** They wait outside the book, to be set off or agreed on. */
const outside: ReadonlySet<unknown> = new Set<OrderType>([
  'StopMarket',
  'StopLimit',
  'TrailingStopMarket',
  'TrailingStopLimit',
  'BlockTrade',
]);

/** One that was set off keeps its type, and none but its flags tells. */
const isWaiting = ({ OrderType: type, OrderFlag = '' }: Resting): boolean =>
  outside.has(type) && !OrderFlag.includes('AddedToBook');

/** On which side of a book an order rests; on none where it is not looked for there, or waits to be set off. */
export const sideOf = (order: Resting, { instrument, aged }: Within): BookSide | undefined =>
  isYoung(order, aged) || isElsewhere(order, instrument) || isWaiting(order)
    ? undefined
    : bookSides[order.Side];

/** How many orders remain at a level where something of it does; a venue that counts none says 0 for all. */
export const ordersLeft = (orders: number): number => Math.max(orders - 1, Math.min(orders, 1));
