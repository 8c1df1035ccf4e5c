import type { OrderAction } from './script.ts';

/** A resting order of the reference, in whole steps of price and quantity. */
interface Resting {
  readonly id: number;
  readonly account: number;
  readonly side: 'Buy' | 'Sell';
  readonly price: number;
  quantity: number;
}

/** A trade of the reference: maker's order, taker's order, price and quantity in steps. */
export type ReferenceTrade = readonly [maker: number, taker: number, price: number, quantity: number];

/**
 * One book, written as plainly as possible and apart from the market: a list of resting orders in the order they
 * came, searched from the start for each piece of a trade.
 */
export const createReference = (preventSelfTrade: boolean) => {
  let resting: readonly Resting[] = [];

  const best = (side: 'Buy' | 'Sell', limit: number | undefined): Resting | undefined => {
    const others = resting.filter((order) => order.side !== side);
    const within = others.filter(
      ({ price }) => limit === undefined || (side === 'Buy' ? price <= limit : price >= limit),
    );
    const prices = within.map(({ price }) => price);
    const bestPrice = side === 'Buy' ? Math.min(...prices) : Math.max(...prices);
    return within.find(({ price }) => price === bestPrice);
  };

  const trade = (
    action: OrderAction,
    id: number,
  ): { trades: readonly ReferenceTrade[]; whole: boolean; own: boolean } => {
    const trades: ReferenceTrade[] = [];
    let quantity = action.quantity;
    let value = action.value ?? 0;
    let lastPrice = action.price;
    const byValue = action.value !== undefined;
    const wanted = (price: number): number => (byValue ? Math.floor(value / price) : quantity);
    for (;;) {
      const maker = best(action.side, action.price);
      if (maker === undefined) {
        const whole = lastPrice !== undefined && wanted(lastPrice) === 0;
        return { trades, whole, own: false };
      }
      const size = Math.min(wanted(maker.price), maker.quantity);
      if (size === 0) return { trades, whole: true, own: false };
      if (preventSelfTrade && maker.account === action.account) return { trades, whole: false, own: true };
      trades.push([maker.id, id, maker.price, size]);
      maker.quantity -= size;
      quantity -= size;
      value -= size * maker.price;
      lastPrice = maker.price;
      resting = resting.filter((order) => order.quantity > 0);
    }
  };

  return {
    /** Takes an accepted order, and tells its trades. */
    place: (action: OrderAction, id: number): readonly ReferenceTrade[] => {
      const { account, side, price } = action;
      if (action.postOnly && best(side, price) !== undefined) return [];
      const before = resting.map((order) => ({ ...order }));
      const { trades, whole, own } = trade(action, id);
      if (action.term === 'FOK' && !whole) {
        resting = before;
        return [];
      }
      const left = action.quantity - trades.reduce((total, [, , , size]) => total + size, 0);
      if (action.type === 'Limit' && action.term === 'GTC' && !own && left > 0 && price !== undefined) {
        resting = [...resting, { id, account, side, price, quantity: left }];
      }
      return trades;
    },
    remove: (id: number): void => {
      resting = resting.filter((order) => order.id !== id);
    },
    /** What rests, as [order, remaining quantity in steps], by order id. */
    resting: (): readonly (readonly [number, number])[] => resting.map(({ id, quantity }) => [id, quantity]),
  };
};
