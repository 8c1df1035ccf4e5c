/** What every view is asked, as from plain JavaScript. */
interface Asked {
  readonly top: (n: never) => unknown;
  readonly levels: (side: never) => unknown;
  readonly quantityAt: (side: never, price: never) => unknown;
  readonly depthTo: (side: never, price: never) => unknown;
  readonly toFill: (takerSide: never, quantity: never) => unknown;
  readonly toSpend: (takerSide: never, value: never) => unknown;
  readonly imbalance: (n: never) => unknown;
}

const side = `A side of a book is 'bids' or 'asks', not `;
const taker = `A taker's side is 'Buy' or 'Sell', not `;
const count = 'A number of levels is a whole number or Infinity, not ';

const as = (u: unknown): never => u as never;

/** What no view can be asked: the call, and the beginning of what it throws. */
export const cannotBeMeant: readonly (readonly [
  call: string,
  ask: (view: Asked) => unknown,
  message: string,
])[] = [
  ["levels('bid')", ({ levels }) => levels(as('bid')), `${side}bid.`],
  ['levels()', ({ levels }) => levels(as(undefined)), `${side}undefined.`],
  ["levels('toString')", ({ levels }) => levels(as('toString')), `${side}toString.`],
  ["quantityAt('ask', 1)", ({ quantityAt }) => quantityAt(as('ask'), as(1)), `${side}ask.`],
  ["quantityAt('bids', NaN)", ({ quantityAt }) => quantityAt(as('bids'), as(NaN)), 'A price is a '],
  ["quantityAt('bids')", ({ quantityAt }) => quantityAt(as('bids'), as(undefined)), 'A price is a '],
  ["depthTo('Buy', 1)", ({ depthTo }) => depthTo(as('Buy'), as(1)), `${side}Buy.`],
  ["depthTo('asks', NaN)", ({ depthTo }) => depthTo(as('asks'), as(NaN)), 'A price is a '],
  ["toFill('buy', 1)", ({ toFill }) => toFill(as('buy'), as(1)), `${taker}buy.`],
  ["toFill('toString', 1)", ({ toFill }) => toFill(as('toString'), as(1)), `${taker}toString.`],
  ["toFill('Buy', NaN)", ({ toFill }) => toFill(as('Buy'), as(NaN)), 'A quantity is a '],
  ["toFill('Buy', {})", ({ toFill }) => toFill(as('Buy'), as({})), 'A quantity is a '],
  ["toSpend('asks', 1)", ({ toSpend }) => toSpend(as('asks'), as(1)), `${taker}asks.`],
  ["toSpend('Sell', NaN)", ({ toSpend }) => toSpend(as('Sell'), as(NaN)), 'A value is a '],
  ['top(NaN)', ({ top }) => top(as(NaN)), `${count}NaN.`],
  ['top(2.5)', ({ top }) => top(as(2.5)), `${count}2.5.`],
  ["top('5')", ({ top }) => top(as('5')), `${count}5.`],
  ['top()', ({ top }) => top(as(undefined)), `${count}undefined.`],
  ['imbalance(NaN)', ({ imbalance }) => imbalance(as(NaN)), `${count}NaN.`],
  ['imbalance(0.5)', ({ imbalance }) => imbalance(as(0.5)), `${count}0.5.`],
];
