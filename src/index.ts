// The client and its connection
export { type Client, type ClientOptions, createClient, NOTBANK, NOTBANK_STAGING } from './client.ts';
export { type Connection } from './connection/connection.ts';
export { type Restore, type Terms } from './connection/inner.ts';
export { type Traffic } from './connection/traffic.ts';
export { type Format, type Report } from './decode.ts';
export {
  type Authenticating,
  type Closed,
  type Connecting,
  type ConnectionState,
  isOpen,
  type Open,
  type Probing,
  type Waiting,
} from './connection/state.ts';
export { type Backoff, type ExponentialBackoff, exponentialBackoff } from './connection/backoff.ts';
export { type Deadlines } from './connection/deadlines.ts';
export { type Pace } from './connection/pace.ts';
export { apiKeyLogin, type Login, passwordLogin, tokenLogin } from './session/login.ts';
export {
  type ApiKeyCredentials,
  type PasswordCredentials,
  type TokenCredentials,
} from './session/credentials.ts';
export { type KeepAlive } from './session/keepAlive.ts';
export { type Transport, type Wire } from './transport/transport.ts';
export { type SocketOptions } from './transport/options.ts';
export { type WsOptions } from './transport/wsOptions.ts';
export { webSocket } from '#transport';

// The three verbs, and operators on any stream of frames
export { request$, type RequestOptions } from './requests/request.ts';
export { follow$, type FollowOptions } from './streams/follow.ts';
export { subscribe$ } from './streams/subscribe.ts';
export {
  isLive,
  type Kept,
  type Live,
  type LiveOf,
  type NotLive,
  type Status,
  type Trust,
  whenLive,
} from './streams/kept.ts';
export { error$ } from './operators/error.ts';
export { reply$ } from './requests/reply.ts';
export { ofType } from './operators/ofType.ts';
export { ofSequence } from './operators/ofSequence.ts';
export { ofName } from './operators/ofName.ts';
export { payload } from './operators/payload.ts';
export { failOnError } from './operators/failOnError.ts';

// Frames, sockets and payload text
export { type Frame, FrameFromString, MessageType, readFrame, writeFrame } from './frame.ts';
export { type ReplyWaiter, type Socket, type TakeBack } from './socket.ts';
export { readExactJson } from './json/exactJson.ts';
export { readJson, type ReadJson, writeJson } from './json/json.ts';
export { withNumberRows } from './json/numberRows.ts';
export { redact } from './redact.ts';

// Errors
export {
  AbortError,
  AuthenticationFailed,
  type AuthenticationFailure,
  type ClientError,
  ConnectionLost,
  Contradiction,
  DecodeError,
  Denied,
  FrameError,
  GatewayError,
  InvalidRequest,
  isClientError,
  isNotAuthorized,
  isTooManyRequests,
  LateReply,
  QueueOverflow,
  type RecordingEvidence,
  RecordingFailed,
  type Refusal,
  RequestTimeout,
  TransportError,
  type TransportEvidence,
} from './errors.ts';
export { type Mismatch } from './mismatches.ts';

// Functions and streams of one's own
export { type Call, call, type Endpoint, endpoint, type ReplyFormat } from './endpoint.ts';
export { topic, type Topic, topicWith } from './streams/topic.ts';
export {
  type BasicTopicSpec,
  type Fold,
  type Identity,
  type Messages,
  type Settled,
  type TopicSpec,
} from './streams/topicSpec.ts';
export {
  type Deliver,
  type EventSpec,
  type Followed,
  type Misread,
  type ReadEvent,
  type Route,
  type TopicEvent,
  topicEvent,
} from './streams/topicEvent.ts';
export { type Reading } from './streams/reading.ts';
export { type Stream } from './streams/stream.ts';
export { type Asking } from './requests/ask.ts';
export { fast } from './codec/fast/fast.ts';
export { guarded } from './codec/fast/guarded.ts';
export { listOf } from './codec/fast/listOf.ts';
export { recordOf } from './codec/fast/recordOf.ts';
export { leftOut } from './codec/leftOut.ts';
export { exact, type ExactState } from './exact.ts';
export { type Exact } from './codec/scalars/Exact.ts';
export { type Params, request, type RequestType } from './codec/inputs/request.ts';
export { requestBy, type RequestByType } from './codec/inputs/requestBy.ts';
export { refused } from './codec/records/refused.ts';
export { type Oms, oms } from './codec/inputs/OMSId.ts';
export { nullable } from './codec/scalars/nullable.ts';
export { type IncrementSide, toIncrement } from './codec/inputs/toIncrement.ts';

// Reports, from asking to the text
export { report$, type ReportOptions, type ReportStep } from './reports/report.ts';

// Functions
export { GetAccountInfo, type GetAccountInfoRequest } from './endpoints/account/GetAccountInfo.ts';
export {
  GetAccountInstrumentStatistics,
  type GetAccountInstrumentStatisticsReply,
  type GetAccountInstrumentStatisticsRequest,
} from './endpoints/account/GetAccountInstrumentStatistics.ts';
export {
  GetAccountPositions,
  type GetAccountPositionsRequest,
} from './endpoints/account/GetAccountPositions.ts';
export {
  GetAccountSettlementPositions,
  type GetAccountSettlementPositionsReply,
  type GetAccountSettlementPositionsRequest,
} from './endpoints/account/GetAccountSettlementPositions.ts';
export {
  GetAccountTransactions,
  type GetAccountTransactionsRequest,
} from './endpoints/account/GetAccountTransactions.ts';
export {
  Authenticate2FA,
  type Authenticate2FAReply,
  type Authenticate2FARequest,
} from './endpoints/auth/Authenticate2FA.ts';
export {
  AuthenticateUser,
  type AuthenticateUserReply,
  type AuthenticateUserRequest,
} from './endpoints/auth/AuthenticateUser.ts';
export { LogOut, type LogOutRequest } from './endpoints/auth/LogOut.ts';
export {
  WebAuthenticateUser,
  type WebAuthenticateUserReply,
  type WebAuthenticateUserRequest,
} from './endpoints/auth/WebAuthenticateUser.ts';
export { GetAccountFees, type GetAccountFeesRequest } from './endpoints/fee/GetAccountFees.ts';
export { GetDepositFee, type GetDepositFeeRequest } from './endpoints/fee/GetDepositFee.ts';
export { GetOMSDepositFees, type GetOMSDepositFeesRequest } from './endpoints/fee/GetOMSDepositFees.ts';
export { GetOMSFeeTiers, type GetOMSFeeTiersRequest } from './endpoints/fee/GetOMSFeeTiers.ts';
export { GetOMSFees, type GetOMSFeesReply, type GetOMSFeesRequest } from './endpoints/fee/GetOMSFees.ts';
export { GetOMSWithdrawFees, type GetOMSWithdrawFeesRequest } from './endpoints/fee/GetOMSWithdrawFees.ts';
export { GetOrderFee, type GetOrderFeeReply, type GetOrderFeeRequest } from './endpoints/fee/GetOrderFee.ts';
export { GetWithdrawFee, type GetWithdrawFeeRequest } from './endpoints/fee/GetWithdrawFee.ts';
export { GetInstrument, type GetInstrumentRequest } from './endpoints/instrument/GetInstrument.ts';
export {
  GetInstrumentVerificationLevelConfig,
  type GetInstrumentVerificationLevelConfigReply,
  type GetInstrumentVerificationLevelConfigRequest,
} from './endpoints/instrument/GetInstrumentVerificationLevelConfig.ts';
export { GetInstruments, type GetInstrumentsRequest } from './endpoints/instrument/GetInstruments.ts';
export {
  GetEarliestTickTime,
  type GetEarliestTickTimeReply,
  type GetEarliestTickTimeRequest,
} from './endpoints/market-data/GetEarliestTickTime.ts';
export { GetEnums, type GetEnumsReply, type GetEnumsRequest } from './endpoints/market-data/GetEnums.ts';
export { GetL2Snapshot, type GetL2SnapshotRequest } from './endpoints/market-data/GetL2Snapshot.ts';
export { GetLastTrades, type GetLastTradesRequest } from './endpoints/market-data/GetLastTrades.ts';
export { GetLevel1, type GetLevel1Request } from './endpoints/market-data/GetLevel1.ts';
export { GetLevel1Summary, type GetLevel1SummaryRequest } from './endpoints/market-data/GetLevel1Summary.ts';
export {
  GetLevel1SummaryMin,
  type GetLevel1SummaryMinRequest,
} from './endpoints/market-data/GetLevel1SummaryMin.ts';
export { GetTickerHistory, type GetTickerHistoryRequest } from './endpoints/market-data/GetTickerHistory.ts';
export {
  OrderBook,
  type OrderBookLevel,
  type OrderBookReply,
  type OrderBookRequest,
} from './endpoints/market-data/OrderBook.ts';
export { Summary, type SummaryReply, type SummaryRequest } from './endpoints/market-data/Summary.ts';
export { Ticker, type TickerReply, type TickerRequest } from './endpoints/market-data/Ticker.ts';
export { Trades, type TradesReply, type TradesRequest } from './endpoints/market-data/Trades.ts';
export { GetProduct, type GetProductRequest } from './endpoints/product/GetProduct.ts';
export { GetProducts, type GetProductsRequest } from './endpoints/product/GetProducts.ts';
export {
  GetVerificationLevelConfig,
  type GetVerificationLevelConfigReply,
  type GetVerificationLevelConfigRequest,
} from './endpoints/product/GetVerificationLevelConfig.ts';
export { CancelUserReport, type CancelUserReportRequest } from './endpoints/report/CancelUserReport.ts';
export {
  DownloadDocument,
  type DownloadDocumentReply,
  type DownloadDocumentRequest,
} from './endpoints/report/DownloadDocument.ts';
export {
  DownloadDocumentSlice,
  type DownloadDocumentSliceReply,
  type DownloadDocumentSliceRequest,
} from './endpoints/report/DownloadDocumentSlice.ts';
export {
  GeneratePnLActivityReport,
  type GeneratePnLActivityReportRequest,
} from './endpoints/report/GeneratePnLActivityReport.ts';
export {
  GenerateProductDeltaActivityReport,
  type GenerateProductDeltaActivityReportRequest,
} from './endpoints/report/GenerateProductDeltaActivityReport.ts';
export {
  GenerateTradeActivityReport,
  type GenerateTradeActivityReportRequest,
} from './endpoints/report/GenerateTradeActivityReport.ts';
export {
  GenerateTransactionActivityReport,
  type GenerateTransactionActivityReportRequest,
} from './endpoints/report/GenerateTransactionActivityReport.ts';
export {
  GetUserReportTickets,
  type GetUserReportTicketsRequest,
} from './endpoints/report/GetUserReportTickets.ts';
export {
  GetUserReportTicketsByStatus,
  type GetUserReportTicketsByStatusRequest,
} from './endpoints/report/GetUserReportTicketsByStatus.ts';
export {
  GetUserReportWriterResultRecords,
  type GetUserReportWriterResultRecordsReply,
  type GetUserReportWriterResultRecordsRequest,
} from './endpoints/report/GetUserReportWriterResultRecords.ts';
export {
  RemoveUserReportTicket,
  type RemoveUserReportTicketRequest,
} from './endpoints/report/RemoveUserReportTicket.ts';
export {
  ScheduleProductDeltaActivityReport,
  type ScheduleProductDeltaActivityReportRequest,
} from './endpoints/report/ScheduleProductDeltaActivityReport.ts';
export {
  ScheduleProfitAndLossActivityReport,
  type ScheduleProfitAndLossActivityReportRequest,
} from './endpoints/report/ScheduleProfitAndLossActivityReport.ts';
export {
  ScheduleTradeActivityReport,
  type ScheduleTradeActivityReportRequest,
} from './endpoints/report/ScheduleTradeActivityReport.ts';
export {
  ScheduleTransactionActivityReport,
  type ScheduleTransactionActivityReportRequest,
} from './endpoints/report/ScheduleTransactionActivityReport.ts';
export {
  HealthCheck,
  type HealthCheckReply,
  type HealthCheckRequest,
} from './endpoints/system/HealthCheck.ts';
export { Ping, type PingReply, type PingRequest } from './endpoints/system/Ping.ts';
export { CancelAllOrders, type CancelAllOrdersRequest } from './endpoints/trading/CancelAllOrders.ts';
export { CancelOrder, type CancelOrderRequest } from './endpoints/trading/CancelOrder.ts';
export {
  CancelReplaceOrder,
  type CancelReplaceOrderReply,
  type CancelReplaceOrderRequest,
} from './endpoints/trading/CancelReplaceOrder.ts';
export { GetAccountTrades, type GetAccountTradesRequest } from './endpoints/trading/GetAccountTrades.ts';
export { GetOpenOrders, type GetOpenOrdersRequest } from './endpoints/trading/GetOpenOrders.ts';
export {
  GetOpenTradeReports,
  type GetOpenTradeReportsRequest,
} from './endpoints/trading/GetOpenTradeReports.ts';
export { GetOrderHistory, type GetOrderHistoryRequest } from './endpoints/trading/GetOrderHistory.ts';
export {
  GetOrderHistoryByOrderId,
  type GetOrderHistoryByOrderIdRequest,
} from './endpoints/trading/GetOrderHistoryByOrderId.ts';
export { GetOrderStatus, type GetOrderStatusRequest } from './endpoints/trading/GetOrderStatus.ts';
export { GetOrders, type GetOrdersRequest } from './endpoints/trading/GetOrders.ts';
export { GetOrdersHistory, type GetOrdersHistoryRequest } from './endpoints/trading/GetOrdersHistory.ts';
export { GetTradesHistory, type GetTradesHistoryRequest } from './endpoints/trading/GetTradesHistory.ts';
export { ModifyOrder, type ModifyOrderRequest } from './endpoints/trading/ModifyOrder.ts';
export { SendCancelList, type SendCancelListRequest } from './endpoints/trading/SendCancelList.ts';
export {
  SendCancelReplaceList,
  type SendCancelReplaceListRequest,
} from './endpoints/trading/SendCancelReplaceList.ts';
export { SendOrder, type SendOrderReply, type SendOrderRequest } from './endpoints/trading/SendOrder.ts';
export { SendOrderList, type SendOrderListRequest } from './endpoints/trading/SendOrderList.ts';
export {
  GetUserAccounts,
  type GetUserAccountsReply,
  type GetUserAccountsRequest,
} from './endpoints/user/GetUserAccounts.ts';
export {
  GetUserDevices,
  type GetUserDevicesReply,
  type GetUserDevicesRequest,
} from './endpoints/user/GetUserDevices.ts';
export { GetUserInfo, type GetUserInfoRequest } from './endpoints/user/GetUserInfo.ts';
export {
  GetUserPermissions,
  type GetUserPermissionsReply,
  type GetUserPermissionsRequest,
} from './endpoints/user/GetUserPermissions.ts';

// Streams
export {
  type AccountMessage,
  SubscribeAccountEvents,
  type SubscribeAccountEventsRequest,
} from './topics/SubscribeAccountEvents.ts';
export {
  type BlockTradesMessage,
  SubscribeBlockTrades,
  type SubscribeBlockTradesRequest,
} from './topics/SubscribeBlockTrades.ts';
export {
  type Level1Message,
  SubscribeLevel1,
  type SubscribeLevel1Request,
} from './topics/SubscribeLevel1.ts';
export {
  type Level2Message,
  SubscribeLevel2,
  type SubscribeLevel2Request,
} from './topics/SubscribeLevel2.ts';
export {
  type OrderStateMessage,
  SubscribeOrderStateEvents,
  type SubscribeOrderStateEventsRequest,
} from './topics/SubscribeOrderStateEvents.ts';
export {
  SubscribeTicker,
  type SubscribeTickerRequest,
  type TickerMessage,
} from './topics/SubscribeTicker.ts';
export {
  SubscribeTrades,
  type SubscribeTradesRequest,
  type TradesMessage,
} from './topics/SubscribeTrades.ts';
export {
  type Snapshot,
  snapshot,
  type SnapshotOrUpdate,
  type Update,
  update,
} from './streams/SnapshotOrUpdate.ts';
export { type InstrumentParams } from './topics/instrumentId.ts';
export { type KeptBook } from './topics/keptBook.ts';
export { type OrderStateEvent } from './topics/orderStateEvent.ts';
export { type AccountEvent, type AccountEvents } from './topics/accountEvents.ts';
export { type Subscribed } from './topics/acceptance.ts';

// Market: what is kept of the streams
export { type Bar } from './market/bars/bar.ts';
export { type Bars, bars$, type BarsParams } from './market/bars/bars.ts';
export { type Gap } from './market/bars/gap.ts';
export { type OrderBookOptions, type RepairPause } from './market/book/bookOptions.ts';
export { type BookStatus, type BookTrust } from './market/book/bookState.ts';
export { type ExactBookOptions, type ExactLevel2 } from './market/book/exactOptions.ts';
export { type ExactOrderBookView } from './market/book/exactOrderBook.ts';
export { type ExactTouchLevel, type ExactTouchView } from './market/book/exactTouch.ts';
export { orderBook$, type OrderBookView } from './market/book/orderBook.ts';
export { type RepairReason, type Repairs } from './market/book/repairs.ts';
export { type OrderBookParams } from './market/book/shownBook.ts';
export { touch$, type TouchLevel, type TouchView } from './market/book/touch.ts';
export { type Trade, type TradeGap, type TradeId } from './market/trades/trade.ts';
export { trades$, type TradesParams } from './market/trades/trades.ts';

// The book, as its views tell of it
export { type Best, type BookSide, type Both } from './book/book.ts';
export { type DecimalText } from './book/decimalText.ts';
export { type ExactBookView, type ExactFilling } from './book/exactView.ts';
export { type ExactLevel } from './book/ExactLevel.ts';
export { type Filling } from './book/filling.ts';
export { type Level } from './book/Level.ts';
export { type Locked } from './book/isCrossed.ts';
export { priceText, quantityText } from './book/priceText.ts';
export { type BookView } from './book/view.ts';
export { type TakerSide } from './book/asked.ts';
export { type Grace, type OwnOrder } from './book/ownOrder.ts';
export { type ExactOwnOrder } from './book/withoutExactly.ts';

// Slow consumers
export { conflateMap } from './flow/conflateMap.ts';
export { conflateMapBy } from './flow/conflateMapBy.ts';
export { conflateWith } from './flow/conflateWith.ts';
export { type Counters, createCounters } from './flow/counters.ts';
export { type FlowOptions } from './flow/inTurn.ts';
export { type Overflow } from './flow/queue.ts';
export { queueMap, type QueueOptions } from './flow/queueMap.ts';

// Orders and the account
export { balances$, type Balances } from './orders/balances.ts';
export { type Balance } from './orders/holdings.ts';
export { type CancelAll, cancelAll$ } from './orders/cancelAll.ts';
export { type CancelAllRequest } from './orders/cancelAllRequest.ts';
export { type Cancel, cancelOrder$, type CancelOptions } from './orders/cancelOrder.ts';
export { type Fill, type Revised } from './orders/account.ts';
export { type AccountOptions } from './orders/engineOf.ts';
export { fills$, type FillsOptions } from './orders/fills.ts';
export {
  createIds,
  type IdParts,
  type Ids,
  type IdsOptions,
  partsOfId,
  type RisingIds,
} from './orders/ids.ts';
export { type IdOptions } from './orders/idOf.ts';
export { type InDoubt } from './orders/inDoubt.ts';
export { isOurs, type Ours } from './orders/isOurs.ts';
export { type Kill, killSwitch, type KillSwitch } from './orders/killSwitch.ts';
export { lifeOf$, type OfOrder } from './orders/lifeOf.ts';
export { type FinalTag, type OpenTag, type OrderLife } from './orders/life.ts';
export { type Limits, type OrderRequest } from './orders/limits.ts';
export { type Modification, modifyOrder$ } from './orders/modifyOrder.ts';
export { openOrders$, type OpenOrders } from './orders/openOrders.ts';
export { orders$, type Orders } from './orders/orders.ts';
export { ownAccount$ } from './orders/ownAccount.ts';
export { placeOrder$, type PlaceOptions, type PlaceOrderOptions } from './orders/placeOrder.ts';
export { replaceOrder$, type Replacement } from './orders/replaceOrder.ts';
export {
  createResolve,
  type Doubt,
  type Look,
  type Resolution,
  type Resolve,
  type ResolveOptions,
} from './orders/resolve.ts';
export { type OrderKey } from './orders/shelf.ts';
export { type OfAccount } from './orders/view.ts';
export { withLimits } from './orders/withLimits.ts';

// Codecs: scalars, enums, and the records of functions and streams
export { AccountInfo } from './codec/records/AccountInfo.ts';
export { AccountPosition } from './codec/records/AccountPosition.ts';
export { AccountType } from './codec/enums/AccountType.ts';
export { AggregatorTradeType } from './codec/enums/AggregatorTradeType.ts';
export { Ask } from './codec/scalars/Ask.ts';
export { BookLevel } from './codec/records/BookLevel.ts';
export { BooleanInput } from './codec/inputs/BooleanInput.ts';
export { CancelAllOrdersRejectEvent } from './codec/records/CancelAllOrdersRejectEvent.ts';
export { CancelOrderRejectEvent } from './codec/records/CancelOrderRejectEvent.ts';
export { CancelReplaceOrderRejectEvent } from './codec/records/CancelReplaceOrderRejectEvent.ts';
export { ChangeReason } from './codec/enums/ChangeReason.ts';
export { DateInput } from './codec/inputs/DateInput.ts';
export { Decimal } from './codec/scalars/Decimal.ts';
export { DecimalInput } from './codec/inputs/DecimalInput.ts';
export { DepositEvent } from './codec/records/DepositEvent.ts';
export { DepositTicket } from './codec/records/DepositTicket.ts';
export { DepositTicketStatus } from './codec/enums/DepositTicketStatus.ts';
export { Direction } from './codec/enums/Direction.ts';
export { EpochMs } from './codec/scalars/EpochMs.ts';
export { EpochMsInput } from './codec/inputs/EpochMsInput.ts';
export { FeeCalcType } from './codec/enums/FeeCalcType.ts';
export { FeeProductType } from './codec/enums/FeeProductType.ts';
export { FeeType } from './codec/enums/FeeType.ts';
export { Flag } from './codec/scalars/Flag.ts';
export { Instrument } from './codec/records/Instrument.ts';
export { InstrumentType } from './codec/enums/InstrumentType.ts';
export { Integer } from './codec/scalars/Integer.ts';
export { CountInput, IntegerInput, PositiveInput } from './codec/inputs/IntegerInput.ts';
export { IsoTimeInput } from './codec/inputs/IsoTimeInput.ts';
export { Level1 } from './codec/records/Level1.ts';
export {
  Level1SummaryColumn,
  type Level1SummaryObject,
  Level1SummaryRow,
  Level1SummaryRows,
  level1SummaryRowToObject,
} from './codec/records/Level1SummaryRow.ts';
export {
  Level2Column,
  type Level2Object,
  Level2Row,
  Level2Rows,
  level2RowToObject,
} from './codec/records/Level2Row.ts';
export { listInput, type ListInputType } from './codec/inputs/listInput.ts';
export { Long } from './codec/scalars/Long.ts';
export { LongInput } from './codec/inputs/LongInput.ts';
export { MakerTaker } from './codec/enums/MakerTaker.ts';
export { MarketStateUpdate } from './codec/records/MarketStateUpdate.ts';
export { nameInput } from './codec/inputs/nameInput.ts';
export { NewOrderRejectEvent } from './codec/records/NewOrderRejectEvent.ts';
export { type EnumNumbers, type OpenEnum, openEnum } from './codec/enums/openEnum.ts';
export { type EnumNames, type OpenName, openNames } from './codec/enums/openNames.ts';
export { OpenTradeReport } from './codec/records/OpenTradeReport.ts';
export { Order } from './codec/records/Order.ts';
export { OrderState } from './codec/enums/OrderState.ts';
export { OrderTrade } from './codec/records/OrderTrade.ts';
export { OrderType } from './codec/enums/OrderType.ts';
export { PegPriceType } from './codec/enums/PegPriceType.ts';
export { PendingDepositUpdate } from './codec/records/PendingDepositUpdate.ts';
export { Product } from './codec/records/Product.ts';
export { ProductType } from './codec/enums/ProductType.ts';
export { ReportFlavor } from './codec/enums/ReportFlavor.ts';
export { ReportFrequency } from './codec/enums/ReportFrequency.ts';
export { ReportRequestStatus } from './codec/enums/ReportRequestStatus.ts';
export { ReportTicket } from './codec/records/ReportTicket.ts';
export { ReportWriterResultRecord } from './codec/records/ReportWriterResultRecord.ts';
export { ReportWriterResultStatus } from './codec/enums/ReportWriterResultStatus.ts';
export { RiskType } from './codec/enums/RiskType.ts';
export { SessionStatus } from './codec/enums/SessionStatus.ts';
export { Side } from './codec/enums/Side.ts';
export { StandardResponse } from './codec/records/StandardResponse.ts';
export { TextInput } from './codec/inputs/TextInput.ts';
export { TickerInterval } from './codec/enums/TickerInterval.ts';
export {
  TickerColumn,
  type TickerObject,
  TickerRow,
  TickerRows,
  tickerRowToObject,
} from './codec/records/TickerRow.ts';
export { TicketComment } from './codec/records/TicketComment.ts';
export { TicketFee } from './codec/records/TicketFee.ts';
export { TicketFeeRule } from './codec/records/TicketFeeRule.ts';
export { epochMsFromTicks, Ticks } from './codec/scalars/Ticks.ts';
export { TicksInput } from './codec/inputs/TicksInput.ts';
export { TimeInForce } from './codec/enums/TimeInForce.ts';
export {
  TradeColumn,
  type TradeObject,
  TradeRow,
  TradeRows,
  tradeRowToObject,
} from './codec/records/TradeRow.ts';
export { TradingFeeRule } from './codec/records/TradingFeeRule.ts';
export { Transaction } from './codec/records/Transaction.ts';
export { TransactionReferenceType } from './codec/enums/TransactionReferenceType.ts';
export { TransactionType } from './codec/enums/TransactionType.ts';
export { TransferRequestStatus } from './codec/enums/TransferRequestStatus.ts';
export { UserInfo } from './codec/records/UserInfo.ts';
export { WithdrawTicket } from './codec/records/WithdrawTicket.ts';
export { WithdrawTicketStatus } from './codec/enums/WithdrawTicketStatus.ts';
