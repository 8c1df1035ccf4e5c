import { getAccountInfo, getAccountPositions, getUserAccounts, getUserInfo } from './accounts.ts';
import {
  subscribeAccountEvents,
  subscribeOrderStateEvents,
  unsubscribeAccountEvents,
  unsubscribeOrderStateEvents,
} from './accountStreams.ts';
import { orderBook, summary, ticker, trades } from './aggregator.ts';
import { authenticate2FA, authenticateUser, logOut, webAuthenticateUser } from './authentication.ts';
import { submitBlockTrade, subscribeBlockTrades, unsubscribeBlockTrades } from './blockTrades.ts';
import type { Handler, UserHandler } from './context.ts';
import { getAccountTrades } from './executions.ts';
import { getAccountInstrumentStatistics, getAccountTransactions } from './ledgers.ts';
import { getL2Snapshot, getLastTrades, getLevel1, getTickerHistory } from './marketData.ts';
import { sendCancelList, sendCancelReplaceList, sendOrderList } from './orderLists.ts';
import {
  getOpenOrders,
  getOpenTradeReports,
  getOrderHistoryByOrderId,
  getOrdersHistory,
  getOrderStatus,
} from './orderQueries.ts';
import {
  subscribeLevel1,
  subscribeLevel2,
  subscribeTicker,
  subscribeTrades,
  unsubscribe,
} from './publicStreams.ts';
import { getInstrument, getInstruments, getProduct, getProducts, ping } from './reference.ts';
import { generateReport, scheduleReport } from './reports/askReport.ts';
import { downloadDocument, downloadDocumentSlice } from './reports/documents.ts';
import {
  cancelUserReport,
  getUserReportTickets,
  getUserReportTicketsByStatus,
  getUserReportWriterResultRecords,
  removeUserReportTicket,
} from './reports/tickets.ts';
import { getAccountSettlementPositions } from './settlement.ts';
import { getEarliestTickTime, getLevel1Summary, getLevel1SummaryMin } from './summaries.ts';
import { getEnums, healthCheck } from './system.ts';
import { getOMSDepositFees, getOMSWithdrawFees, getTicketFee } from './ticketFees.ts';
import { cancelAllOrders, cancelOrder, cancelReplaceOrder, modifyOrder, sendOrder } from './trading.ts';
import { getAccountFees, getOMSFees, getOrderFee } from './tradingFees.ts';
import { getUserDevices, getUserPermissions } from './userCalls.ts';
import type { Permission } from './users.ts';
import { getInstrumentVerificationLevelConfig, getVerificationLevelConfig } from './verification.ts';

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
  HealthCheck: open(healthCheck),
  AuthenticateUser: open(authenticateUser),
  Authenticate2FA: open(authenticate2FA),
  WebAuthenticateUser: open(webAuthenticateUser),
  LogOut: forUser(logOut),

  GetInstruments: open(getInstruments),
  GetInstrument: open(getInstrument),
  GetInstrumentVerificationLevelConfig: reading(getInstrumentVerificationLevelConfig),
  GetProducts: open(getProducts),
  GetProduct: open(getProduct),
  GetVerificationLevelConfig: reading(getVerificationLevelConfig),

  GetUserAccounts: forUser(getUserAccounts),
  GetUserInfo: forUser(getUserInfo),
  GetUserPermissions: forUser(getUserPermissions),
  GetUserDevices: forUser(getUserDevices),
  GetAccountInfo: reading(getAccountInfo),
  GetAccountPositions: reading(getAccountPositions),
  GetAccountTransactions: reading(getAccountTransactions),
  GetAccountInstrumentStatistics: reading(getAccountInstrumentStatistics),
  GetAccountSettlementPositions: reading(getAccountSettlementPositions),

  GetDepositFee: reading(getTicketFee),
  GetWithdrawFee: reading(getTicketFee),
  GetOMSDepositFees: reading(getOMSDepositFees),
  GetOMSWithdrawFees: reading(getOMSWithdrawFees),
  GetAccountFees: reading(getAccountFees),
  GetOrderFee: reading(getOrderFee),
  GetOMSFees: reading(getOMSFees),
  GetOMSFeeTiers: reading(getOMSFees),

  GetLevel1: open(getLevel1),
  GetLevel1Summary: open(getLevel1Summary),
  GetLevel1SummaryMin: open(getLevel1SummaryMin),
  GetL2Snapshot: open(getL2Snapshot),
  GetLastTrades: open(getLastTrades),
  GetTickerHistory: open(getTickerHistory),
  GetEarliestTickTime: open(getEarliestTickTime),
  GetEnums: open(getEnums),
  Summary: open(summary),
  Ticker: open(ticker),
  OrderBook: open(orderBook),
  Trades: open(trades),

  SendOrder: trading(sendOrder),
  SendOrderList: trading(sendOrderList),
  SendCancelList: trading(sendCancelList),
  SendCancelReplaceList: trading(sendCancelReplaceList),
  CancelReplaceOrder: trading(cancelReplaceOrder),
  ModifyOrder: trading(modifyOrder),
  CancelOrder: trading(cancelOrder),
  CancelAllOrders: trading(cancelAllOrders),
  SubmitBlockTrade: trading(submitBlockTrade),
  GetOrderStatus: reading(getOrderStatus),
  GetOpenOrders: reading(getOpenOrders),
  GetOrders: reading(getOrdersHistory),
  GetOrderHistory: reading(getOrdersHistory),
  GetOrdersHistory: reading(getOrdersHistory),
  GetOrderHistoryByOrderId: reading(getOrderHistoryByOrderId),
  GetOpenTradeReports: reading(getOpenTradeReports),
  GetAccountTrades: reading(getAccountTrades),
  GetTradesHistory: reading(getAccountTrades),

  GenerateTradeActivityReport: reading(generateReport('TradeActivity')),
  GenerateTransactionActivityReport: reading(generateReport('Transaction')),
  GenerateTreasuryActivityReport: reading(generateReport('Treasury')),
  GenerateProductDeltaActivityReport: reading(generateReport('ProductDelta')),
  GeneratePnLActivityReport: reading(generateReport('ProfitAndLoss')),
  ScheduleTradeActivityReport: reading(scheduleReport('TradeActivity')),
  ScheduleTransactionActivityReport: reading(scheduleReport('Transaction')),
  ScheduleTreasuryActivityReport: reading(scheduleReport('Treasury')),
  ScheduleProductDeltaActivityReport: reading(scheduleReport('ProductDelta')),
  ScheduleProfitAndLossActivityReport: reading(scheduleReport('ProfitAndLoss')),
  CancelUserReport: reading(cancelUserReport),
  GetUserReportWriterResultRecords: reading(getUserReportWriterResultRecords),
  GetUserReportTickets: reading(getUserReportTickets),
  GetUserReportTicketsByStatus: reading(getUserReportTicketsByStatus),
  RemoveUserReportTicket: reading(removeUserReportTicket),
  DownloadDocument: reading(downloadDocument),
  DownloadDocumentSlice: reading(downloadDocumentSlice),

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

const byName = new Map(Object.entries(functions));
const byFoldedName = new Map(Object.entries(functions).map(([name, entry]) => [name.toLowerCase(), entry]));

/** Finds a function by its name; in whatever case it is written, unless names are strict. */
export const findFunction = (name: string, strictNames: boolean): GatewayFunction | undefined =>
  strictNames ? byName.get(name) : byFoldedName.get(name.toLowerCase());
