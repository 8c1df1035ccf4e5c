import type { Exchange } from '../../../src/simulator/index.ts';
import { defaultCrowdAccountIds } from '../../../src/simulator/market/catalogue.ts';
import type { Board } from '../board.ts';
import { openAt } from '../orderTruth.ts';
import type { Step } from '../scenario.ts';
import { orderOf } from '../trading/orderOf.ts';
import { bestAt } from '../truth.ts';

/** Whose account it is, and where. */
export interface Owner {
  readonly name: string;
  readonly account: number;
  readonly board: Board;
  readonly exchange: Exchange;
  readonly mayTradeWithItself: boolean;
}

/** What happens to an account without its client. */
export type Elsewhere = Extract<Step, { readonly does: 'meddle' | 'placeByHand' | 'tradeElsewhere' }>;

const [crowdAccount = 0] = defaultCrowdAccountIds;

/** Somebody else cancels an order, so that only events tell. */
const meddle = ({ name, account, board, exchange }: Owner, nth: number): void => {
  const open = openAt(exchange, account);
  const order = open[nth % Math.max(1, open.length)];
  board.log(`${name} is meddled with ${order?.OrderId}`);
  if (order !== undefined) exchange.market.cancelOrder({ OrderId: order.OrderId });
};

/** The account trades without its client, in small pieces. */
const tradeElsewhere = (
  { name, account, board, exchange, mayTradeWithItself }: Owner,
  times: number,
): void => {
  board.log(`${name} trades elsewhere`);
  const own = { AccountId: account, InstrumentId: 1 };
  const [bid] = bestAt(exchange, 1);
  // Bids before all others, which one sale then takes.
  for (let index = 1; index <= times; index += 1) {
    const LimitPrice = ((bid || 100_000) + index / 100).toFixed(2);
    const order = { ...own, OrderType: 'Limit', Side: 'Buy', Quantity: '0.0001', LimitPrice } as const;
    exchange.market.sendOrder(order);
  }
  const Quantity = (times / 10_000).toFixed(4);
  const AccountId = mayTradeWithItself ? account : crowdAccount;
  exchange.market.sendOrder({ ...own, AccountId, OrderType: 'Market', Side: 'Sell', Quantity });
};

/** Does to an account what somebody else does. */
export const doElsewhere = (owner: Owner, step: Elsewhere): void => {
  if (step.does === 'meddle') meddle(owner, step.nth);
  else if (step.does === 'tradeElsewhere') tradeElsewhere(owner, step.times);
  else {
    owner.board.log(`${owner.name} has an order placed by hand`);
    owner.exchange.market.sendOrder(orderOf(owner.exchange, owner.account, step.draft));
  }
};
