import { getAccountInfo, getAccountPositions, getUserAccounts, getUserInfo } from './accounts.ts';
import {
  subscribeAccountEvents,
  subscribeOrderStateEvents,
  unsubscribeAccountEvents,
  unsubscribeOrderStateEvents,
} from './accountStreams.ts';
import { authenticate2FA, authenticateUser, logOut, webAuthenticateUser } from './authentication.ts';
import { subscribeBlockTrades, unsubscribeBlockTrades } from './blockTrades.ts';
import type { Handler, UserHandler } from './context.ts';
import { getL2Snapshot, getLastTrades, getLevel1, getTickerHistory } from './marketData.ts';
import {
  subscribeLevel1,
  subscribeLevel2,
  subscribeTicker,
  subscribeTrades,
  unsubscribe,
} from './publicStreams.ts';
import { getInstrument, getInstruments, getProduct, getProducts, ping } from './reference.ts';
import {
  cancelAllOrders,
  cancelOrder,
  getOpenOrders,
  getOrdersHistory,
  getOrderStatus,
  sendOrder,
} from './trading.ts';
import type { Permission } from './users.ts';

/** A function of the gateway: open to all, or to who is logged in and, where one is named, has the permission. */
export type GatewayFunction =
  | { readonly private: false; readonly handler: Handler }
  | { readonly private: true; readonly permission?: Permission; readonly handler: UserHandler };

const open = (handler: Handler): GatewayFunction => ({ private: false, handler });
const forUser = (handler: UserHandler): GatewayFunction => ({ private: true, handler });
const reading = (handler: UserHandler): GatewayFunction => ({
  private: true,
  permission: 'AccountReadOnly',
  handler,
});
const trading = (handler: UserHandler): GatewayFunction => ({
  private: true,
  permission: 'Trading',
  handler,
});

/** Every function there is, by its wire name. */
const functions: Readonly<Record<string, GatewayFunction>> = {
  Ping: open(ping),
  AuthenticateUser: open(authenticateUser),
  Authenticate2FA: open(authenticate2FA),
  WebAuthenticateUser: open(webAuthenticateUser),
  LogOut: forUser(logOut),

  GetInstruments: open(getInstruments),
  GetInstrument: open(getInstrument),
  GetProducts: open(getProducts),
  GetProduct: open(getProduct),

  GetUserAccounts: forUser(getUserAccounts),
  GetUserInfo: forUser(getUserInfo),
  GetAccountInfo: reading(getAccountInfo),
  GetAccountPositions: reading(getAccountPositions),

  GetLevel1: open(getLevel1),
  GetL2Snapshot: open(getL2Snapshot),
  GetLastTrades: open(getLastTrades),
  GetTickerHistory: open(getTickerHistory),

  SendOrder: trading(sendOrder),
  CancelOrder: trading(cancelOrder),
  CancelAllOrders: trading(cancelAllOrders),
  GetOrderStatus: reading(getOrderStatus),
  GetOpenOrders: reading(getOpenOrders),
  GetOrdersHistory: reading(getOrdersHistory),

  SubscribeLevel1: open(subscribeLevel1),
  SubscribeLevel2: open(subscribeLevel2),
  SubscribeTrades: open(subscribeTrades),
  SubscribeTicker: open(subscribeTicker),
  UnsubscribeLevel1: open(unsubscribe('Level1')),
  UnsubscribeLevel2: open(unsubscribe('Level2')),
  UnsubscribeTrades: open(unsubscribe('Trades')),
  UnsubscribeTicker: open(unsubscribe('Ticker')),

  SubscribeAccountEvents: reading(subscribeAccountEvents),
  SubscribeOrderStateEvents: trading(subscribeOrderStateEvents),
  SubscribeBlockTrades: trading(subscribeBlockTrades),
  UnSubscribeAccountEvents: reading(unsubscribeAccountEvents),
  UnSubscribeOrderStateEvents: trading(unsubscribeOrderStateEvents),
  UnsubscribeBlockTrades: trading(unsubscribeBlockTrades),
};

const byFoldedName = new Map(Object.entries(functions).map(([name, entry]) => [name.toLowerCase(), entry]));

/** Finds a function by its name, in whatever case it is written. */
export const findFunction = (name: string): GatewayFunction | undefined =>
  byFoldedName.get(name.toLowerCase());
