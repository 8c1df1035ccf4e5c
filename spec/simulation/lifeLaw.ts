import type { OrderLife } from '../../src/index.ts';
import type { Board } from './board.ts';

type Tag = OrderLife['_tag'];

const ends = ['Rejected', 'Filled', 'Canceled', 'Expired', 'Unresolved'] as const;

/** Where an order may go from where it stands: the table of its life. What has ended stays ended. */
const moves: Readonly<Record<Tag, readonly Tag[]>> = {
  Sent: ['Sent', 'Accepted', 'Working', 'PartiallyFilled', 'Unknown', 'NotSent', ...ends],
  Accepted: ['Accepted', 'Working', 'PartiallyFilled', ...ends],
  Working: ['Working', 'PartiallyFilled', ...ends],
  PartiallyFilled: ['PartiallyFilled', ...ends],
  Unknown: ['Unknown', 'Accepted', 'Working', 'PartiallyFilled', 'NotFound', ...ends],
  Denied: [],
  NotSent: [],
  Rejected: ['Rejected'],
  Filled: ['Filled'],
  Canceled: ['Canceled'],
  Expired: ['Expired'],
  NotFound: [],
  Unresolved: [],
};

/** The law of one order, and what was told of it last. */
export interface LifeLaw {
  readonly take: (life: OrderLife) => void;
  readonly last: () => OrderLife | undefined;
}

/** In thousandths of thousandths, so that sums are exact. */
const units = (quantity: number): number => Math.round(quantity * 1e8);

/** Holds what is told of one order to the table; where all is answered at once, the first that is told may be any. */
export const createLifeLaw = (board: Board, title: string): LifeLaw => {
  let last: OrderLife | undefined;
  const wrong = (why: string): void => board.breach('life moves on', `${title}: ${why}`);
  const checkMove = (before: OrderLife, life: OrderLife): void => {
    const { _tag } = before;
    if (before.isFinal) wrong(`${life._tag} after the last`);
    if (!moves[_tag].includes(life._tag)) wrong(`${life._tag} after ${_tag}`);
    if (life.executed < before.executed) wrong(`${life.executed} executed after ${before.executed}`);
    if (life.OrderId !== before.OrderId && before.OrderId !== undefined)
      wrong(`order ${life.OrderId} after ${before.OrderId}`);
  };
  const take = (life: OrderLife): void => {
    if (last !== undefined) checkMove(last, life);
    const keys = life.fills.map(({ ExecutionId, OrderId }) => `${OrderId} ${ExecutionId}`);
    if (new Set(keys).size !== keys.length) board.breach('fills once', `${title}: ${keys.join(', ')}`);
    const sum = life.fills.reduce((all, { Quantity }) => all + units(Number(Quantity)), 0);
    if (life.areFillsWhole && life.order !== undefined && sum !== units(life.executed))
      board.breach('fills whole', `${title}: ${sum} in fills of ${units(life.executed)}`);
    last = life;
  };
  return { take, last: () => last };
};
