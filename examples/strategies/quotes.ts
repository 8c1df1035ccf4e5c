import type { BookView, Level, Order } from 'notbank-rx';

/** How much to quote, and between which inventories. */
export interface Bounds {
  readonly Quantity: number;
  readonly least: number;
  readonly most: number;
}

/** An order as it should stand. */
export interface Quote {
  readonly Side: 'Buy' | 'Sell';
  readonly LimitPrice: number;
}

/** A quote to place, an order to cancel, or the one in place of the other. */
export interface Step {
  readonly old?: Order;
  readonly quote?: Quote;
}

const isAt = ({ Side, LimitPrice }: Quote, order: Order): boolean =>
  order.Side === Side && Number(order.Price) === LimitPrice;

/** Joins the best on both sides where the inventory allows it, even if what makes room for a quote is filled before. */
export const quotesAt = (
  { bid, ask }: BookView['best'],
  held: number,
  { Quantity, least, most }: Bounds,
  own: readonly Order[] = [],
): readonly Quote[] => {
  const isWithin = (quote: Quote): boolean => {
    const others = own.filter((order) => order.Side === quote.Side && !isAt(quote, order));
    const all = Quantity * (1 + others.length);
    return quote.Side === 'Buy' ? held + all <= most : held - all >= least;
  };
  const joining = (Side: Quote['Side'], level: Level | undefined): readonly Quote[] =>
    level === undefined ? [] : [{ Side, LimitPrice: level.price }];
  return [...joining('Buy', bid), ...joining('Sell', ask)].filter(isWithin);
};

const stepsOn = (side: Quote['Side'], quotes: readonly Quote[], own: readonly Order[]): readonly Step[] => {
  const quote = quotes.find(({ Side }) => Side === side);
  const standing = own.filter(({ Side }) => Side === side);
  const kept = standing.find((order) => quote !== undefined && isAt(quote, order));
  const [old, ...others] = standing.filter((order) => order !== kept);
  const steps: readonly Step[] = [
    { ...(old && { old }), ...(quote && !kept && { quote }) },
    ...others.map((other) => ({ old: other })),
  ];
  return steps.filter((step) => step.old ?? step.quote);
};

/** What is to be done: an order where it should be is left alone, any other makes room for a quote, or is cancelled. */
export const stepsTo = (quotes: readonly Quote[], own: readonly Order[]): readonly Step[] => [
  ...stepsOn('Buy', quotes, own),
  ...stepsOn('Sell', quotes, own),
];
