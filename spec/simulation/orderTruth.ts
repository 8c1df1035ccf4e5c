import type { OrderLife } from '../../src/index.ts';
import type { Exchange, OrderAtExchange } from '../../src/simulator/index.ts';

type Id = number | bigint;

/** An order that a program has sent. */
export interface Placed {
  /** Its id, once it has one. */
  readonly id: () => number | undefined;
  /** Whether nobody is told of it any more. */
  readonly isLeft: () => boolean;
  /** What was told last. */
  readonly life: () => OrderLife | undefined;
}

/** The open orders of an account, as they are at the exchange. */
export const openAt = (exchange: Exchange, account: number): readonly OrderAtExchange[] =>
  exchange.orders(account).filter(({ OrderState }) => OrderState === 'Working');

const states: Readonly<Partial<Record<OrderLife['_tag'], string>>> = {
  Filled: 'FullyExecuted',
  Canceled: 'Canceled',
  Expired: 'Expired',
  Rejected: 'Rejected',
  Working: 'Working',
  PartiallyFilled: 'Working',
};
const withoutOrder: readonly OrderLife['_tag'][] = [
  'Denied',
  'NotSent',
  'NotFound',
  'Rejected',
  'Unresolved',
];

/** What is told wrongly of an order, or not yet, once all should be well. */
export const orderTrouble = (
  there: readonly OrderAtExchange[],
  { id, isLeft, life: last }: Placed,
): string | undefined => {
  const [given, life] = [id(), last()];
  if (isLeft() || given === undefined) return undefined;
  const [order] = there.filter(({ ClientOrderId }) => ClientOrderId === given);
  if (life === undefined) return `nothing is told of order ${given}`;
  if (life._tag === 'Unresolved') return undefined;
  const told = `order ${given} is told ${life._tag}, ${life.executed} executed`;
  if (order === undefined) return withoutOrder.includes(life._tag) ? undefined : `${told}, and is not there`;
  const isTrue = states[life._tag] === order.OrderState && life.executed === Number(order.QuantityExecuted);
  return isTrue ? undefined : `${told}, and is ${order.OrderState}, ${order.QuantityExecuted} executed`;
};

interface Told {
  readonly _tag: string;
}

const orderAt = (exchange: Exchange, account: number, OrderId: Id): OrderAtExchange | undefined =>
  exchange.orders(account).find((order) => order.OrderId === OrderId);

/** What is wrong with the end that is told of a command; nothing where it is what the exchange did. */
export const verbTruth = {
  canceled: (exchange: Exchange, account: number, { _tag }: Told, OrderId: Id): string | undefined => {
    const state = orderAt(exchange, account, OrderId)?.OrderState;
    if (_tag === 'Canceled') return state === 'Canceled' ? undefined : `Canceled, and it is ${state}`;
    if (_tag === 'TooLate') return state !== 'Working' ? undefined : 'TooLate, and it stands';
    return undefined;
  },
  modified: (
    exchange: Exchange,
    account: number,
    { _tag }: Told,
    OrderId: Id,
    wanted: number,
  ): string | undefined => {
    const order = orderAt(exchange, account, OrderId);
    if (_tag === 'TooLate') return order?.OrderState !== 'Working' ? undefined : 'TooLate, and it stands';
    if (_tag !== 'Modified') return undefined;
    return Number(order?.Quantity) <= wanted ? undefined : `Modified, and ${order?.Quantity} is open`;
  },
  replaced: (
    exchange: Exchange,
    account: number,
    { _tag }: Told,
    OrderId: Id,
    id: number | undefined,
  ): string | undefined => {
    const old = orderAt(exchange, account, OrderId);
    const made = exchange.orders(account).find(({ ClientOrderId }) => ClientOrderId === id);
    const stands = made?.OrderState === 'Working';
    if (_tag === 'Replaced') return made === undefined ? 'Replaced, and there is no new order' : undefined;
    if (_tag === 'Half' && (stands || old?.OrderState === 'Working')) return 'Half, and one of them stands';
    if (_tag === 'TooLate' && (stands || old?.OrderState === 'Working'))
      return 'TooLate, and one of them stands';
    if (['Refused', 'NotSent', 'Denied'].includes(_tag) && stands) return `${_tag}, and the new order stands`;
    return undefined;
  },
};
