import type { Instrument } from '../../codec/records/Instrument.ts';
import type { Order } from '../../codec/records/Order.ts';
import type { Fill, Revised } from '../../orders/account.ts';
import type { Balances } from '../../orders/balances.ts';
import type { Balance } from '../../orders/holdings.ts';
import type { Orders } from '../../orders/orders.ts';
import {
  accountLines,
  type AccountScene,
  balanceSpans,
  fillSpans,
  orderSpans,
} from '../view/accountLines.ts';
import { trustSpan } from '../view/header.ts';
import type { Line } from '../view/line.ts';
import { joined } from '../view/joined.ts';
import type { Watchable } from './watchable.ts';

/** Something of an account has changed, or it has become known which one it is. */
export type AccountChange =
  | { readonly _tag: 'Account'; readonly accountId: number; readonly instruments: readonly Instrument[] }
  | { readonly _tag: 'Orders'; readonly orders: Orders }
  | { readonly _tag: 'Balances'; readonly balances: Balances }
  | Fill
  | Revised;

/** How many fills are kept for the screen. */
const kept = 200;

const nextScene = (scene: AccountScene, change: AccountChange): AccountScene => {
  switch (change._tag) {
    case 'Account':
      return {
        ...scene,
        accountId: change.accountId,
        instruments: new Map(change.instruments.map((instrument) => [instrument.InstrumentId, instrument])),
      };
    case 'Orders':
      return { ...scene, orders: change.orders };
    case 'Balances':
      return { ...scene, balances: change.balances };
    case 'Fill':
    case 'Revised':
      return { ...scene, fills: [...scene.fills, change].slice(-kept) };
  }
};

/** The orders that are other than before; at first those that are open. */
const changedOrders = ({ open, byId }: Orders, before: Orders | undefined): readonly Order[] =>
  before === undefined || before.epoch === 0
    ? open
    : [...byId.values()].filter((order) => before.find(order.OrderId) !== order);

const isSame = (one: Balance, other: Balance | undefined): boolean =>
  one.Amount === other?.Amount && one.Hold === other.Hold && one.isSettled === other.isSettled;

const changedBalances = ({ byProduct }: Balances, before: Balances | undefined): readonly Balance[] =>
  [...byProduct.values()].filter((balance) => !isSame(balance, before?.byProduct.get(balance.ProductId)));

const statusHasChanged = (
  change: AccountChange,
  before: AccountScene,
): change is AccountChange & { _tag: 'Orders' } =>
  change._tag === 'Orders' && change.orders.status !== before.orders?.status;

const told = (change: AccountChange, scene: AccountScene, before: AccountScene): readonly Line[] => {
  const { instruments } = scene;
  switch (change._tag) {
    case 'Account':
      return [[[`account ${change.accountId}`, 'strong']]];
    case 'Orders':
      return [
        ...(statusHasChanged(change, before) ? [[trustSpan(change.orders)]] : []),
        ...changedOrders(change.orders, before.orders).map((order) =>
          joined([['order', 'faint'], ...orderSpans(order, instruments)]),
        ),
      ];
    case 'Balances':
      return changedBalances(change.balances, before.balances).map((balance) =>
        joined([['balance', 'faint'], ...balanceSpans(balance)]),
      );
    case 'Fill':
    case 'Revised':
      return [joined([['fill', 'faint'], ...fillSpans(change, instruments)])];
  }
};

const records = (change: AccountChange, _: AccountScene, before: AccountScene): readonly object[] => {
  switch (change._tag) {
    case 'Account':
      return [{ type: 'account', account: change.accountId }];
    case 'Orders':
      return [
        ...(statusHasChanged(change, before)
          ? [{ type: 'status', at: change.orders.since, status: change.orders.status }]
          : []),
        ...changedOrders(change.orders, before.orders).map((order) => ({ type: 'order', ...order })),
      ];
    case 'Balances':
      return changedBalances(change.balances, before.balances).map((balance) => ({
        type: 'balance',
        ...balance,
      }));
    case 'Fill':
    case 'Revised':
      return [{ type: change._tag === 'Fill' ? 'fill' : 'revised', ...change.trade }];
  }
};

/** How an account is watched. */
export const accountWatchable = (url: string): Watchable<AccountChange, AccountScene> => ({
  first: { url, subject: 'account', instruments: new Map(), fills: [] },
  next: nextScene,
  lines: accountLines,
  told,
  records,
});
