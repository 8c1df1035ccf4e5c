import * as E from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import type { AccountSpec } from '../../../src/simulator/market/account.ts';
import { decimalOf, formatDecimal } from '../../../src/simulator/market/decimal.ts';
import type { InstrumentSpec } from '../../../src/simulator/market/instrument.ts';
import { type Market, createMarket } from '../../../src/simulator/market/market.ts';

/** A small market without fees: prices are a few steps of 0.05, quantities a few of 0.1, and nobody is rich. */
const common = {
  SessionStatus: 'Running',
  PriceIncrement: '0.05',
  QuantityIncrement: '0.1',
  MakerFee: '0',
  TakerFee: '0',
} as const;
export const instruments: readonly InstrumentSpec[] = [
  {
    ...common,
    InstrumentId: 1,
    Symbol: 'BTCUSDT',
    Product1: 1,
    Product2: 3,
    MinimumQuantity: '0.2',
    SelfTradePrevention: true,
  },
  {
    ...common,
    InstrumentId: 2,
    Symbol: 'ETHUSDT',
    Product1: 2,
    Product2: 3,
    MinimumQuantity: '0.1',
    SelfTradePrevention: false,
  },
];

export const accounts: readonly AccountSpec[] = [1, 2, 3].map((AccountId) => ({
  AccountId,
  AccountName: `account ${AccountId}`,
  UserId: AccountId,
  UserName: `user ${AccountId}`,
  balances: { BTC: '9', ETH: '9', USDT: '4' },
}));

export const start = 1_790_000_000_000;

/** The same accounts with so little that a script soon asks for more than they have. */
export const poorAccounts: readonly AccountSpec[] = accounts.map((account) => ({
  ...account,
  balances: { BTC: '3', ETH: '3', USDT: '1' },
}));

/** The same instruments, and what they charge is easily seen. */
export const dearInstruments: readonly InstrumentSpec[] = instruments.map((instrument) => ({
  ...instrument,
  MakerFee: '0.01',
  TakerFee: '0.02',
}));

/** A market and the hand that moves its clock. */
export interface Stage {
  readonly market: Market;
  readonly pass: (ms: number) => void;
}

export const smallMarket = (seed = 1, traders = accounts, traded = instruments): Stage => {
  let now = start;
  const pass = (ms: number): void => {
    now += ms;
  };
  return { market: createMarket({ seed, now: () => now, instruments: traded, accounts: traders }), pass };
};

/** An order in steps: `price` × 0.05, `quantity` × 0.1, `value` × 0.005. */
export interface OrderAction {
  readonly kind: 'order';
  readonly account: number;
  readonly instrument: number;
  readonly side: 'Buy' | 'Sell';
  readonly type: 'Limit' | 'Market';
  readonly term: 'GTC' | 'IOC' | 'FOK';
  readonly price: number | undefined;
  readonly quantity: number;
  readonly value: number | undefined;
  readonly clientOrderId: number;
  readonly postOnly: boolean;
}

export type Action =
  | OrderAction
  | { readonly kind: 'cancel'; readonly account: number; readonly nth: number }
  | { readonly kind: 'cancelByClient'; readonly account: number; readonly clientOrderId: number }
  | { readonly kind: 'cancelAll'; readonly accounts: readonly number[]; readonly instrument: number }
  | { readonly kind: 'pass'; readonly ms: number };

/** The number of an account. */
export const account = fc.integer({ min: 1, max: 3 });
/** The number of an instrument. */
export const instrument = fc.integer({ min: 1, max: 2 });
export const clientOrderId = fc.integer({ min: 0, max: 3 });
export const side = fc.constantFrom('Buy' as const, 'Sell' as const);
const base = { kind: fc.constant('order' as const), account, instrument, side, clientOrderId };

export const limitOrder: fc.Arbitrary<Action> = fc.record({
  ...base,
  type: fc.constant('Limit' as const),
  term: fc.constantFrom('GTC' as const, 'GTC' as const, 'GTC' as const, 'IOC' as const, 'FOK' as const),
  price: fc.integer({ min: 1, max: 10 }),
  quantity: fc.integer({ min: 1, max: 20 }),
  value: fc.constant(undefined),
  postOnly: fc.nat({ max: 5 }).map((n) => n === 0),
});
export const marketOrder: fc.Arbitrary<Action> = fc.record({
  ...base,
  type: fc.constant('Market' as const),
  term: fc.constantFrom('IOC' as const, 'FOK' as const, 'GTC' as const),
  price: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
  quantity: fc.integer({ min: 1, max: 20 }),
  value: fc.constant(undefined),
  postOnly: fc.constant(false),
});
export const valueOrder: fc.Arbitrary<Action> = fc.record({
  ...base,
  side: fc.constant('Buy' as const),
  type: fc.constant('Market' as const),
  term: fc.constantFrom('IOC' as const, 'FOK' as const),
  price: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
  quantity: fc.constant(0),
  value: fc.integer({ min: 1, max: 150 }),
  postOnly: fc.constant(false),
});
export const other: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('cancel' as const), account, nth: fc.nat({ max: 5 }) }),
  fc.record({ kind: fc.constant('cancelByClient' as const), account, clientOrderId }),
  fc.record({ kind: fc.constant('pass' as const), ms: fc.constantFrom(0, 1, 999, 60_000, 400_000) }),
);
export const cancelAll: fc.Arbitrary<Action> = fc.record({
  kind: fc.constant('cancelAll' as const),
  accounts: fc.uniqueArray(account, { minLength: 1 }),
  instrument: fc.integer({ min: 0, max: 2 }),
});

export const script: fc.Arbitrary<readonly Action[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: limitOrder },
    { weight: 3, arbitrary: marketOrder },
    { weight: 2, arbitrary: valueOrder },
    { weight: 4, arbitrary: other },
    { weight: 1, arbitrary: cancelAll },
  ),
  { minLength: 10, maxLength: 60, size: 'max' },
);

/** So many units as decimal text; nothing for nothing. */
export const text = (steps: number | undefined, unit: bigint, scale: number): string | undefined =>
  steps === undefined ? undefined : formatDecimal(decimalOf(BigInt(steps) * unit, scale));

/** Does one action of a script; the reply is the market's, or `undefined` for the passing of time. */
export const perform = (
  { market, pass }: Stage,
  action: Action,
): {
  readonly reply: ReturnType<Market['sendOrder']>['reply'] | undefined;
  events: ReturnType<Market['tick']>;
} => {
  switch (action.kind) {
    case 'order':
      return market.sendOrder({
        AccountId: action.account,
        InstrumentId: action.instrument,
        Side: action.side,
        OrderType: action.type,
        TimeInForce: action.term,
        Quantity: text(action.quantity, 1n, 1),
        LimitPrice: text(action.price, 5n, 2),
        Value: text(action.value, 5n, 3),
        ClientOrderId: action.clientOrderId,
        PostOnly: action.postOnly,
      });
    case 'cancel': {
      const open = market.openOrders(action.account);
      const order = E.isRight(open) ? open.right[action.nth] : undefined;
      return market.cancelOrder({ AccountId: action.account, OrderId: order?.OrderId ?? 999_999 });
    }
    case 'cancelByClient':
      return market.cancelOrder({ AccountId: action.account, ClOrderId: action.clientOrderId });
    case 'cancelAll':
      return market.cancelAllOrders({ accountIds: action.accounts, InstrumentId: action.instrument });
    case 'pass':
      pass(action.ms);
      return { reply: undefined, events: market.tick() };
  }
};

/** The value of a `Right`; throws on a `Left`. */
export const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(`A Left: ${JSON.stringify(either.left)}`);
  return either.right;
};
