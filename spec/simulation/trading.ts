import { isRight } from 'fp-ts/lib/Either.js';
import { type Observable, timer } from 'rxjs';
import {
  cancelAll$,
  cancelOrder$,
  type Client,
  createIds,
  isClientError,
  modifyOrder$,
  type OrderLife,
  placeOrder$,
  replaceOrder$,
  type Resolve,
  type SendOrderRequest,
} from '../../src/index.ts';
import type { Exchange, OrderAtExchange } from '../../src/simulator/index.ts';
import type { Random } from '../../src/simulator/market/random.ts';
import type { Board } from './board.ts';
import { createLifeLaw, type LifeLaw } from './lifeLaw.ts';
import type { OrderDraft, OrderVerb } from './scenario.ts';
import { openAt, orderTrouble, type Placed, verbTruth } from './orderTruth.ts';
import { bestAt } from './truth.ts';

/** Who trades, and what watches over it. */
export interface TradingSetup {
  readonly name: string;
  readonly client: Client;
  readonly board: Board;
  readonly exchange: Exchange;
  readonly account: number;
  /** Which of the programs it is: ids of two never meet. */
  readonly idTag: number;
  readonly random: Random;
  /** Whether lists may be older than what they leave out. */
  readonly mayLag: boolean;
  /** When an order whose outcome is not known is looked for, where that is not the library's own rule. */
  readonly resolve: Resolve | undefined;
  readonly isClosing: () => boolean;
}

/** What a program does with orders. */
export interface Trading {
  readonly place: (draft: OrderDraft) => void;
  readonly act: (verb: OrderVerb, nth: number) => void;
  /** Whether it has done anything: the account is followed on then, whoever has left. */
  readonly hasTraded: () => boolean;
  /** Holds a cancel that goes out to what the program has asked for. */
  readonly checkCancel: (OrderId: number) => void;
  /** Holds what is told of an order to an event that told of it. */
  readonly checkTold: (text: string) => void;
  /** What is not known yet of orders, or not as it is. */
  readonly troubles: () => readonly string[];
  /** Says what is wrong once all is over. */
  readonly judge: () => void;
}

interface VerbTold {
  readonly _tag: string;
  readonly isFinal: boolean;
}

/** Ids that must rise, whatever becomes of the clock. */
const risingIds = ({ board, name, idTag, random }: TradingSetup): (() => number) => {
  const next = createIds({ idTag, random: random.next });
  let last = 0;
  return () => {
    const id = next();
    if (id <= last) board.breach('ids rise', `${name}: ${id} after ${last}`);
    last = id;
    return id;
  };
};

/** The order that a draft comes to at the prices of the moment. */
export const orderOf = (exchange: Exchange, account: number, draft: OrderDraft): SendOrderRequest => {
  const { side, pricing, quantity, isPostOnly } = draft;
  const [bestBid, bestAsk] = bestAt(exchange, 1);
  const [bid, ask] = [bestBid || 100_000, bestAsk || 110_000];
  const Quantity = (quantity / 1_000).toFixed(3);
  const base = { AccountId: account, InstrumentId: 1, Side: side, TimeInForce: 'GTC', Quantity } as const;
  if (pricing === 'market') return { ...base, OrderType: 'Market' };
  const away = { far: 1_000, touch: 0, through: -(ask - bid) - 5 }[pricing];
  const LimitPrice = (side === 'Buy' ? bid - away : ask + away).toFixed(2);
  return { ...base, OrderType: 'Limit', LimitPrice, PostOnly: isPostOnly };
};

/** One command about orders, held to the rules of all of them. */
const watchVerb = <V extends VerbTold>(
  { board, name, isClosing }: TradingSetup,
  title: string,
  told$: Observable<V>,
  ended: (told: V) => void,
): { readonly isOver: () => boolean; readonly title: string } => {
  let last: V | undefined;
  let isOver = false;
  const wrong = (why: string): void => board.breach('verbs truly', `${name} ${title}: ${why}`);
  told$.subscribe({
    next: (told) => {
      board.log(`${name} ${title} ${told._tag}`);
      if (last?.isFinal === true) wrong(`${told._tag} after the last`);
      last = told;
      if (told.isFinal) ended(told);
    },
    error: (error: unknown) => {
      isOver = true;
      const isOurs = isClientError(error);
      if (!isClosing() || !isOurs) wrong(`it errors with ${isOurs ? error._tag : String(error)}`);
    },
    complete: () => {
      isOver = true;
      if (last?.isFinal !== true && !isClosing()) wrong('it completes without an end');
    },
  });
  return { isOver: () => isOver, title };
};

/** What an event says of an order, in every dialect. */
const versionIn = (text: string): { readonly OrderId: number; readonly executed: number } => {
  const number = (name: string): number =>
    Number(new RegExp(`"${name}\\\\?":\\\\?"?([\\d.]+)`).exec(text)?.[1] ?? Number.NaN);
  return { OrderId: number('OrderId'), executed: number('QuantityExecuted') };
};

/** Makes the part of a program that trades. */
export const createTrading = (setup: TradingSetup): Trading => {
  const { name, client, board, exchange, account, mayLag } = setup;
  const nextId = risingIds(setup);
  const placed: (Placed & { readonly law?: LifeLaw; readonly life: () => OrderLife | undefined })[] = [];
  const verbs: ReturnType<typeof watchVerb>[] = [];
  /** The orders that commands were about. */
  const named = new Set<number | bigint>();
  let isHeld = false;

  const place = (draft: OrderDraft): void => {
    isHeld = true;
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

  const replace = (order: OrderAtExchange): void => {
    const own: { id?: number } = {};
    placed.push({ id: () => own.id, isLeft: () => true, life: () => undefined });
    const params = {
      ...orderOf(exchange, account, {
        side: order.Side === 'Sell' ? 'Sell' : 'Buy',
        pricing: 'far',
        quantity: 2,
        isPostOnly: false,
      }),
      OrderIdToReplace: order.OrderId,
    };
    const told$ = replaceOrder$(client, params as Parameters<typeof replaceOrder$>[1], {
      ids: () => (own.id = nextId()),
      ...(setup.resolve && { resolve: setup.resolve }),
    });
    verbs.push(
      watchVerb(setup, `replaces ${order.OrderId}`, told$, (told) => {
        const why = verbTruth.replaced(exchange, account, told, order.OrderId, own.id);
        if (why !== undefined) board.breach('verbs truly', `${name} replaces ${order.OrderId}: ${why}`);
      }),
    );
  };

  const act = (verb: OrderVerb, nth: number): void => {
    const open = openAt(exchange, account);
    const order = open[nth % Math.max(1, open.length)];
    if (verb === 'cancelAll') {
      isHeld = true;
      const scope = nth % 2 === 0 ? 'account' : 'mine';
      verbs.push(
        watchVerb(
          setup,
          `cancels all of ${scope}`,
          cancelAll$(client, { AccountId: account, scope }),
          (told) => {
            if (told._tag !== 'Done' || scope === 'mine' || mayLag) return;
            const left = openAt(exchange, account).filter(({ OrderId }) =>
              open.some((one) => one.OrderId === OrderId),
            );
            if (left.length > 0)
              board.breach('verbs truly', `${name}: all is canceled but ${left.length} orders`);
          },
        ),
      );
      return;
    }
    if (order === undefined) return;
    isHeld = true;
    named.add(order.OrderId);
    const of = { AccountId: account, OrderId: order.OrderId };
    if (verb === 'replaceOrder') replace(order);
    else if (verb === 'cancelOrder')
      verbs.push(
        watchVerb(
          setup,
          `cancels ${order.OrderId}`,
          cancelOrder$(client, of, { repeat: nth % 2 }),
          (told) => {
            const why = verbTruth.canceled(exchange, account, told, order.OrderId);
            if (why !== undefined) board.breach('verbs truly', `${name} cancels ${order.OrderId}: ${why}`);
          },
        ),
      );
    else {
      const Quantity = (Number(order.Quantity) / 2).toFixed(4);
      verbs.push(
        watchVerb(
          setup,
          `lowers ${order.OrderId}`,
          modifyOrder$(client, { ...of, InstrumentId: 1, Quantity }),
          (told) => {
            const why = verbTruth.modified(exchange, account, told, order.OrderId, Number(Quantity));
            if (why !== undefined) board.breach('verbs truly', `${name} lowers ${order.OrderId}: ${why}`);
          },
        ),
      );
    }
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
    act,
    checkTold,
    hasTraded: () => isHeld,
    checkCancel: (OrderId) => {
      const order = exchange.market.orderStatus(account, OrderId);
      // What was placed by hand has no id of a program's.
      if (isRight(order) && order.right.ClientOrderId === 0 && !named.has(OrderId))
        board.breach('only ours', `${name} cancels ${OrderId}, which somebody placed by hand`);
    },
    troubles: () => {
      const there = exchange.orders(account);
      return [
        ...placed.flatMap((one) => orderTrouble(there, one) ?? []),
        ...verbs.filter(({ isOver }) => !isOver()).map(({ title }) => `${title} goes on`),
      ];
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
      for (const { isOver, title } of verbs)
        if (!isOver()) board.breach('verbs truly', `${name} ${title}: it never ends`);
    },
  };
};
