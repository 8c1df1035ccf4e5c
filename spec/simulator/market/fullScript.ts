import * as E from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import type { MarketEvent } from '../../../src/simulator/market/event.ts';
import type { Market, Outcome } from '../../../src/simulator/market/market.ts';
import type { OrderObject } from '../../../src/simulator/market/orderObject.ts';
import type { OrderRequest } from '../../../src/simulator/market/orderRequest.ts';
import {
  type Action,
  type Stage,
  account,
  cancelAll,
  clientOrderId,
  dearInstruments,
  instrument,
  limitOrder,
  marketOrder,
  other,
  perform,
  poorAccounts,
  side,
  smallMarket,
  text,
  valueOrder,
} from './script.ts';

/** An order of any type, in the same steps as {@link OrderAction}; `linked` is the account's n-th open order. */
interface AnyOrder {
  readonly account: number;
  readonly instrument: number;
  readonly side: 'Buy' | 'Sell';
  readonly type: 'Limit' | 'StopMarket' | 'StopLimit' | 'TrailingStopMarket' | 'TrailingStopLimit';
  readonly term: 'GTC' | 'IOC';
  readonly peg: 'Last' | 'Bid' | 'Ask';
  readonly price: number;
  readonly stop: number;
  readonly trail: number;
  readonly offset: number;
  readonly quantity: number;
  readonly display: number | undefined;
  readonly clientOrderId: number;
  readonly linked: number | undefined;
}

export type FullAction =
  | Action
  | { readonly kind: 'send'; readonly order: AnyOrder }
  | { readonly kind: 'list'; readonly orders: readonly AnyOrder[] }
  | { readonly kind: 'replace'; readonly nth: number; readonly order: AnyOrder }
  | { readonly kind: 'modify'; readonly account: number; readonly nth: number; readonly quantity: number }
  | {
      readonly kind: 'session';
      readonly instrument: number;
      readonly status: 'Running' | 'Paused' | 'Stopped' | 'RunningPostOnly';
    }
  | {
      readonly kind: 'report';
      readonly account: number;
      readonly counterparty: number;
      readonly instrument: number;
      readonly side: 'Buy' | 'Sell';
      readonly quantity: number;
      readonly lockedIn: boolean;
    }
  | { readonly kind: 'freeze'; readonly account: number; readonly frozen: boolean }
  | {
      readonly kind: 'deposit' | 'withdraw';
      readonly account: number;
      readonly product: number;
      readonly amount: number;
    };

const step = fc.integer({ min: 1, max: 9 });
const anyOrder: fc.Arbitrary<AnyOrder> = fc.record({
  account,
  instrument,
  side,
  clientOrderId,
  type: fc.constantFrom<AnyOrder['type'][]>(
    'Limit',
    'Limit',
    'StopMarket',
    'StopLimit',
    'TrailingStopMarket',
    'TrailingStopLimit',
  ),
  term: fc.constantFrom<AnyOrder['term'][]>('GTC', 'GTC', 'GTC', 'IOC'),
  peg: fc.constantFrom<AnyOrder['peg'][]>('Last', 'Last', 'Bid', 'Ask'),
  price: fc.integer({ min: 4, max: 6 }),
  stop: step,
  trail: fc.integer({ min: 1, max: 3 }),
  offset: fc.integer({ min: 0, max: 2 }),
  quantity: fc.integer({ min: 1, max: 12 }),
  display: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  linked: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.nat({ max: 2 }) },
  ),
});
const send: fc.Arbitrary<FullAction> = anyOrder.map((order) => ({ kind: 'send', order }));
const list: fc.Arbitrary<FullAction> = fc
  .array(anyOrder, { maxLength: 3 })
  .map((orders) => ({ kind: 'list', orders }));
const replace: fc.Arbitrary<FullAction> = fc.record({
  kind: fc.constant('replace' as const),
  nth: fc.nat({ max: 2 }),
  order: anyOrder,
});
const modify: fc.Arbitrary<FullAction> = fc.record({
  kind: fc.constant('modify' as const),
  account,
  nth: fc.nat({ max: 2 }),
  quantity: fc.integer({ min: 1, max: 6 }),
});
const session: fc.Arbitrary<FullAction> = fc.record({
  kind: fc.constant('session' as const),
  instrument,
  status: fc.constantFrom(
    'Running' as const,
    'Running' as const,
    'Running' as const,
    'Paused' as const,
    'Stopped' as const,
    'RunningPostOnly' as const,
  ),
});
/** Reports that often enough are two sides of one trade. */
const report: fc.Arbitrary<FullAction> = fc.record({
  kind: fc.constant('report' as const),
  account,
  counterparty: account,
  instrument,
  side,
  quantity: fc.integer({ min: 2, max: 3 }),
  lockedIn: fc.nat({ max: 3 }).map((n) => n === 0),
});
const freeze: fc.Arbitrary<FullAction> = fc.record({
  kind: fc.constant('freeze' as const),
  account,
  frozen: fc.nat({ max: 3 }).map((n) => n === 0),
});
const treasury: fc.Arbitrary<FullAction> = fc.record({
  kind: fc.constantFrom('deposit' as const, 'withdraw' as const),
  account,
  product: fc.integer({ min: 1, max: 3 }),
  amount: fc.integer({ min: 0, max: 20 }),
});

/** Scripts that do everything a market can be asked to do. */
export const fullScript: fc.Arbitrary<readonly FullAction[]> = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: limitOrder },
    { weight: 2, arbitrary: marketOrder },
    { weight: 1, arbitrary: valueOrder },
    { weight: 10, arbitrary: send },
    { weight: 1, arbitrary: list },
    { weight: 3, arbitrary: replace },
    { weight: 2, arbitrary: modify },
    { weight: 2, arbitrary: other },
    { weight: 1, arbitrary: cancelAll },
    { weight: 1, arbitrary: session },
    { weight: 1, arbitrary: treasury },
    { weight: 3, arbitrary: report },
    { weight: 1, arbitrary: freeze },
  ),
  { minLength: 8, maxLength: 32, size: 'max' },
);

const nthOpen = (market: Market, accountId: number, nth: number | undefined): OrderObject | undefined => {
  const open = market.openOrders(accountId);
  return nth === undefined || E.isLeft(open) ? undefined : open.right[nth];
};

/** An order that is linked to another is of the same instrument and side. */
const requestOf = (market: Market, order: AnyOrder): OrderRequest => {
  const linked = nthOpen(market, order.account, order.linked);
  return {
    AccountId: order.account,
    InstrumentId: linked?.Instrument ?? order.instrument,
    Side: linked?.Side ?? order.side,
    OrderType: order.type,
    TimeInForce: order.term,
    PegPriceType: order.peg,
    Quantity: text(order.quantity, 1n, 1),
    LimitPrice: text(order.price, 5n, 2),
    StopPrice: text(order.stop, 5n, 2),
    TrailingAmount: text(order.trail, 5n, 2),
    LimitOffset: text(order.offset, 5n, 2),
    UseDisplayQuantity: order.display !== undefined,
    DisplayQuantity: text(order.display, 1n, 1),
    ClientOrderId: order.clientOrderId,
    OrderIdOCO: linked?.OrderId,
  };
};

const replaced = (
  market: Market,
  { nth, order }: Extract<FullAction, { kind: 'replace' }>,
): Outcome<unknown> => {
  const before = nthOpen(market, order.account, nth);
  const next = { ...order, instrument: before?.Instrument ?? order.instrument, linked: undefined };
  return market.cancelReplaceOrder({ ...requestOf(market, next), OrderIdToReplace: before?.OrderId });
};

const modified = (
  market: Market,
  { account: AccountId, nth, quantity }: Extract<FullAction, { kind: 'modify' }>,
): Outcome<unknown> => {
  const { OrderId, Instrument: InstrumentId } = nthOpen(market, AccountId, nth) ?? {};
  return market.modifyOrder({ AccountId, OrderId, InstrumentId, Quantity: text(quantity, 1n, 1) });
};

/** Does one action of a full script. */
export const performFully = (
  stage: Stage,
  action: FullAction,
): { readonly reply: unknown; readonly events: readonly MarketEvent[] } => {
  const { market } = stage;
  switch (action.kind) {
    case 'send':
      return market.sendOrder(requestOf(market, action.order));
    case 'list':
      return market.sendOrderList(action.orders.map((order) => requestOf(market, order)));
    case 'replace':
      return replaced(market, action);
    case 'modify':
      return modified(market, action);
    case 'session':
      return market.setSessionStatus(action.instrument, action.status);
    case 'report':
      return market.reportBlockTrade({
        AccountId: action.account,
        CounterPartyId: action.counterparty,
        InstrumentId: action.instrument,
        Side: action.side,
        Quantity: text(action.quantity, 1n, 1) ?? '0',
        LimitPrice: '0.25',
        LockedIn: action.lockedIn,
      });
    case 'freeze':
      return market.changeAccount(action.account, { Frozen: action.frozen });
    case 'deposit':
    case 'withdraw':
      return market[action.kind](action.account, action.product, text(action.amount, 1n, 1) ?? '0');
    default:
      return perform(stage, action);
  }
};

/** A small market that charges fees. */
export const freshMarket = (seed = 1): Stage => smallMarket(seed, poorAccounts, dearInstruments);

const quote = (quoter: number, quoted: 'Buy' | 'Sell', traded: number, price: number): FullAction => ({
  kind: 'order',
  account: quoter,
  instrument: traded,
  side: quoted,
  type: 'Limit',
  term: 'GTC',
  price,
  quantity: 2,
  value: undefined,
  clientOrderId: 0,
  postOnly: false,
});

/** What every script begins with: both instruments trade at 0.25, and are quoted on both sides of it. */
export const opening: readonly FullAction[] = [1, 2].flatMap((id) => [
  quote(2, 'Buy', id, 5),
  quote(3, 'Sell', id, 5),
  quote(2, 'Buy', id, 4),
  quote(3, 'Sell', id, 6),
]);
