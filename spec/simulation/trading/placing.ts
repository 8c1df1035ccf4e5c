import { timer } from 'rxjs';
import { type OrderLife, placeOrder$ } from '../../../src/index.ts';
import { createLifeLaw } from '../lifeLaw.ts';
import { orderTrouble, type Placed } from '../orderTruth.ts';
import type { OrderDraft } from '../scenario.ts';
import { orderOf } from './orderOf.ts';
import { risingIds } from './risingIds.ts';
import type { TradingSetup } from './tradingSetup.ts';

/** The orders that a program sends. */
export interface Placing {
  readonly place: (draft: OrderDraft) => void;
  /** Notes an order that comes to be by another command: what gives it its id, and that id once it has one. */
  readonly note: () => { readonly ids: () => number; readonly id: () => number | undefined };
  /** Holds what is told of an order to an event that told of it. */
  readonly checkTold: (text: string) => void;
  /** What is not known yet of orders, or not as it is. */
  readonly troubles: () => readonly string[];
  /** Says what is wrong once all is over. */
  readonly judge: () => void;
}

/** What an event says of an order, in every dialect. */
const versionIn = (text: string): { readonly OrderId: number; readonly executed: number } => {
  const number = (name: string): number =>
    Number(new RegExp(`"${name}\\\\?":\\\\?"?([\\d.]+)`).exec(text)?.[1] ?? Number.NaN);
  return { OrderId: number('OrderId'), executed: number('QuantityExecuted') };
};

/** Makes the part of a program that sends orders. */
export const createPlacing = (setup: TradingSetup): Placing => {
  const { name, client, board, exchange, account } = setup;
  const nextId = risingIds(setup);
  const placed: (Placed & { readonly life: () => OrderLife | undefined })[] = [];

  const place = (draft: OrderDraft): void => {
    const own: { id?: number; isLeft: boolean } = { isLeft: false };
    const law = createLifeLaw(board, `${name} order`);
    const options = {
      ids: () => (own.id = nextId()),
      cancelOnUnsubscribe: draft.leavesAfter !== undefined,
      ...(setup.resolve && { resolve: setup.resolve }),
    };
    const one = { id: () => own.id, isLeft: () => own.isLeft, life: law.last };
    placed.push(one);
    const subscription = placeOrder$(client, orderOf(exchange, account, draft), options).subscribe({
      next: (life) => {
        board.log(`${name} order ${life.ClientOrderId} ${life._tag}${life.isFinal ? ' at last' : ''}`);
        law.take(life);
      },
      error: (error: unknown) => board.breach('errors', `${name} order fails with ${String(error)}`),
    });
    if (draft.leavesAfter !== undefined)
      timer(draft.leavesAfter).subscribe(() => {
        own.isLeft = true;
        subscription.unsubscribe();
      });
  };

  const checkTold = (text: string): void => {
    const { OrderId, executed } = versionIn(text);
    const isBehind = ({ isLeft, life }: Placed): boolean => {
      const last = life();
      return !isLeft() && last?.OrderId === OrderId && !last.isFinal && last.executed < executed;
    };
    if (!placed.some(isBehind)) return;
    // In the midst of another turn it waits for its own.
    timer(0).subscribe(() => {
      if (placed.some(isBehind))
        board.breach('told of executions', `${name} order ${OrderId}: ${executed} is executed, and not told`);
    });
  };

  return {
    place,
    checkTold,
    note: () => {
      const own: { id?: number } = {};
      const id = (): number | undefined => own.id;
      placed.push({ id, isLeft: () => true, life: () => undefined });
      return { ids: () => (own.id = nextId()), id };
    },
    troubles: () => {
      const there = exchange.orders(account);
      return placed.flatMap((one) => orderTrouble(there, one) ?? []);
    },
    judge: () => {
      const there = exchange.orders(account);
      for (const { id, life } of placed) {
        const [tag, given] = [life()?._tag, id()];
        if (given === undefined) continue;
        const { length } = there.filter(({ ClientOrderId }) => ClientOrderId === given);
        if (length > 1) board.breach('one order', `${name}: ${length} orders ${given}`);
        if (length > 0 && (tag === 'NotSent' || tag === 'Denied'))
          board.breach('never there', `${name}: order ${given} is ${tag}, and at the exchange`);
      }
    },
  };
};
