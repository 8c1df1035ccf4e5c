import type { OpenOrders, Order } from 'notbank-rx';
import { filter, fromEvent, map, type Observable } from 'rxjs';
import { element } from './element.ts';
import type { Formats } from './formats.ts';

type FormatsById = ReadonlyMap<number, Formats>;

const cell = (text: string, className = ''): HTMLElement => element('td', { className }, text);

const orderRow = (order: Order, formats: Formats | undefined): HTMLElement => {
  const { Side, Price, Quantity, OrigQuantity, OrderId, OrderType } = order;
  const price = formats?.price ?? String;
  return element(
    'tr',
    { data: { side: Side === 'Buy' ? 'buy' : 'sell' } },
    cell(formats?.instrument.Symbol ?? ''),
    cell(String(Side), 'way'),
    cell(Price === 0 ? String(OrderType) : price(Price), 'number'),
    cell(`${Quantity} of ${OrigQuantity}`, 'number'),
    element(
      'td',
      {},
      element(
        'button',
        {
          type: 'button',
          className: 'cancel',
          data: { cancel: String(OrderId) },
          title: `Cancel order ${OrderId}`,
        },
        'Cancel',
      ),
    ),
  );
};

/** The open orders of the account, the newest on top, each with a button that cancels it. */
export const orderRows =
  (root: HTMLElement, formats: FormatsById): ((open: OpenOrders) => void) =>
  ({ orders }) =>
    root.replaceChildren(...orders.map((order) => orderRow(order, formats.get(order.Instrument))).reverse());

/** The ids of the orders whose buttons are pressed. */
export const cancelled$ = (root: HTMLElement): Observable<string> =>
  fromEvent(root, 'click').pipe(
    map(({ target }) => (target instanceof HTMLElement ? target.dataset['cancel'] : undefined)),
    filter((id) => id !== undefined),
  );
