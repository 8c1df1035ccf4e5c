import type { OrderObject } from '../../../src/simulator/market/orderObject.ts';

/** A resting order: what it offers at its turn, in units of the quantity. */
interface Queued {
  readonly id: number;
  readonly price: bigint;
  offer: bigint;
}

/** What an order offers when it joins a queue: what it shows, or all of it where it shows nothing. */
const offerOf = ({ DisplayQuantity, Quantity }: OrderObject): bigint =>
  DisplayQuantity.units === 0n || DisplayQuantity.units > Quantity.units
    ? Quantity.units
    : DisplayQuantity.units;

const isResting = ({ OrderState, OrderFlag }: OrderObject): boolean =>
  OrderState === 'Working' && OrderFlag.includes('AddedToBook');

/**
 * The queues of resting orders, kept from order events alone, apart from the market: plain lists, oldest first. A
 * resting order that trades while another has a better price, or came first at the same price, is written to `jumped`.
 */
export const createQueues = (jumped: string[]) => {
  const queues = new Map<string, Queued[]>();

  const checkTurn = (queue: readonly Queued[], { Side, Price, OrderId }: OrderObject): void => {
    const better = queue.filter(({ price }) => (Side === 'Buy' ? price > Price.units : price < Price.units));
    const first = queue.find(({ price }) => price === Price.units);
    if (better.length > 0) jumped.push(`${OrderId} before the better price of ${better[0]?.id}`);
    if (first?.id !== OrderId) jumped.push(`${OrderId} before the older ${first?.id}`);
  };
  const takeOut = (queue: Queued[], id: number): void => {
    const place = queue.findIndex((queued) => queued.id === id);
    if (place >= 0) queue.splice(place, 1);
  };
  const trade = (queue: Queued[], queued: Queued, order: OrderObject, before: OrderObject): void => {
    checkTurn(queue, order);
    queued.offer -= order.QuantityExecuted.units - before.QuantityExecuted.units;
    if (queued.offer < 0n) jumped.push(`${order.OrderId} trades more than it offers`);
    if (queued.offer > 0n && isResting(order)) return;
    takeOut(queue, order.OrderId);
    if (isResting(order)) queue.push({ id: order.OrderId, price: order.Price.units, offer: offerOf(order) });
  };

  return {
    /** Hears the next version of an order. */
    tell: (order: OrderObject, before: OrderObject | undefined): void => {
      const key = `${order.Instrument}/${order.Side}`;
      const queue = queues.get(key) ?? [];
      queues.set(key, queue);
      const queued = queue.find(({ id }) => id === order.OrderId);
      if (queued === undefined || before === undefined) {
        if (isResting(order))
          queue.push({ id: order.OrderId, price: order.Price.units, offer: offerOf(order) });
      } else if (order.QuantityExecuted.units > before.QuantityExecuted.units) {
        trade(queue, queued, order, before);
      } else if (isResting(order)) {
        if (order.Quantity.units < queued.offer) queued.offer = order.Quantity.units;
      } else {
        takeOut(queue, order.OrderId);
      }
    },
  };
};
