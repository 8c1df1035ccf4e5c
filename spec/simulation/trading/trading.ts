import { isRight } from 'fp-ts/lib/Either.js';
import type { OrderDraft, OrderVerb } from '../scenario.ts';
import { createActing } from './acting.ts';
import { createPlacing } from './placing.ts';
import type { TradingSetup } from './tradingSetup.ts';

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

/** Makes the part of a program that trades. */
export const createTrading = (setup: TradingSetup): Trading => {
  const { name, board, exchange, account } = setup;
  const placing = createPlacing(setup);
  const acting = createActing(setup, placing);
  let hasPlaced = false;
  return {
    place: (draft) => {
      hasPlaced = true;
      placing.place(draft);
    },
    act: acting.act,
    checkTold: placing.checkTold,
    hasTraded: () => hasPlaced || acting.hasActed(),
    checkCancel: (OrderId) => {
      const order = exchange.market.orderStatus(account, OrderId);
      // What was placed by hand has no id of a program's.
      if (isRight(order) && order.right.ClientOrderId === 0 && !acting.isNamed(OrderId))
        board.breach('only ours', `${name} cancels ${OrderId}, which somebody placed by hand`);
    },
    troubles: () => [...placing.troubles(), ...acting.underWay().map((title) => `${title} goes on`)],
    judge: () => {
      placing.judge();
      for (const title of acting.underWay()) board.breach('verbs truly', `${name} ${title}: it never ends`);
    },
  };
};
