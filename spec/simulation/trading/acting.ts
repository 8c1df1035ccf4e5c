import type { Observable } from 'rxjs';
import { cancelAll$, cancelOrder$, modifyOrder$, replaceOrder$ } from '../../../src/index.ts';
import type { OrderAtExchange } from '../../../src/simulator/index.ts';
import { openAt, verbTruth } from '../orderTruth.ts';
import type { OrderVerb } from '../scenario.ts';
import { orderOf } from './orderOf.ts';
import type { Placing } from './placing.ts';
import type { TradingSetup } from './tradingSetup.ts';
import { type VerbTold, type WatchedVerb, watchVerb } from './watchVerb.ts';

/** The commands about orders that a program gives. */
export interface Acting {
  readonly act: (verb: OrderVerb, nth: number) => void;
  /** Whether it has given any. */
  readonly hasActed: () => boolean;
  /** Whether a command was about this order. */
  readonly isNamed: (OrderId: number) => boolean;
  /** The commands that go on. */
  readonly underWay: () => readonly string[];
}

/** Makes the part of a program that commands. */
export const createActing = (setup: TradingSetup, { note }: Placing): Acting => {
  const { name, client, board, exchange, account, mayLag } = setup;
  const verbs: WatchedVerb[] = [];
  /** The orders that commands were about. */
  const named = new Set<number | bigint>();
  let hasActed = false;

  const watch = <V extends VerbTold>(
    title: string,
    told$: Observable<V>,
    untruth: (told: V) => string | undefined,
  ): void => {
    const ended = (told: V): void => {
      const why = untruth(told);
      if (why !== undefined) board.breach('verbs truly', `${name} ${title}: ${why}`);
    };
    verbs.push(watchVerb(setup, title, told$, ended));
  };

  const cancelAll = (scope: 'account' | 'mine', open: readonly OrderAtExchange[]): void =>
    watch(`cancels all of ${scope}`, cancelAll$(client, { AccountId: account, scope }), (told) => {
      if (told._tag !== 'Done' || scope === 'mine' || mayLag) return undefined;
      const left = openAt(exchange, account).filter(({ OrderId }) =>
        open.some((one) => one.OrderId === OrderId),
      );
      return left.length > 0 ? `${left.length} orders are left` : undefined;
    });

  const replace = ({ OrderId, Side }: OrderAtExchange): void => {
    const { ids, id } = note();
    const side = Side === 'Sell' ? 'Sell' : 'Buy';
    const params = {
      ...orderOf(exchange, account, { side, pricing: 'far', quantity: 2, isPostOnly: false }),
      OrderIdToReplace: OrderId,
    };
    const told$ = replaceOrder$(client, params as Parameters<typeof replaceOrder$>[1], {
      ids,
      ...(setup.resolve && { resolve: setup.resolve }),
    });
    watch(`replaces ${OrderId}`, told$, (told) => verbTruth.replaced(exchange, account, told, OrderId, id()));
  };

  const cancel = ({ OrderId }: OrderAtExchange, repeat: number): void =>
    watch(`cancels ${OrderId}`, cancelOrder$(client, { AccountId: account, OrderId }, { repeat }), (told) =>
      verbTruth.canceled(exchange, account, told, OrderId),
    );

  const lower = (order: OrderAtExchange): void => {
    const { OrderId } = order;
    const Quantity = (Number(order.Quantity) / 2).toFixed(4);
    watch(
      `lowers ${OrderId}`,
      modifyOrder$(client, { AccountId: account, OrderId, InstrumentId: 1, Quantity }),
      (told) => verbTruth.modified(exchange, account, told, OrderId, Number(Quantity)),
    );
  };

  const act = (verb: OrderVerb, nth: number): void => {
    const open = openAt(exchange, account);
    const order = open[nth % Math.max(1, open.length)];
    if (verb === 'cancelAll') {
      hasActed = true;
      cancelAll(nth % 2 === 0 ? 'account' : 'mine', open);
      return;
    }
    if (order === undefined) return;
    hasActed = true;
    named.add(order.OrderId);
    if (verb === 'replaceOrder') replace(order);
    else if (verb === 'cancelOrder') cancel(order, nth % 2);
    else lower(order);
  };

  return {
    act,
    hasActed: () => hasActed,
    isNamed: (OrderId) => named.has(OrderId),
    underWay: () => verbs.filter(({ isOver }) => !isOver()).map(({ title }) => title),
  };
};
