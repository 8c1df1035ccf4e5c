import type * as E from 'fp-ts/lib/Either.js';
import type { AccountInfo, AccountSpec } from './account.ts';
import type { AccountChange } from './accountChange.ts';
import type { AccountInstrumentStatistics } from './accountStatistics.ts';
import type { AccountTradesRequest } from './accountTradesRequest.ts';
import type { BarRow } from './bar.ts';
import type { BlockTradeRequest } from './blockTradeRequest.ts';
import type { CancelReplaceReply, CancelReplaceRequest } from './cancelReplaceRequest.ts';
import type { CancelAllRequest, CancelRequest } from './cancelRequest.ts';
import { defaultAccounts, defaultInstruments, defaultProducts } from './catalogue.ts';
import type { DecimalInput } from './decimal.ts';
import { type Disorder, noDisorder } from './disorder.ts';
import type { MarketEvent } from './event.ts';
import type { FeeRates } from './feeRates.ts';
import { createFloor } from './floor.ts';
import type { Instrument, InstrumentSpec, SessionStatus } from './instrument.ts';
import type { Interval } from './interval.ts';
import type { Level1 } from './level1.ts';
import type { Level2Row } from './level2.ts';
import { createMarketActions } from './marketActions.ts';
import { createMarketQueries } from './marketQueries.ts';
import type { ModifyRequest } from './modifyRequest.ts';
import { recordOpeningBalances } from './openingBalances.ts';
import type { OrderFee, OrderFeeRequest } from './orderFee.ts';
import type { OrderObject } from './orderObject.ts';
import type { OrderRequest } from './orderRequest.ts';
import type { OrderTrade } from './orderTrade.ts';
import type { OrdersHistoryRequest } from './ordersHistory.ts';
import type { Outcome } from './outcome.ts';
import type { SendOrderReply } from './placeOrder.ts';
import type { AccountPosition } from './position.ts';
import { type Product, type ProductSpec, productFromSpec } from './product.ts';
import type { PublicTradeRow } from './publicTrade.ts';
import { type StandardResponse, inProcess, success } from './standardResponse.ts';
import type { Transaction } from './transaction.ts';
import type { TradingLimits } from './tradingLimits.ts';
import type { TransactionsRequest } from './transactionsRequest.ts';

export type { Outcome, SendOrderReply };

/**
 * The simulated exchange without its gateway. Replies and payloads have the shape they have on the wire. A `Left`, or a
 * reply with `result: false`, is the standard response to send. Permissions are not checked here. Numbers in a request
 * may be numbers or text, enumerations may be numbers or names.
 */
export interface MarketOptions {
  /** Same seed, same calls, same times: same replies and events. */
  readonly seed: number;
  /** The present, epoch milliseconds. */
  readonly now: () => number;
  /** @default defaultProducts */
  readonly products?: readonly ProductSpec[];
  /** @default defaultInstruments */
  readonly instruments?: readonly InstrumentSpec[];
  /** The account that fees go to is added, unless it is among them. @default defaultAccounts */
  readonly accounts?: readonly AccountSpec[];
  /** What the list calls answer when they have taken their list: 107 with `result: false`, or success. @default 'inProcess' */
  readonly takenLists?: 'inProcess' | 'success';
  /** Which refused orders and cancels are told by an event: those of lists, or those sent alone too. @default 'lists' */
  readonly rejectEvents?: 'lists' | 'all';
  /** What is wrong on purpose. @default nothing */
  readonly disorder?: Disorder;
  /** Whether anybody can listen to an account: what happens to others makes no events. @default all can be heard */
  readonly isHeard?: (accountId: number) => boolean;
  /** How many executions and transactions of an account are kept; a fifth of that of orders and trades. @default 5_000 */
  readonly history?: number;
}

type Answer<A> = E.Either<StandardResponse, A>;

/**
 * An exchange without the wire. Every reply and payload is in wire shape, for `wireText`. A `Left`, or a reply
 * with `result: false`, is the standard response to send. Who may see or do what is not asked here. Numbers of a
 * request may be numbers or text, enumerations numbers or names.
 */
export interface Market {
  /** GetProducts: every product; the list never changes. */
  readonly products: () => readonly Product[];
  /** GetInstruments: every instrument, in any session status; only the status changes. */
  readonly instruments: () => readonly Instrument[];
  /** GetAccountInfo of every account, including the one that receives the fees; only `changeAccount` changes them. */
  readonly accounts: () => readonly AccountInfo[];

  /**
   * SendOrder, for every type except block trades. A standard response if the request cannot be read (100), names
   * something that does not exist (104), or asks for something that is not simulated (106).
   */
  readonly sendOrder: (request: OrderRequest) => Outcome<SendOrderReply | StandardResponse>;
  /**
   * SendOrderList: places the orders one after another. 100 for an empty list. Otherwise the list is accepted, and the
   * result of each order is reported by events only: NewOrderReject if it is rejected.
   */
  readonly sendOrderList: (requests: readonly OrderRequest[]) => Outcome<StandardResponse>;
  /** CancelOrder, by order id, or by client order id and account; 104 if there is no such open order. */
  readonly cancelOrder: (request: CancelRequest) => Outcome<StandardResponse>;
  /** SendCancelList: like `sendOrderList`; CancelOrderReject if a cancel is rejected. */
  readonly cancelList: (requests: readonly CancelRequest[]) => Outcome<StandardResponse>;
  /**
   * CancelAllOrders, of the given accounts, for one instrument or all; a success if there is nothing to cancel. 104 for
   * an unknown instrument, together with the event CancelAllOrdersReject.
   */
  readonly cancelAllOrders: (request: CancelAllRequest) => Outcome<StandardResponse>;
  /**
   * CancelReplaceOrder: cancels an open order and places another, at the end of the queue at its price. 104 if the
   * account has no such open order for the instrument. If the new order is rejected the old one stays as it is; the
   * reply is 101 with the reason, together with the event CancelReplaceOrderReject.
   */
  readonly cancelReplaceOrder: (
    request: CancelReplaceRequest,
  ) => Outcome<CancelReplaceReply | StandardResponse>;
  /** SendCancelReplaceList: like `sendOrderList`; CancelReplaceOrderReject if a replacement is rejected. */
  readonly cancelReplaceList: (requests: readonly CancelReplaceRequest[]) => Outcome<StandardResponse>;
  /**
   * ModifyOrder: reduces the remaining quantity of an open order, which keeps its queue position. 100 if a field is
   * missing, or the quantity is not lower than the remaining one, or breaks the rules of the instrument; 104 if there
   * is no such open order.
   */
  readonly modifyOrder: (request: ModifyRequest) => Outcome<StandardResponse>;
  /**
   * SubmitBlockTrade: reports a trade agreed off the book. With a locked-in trade one report stands for both sides and
   * is executed at once. Otherwise it waits, as an order of the type BlockTrade, until the other account reports the
   * same trade. The side that completes a trade pays the taker fee, the other the maker fee. Rejected like an order;
   * 100 if the request cannot be read, 104 if it names something that does not exist.
   */
  readonly reportBlockTrade: (request: BlockTradeRequest) => Outcome<SendOrderReply | StandardResponse>;

  /** Changes the session status of an instrument; setting the current one again is a success without an event. */
  readonly setSessionStatus: (instrumentId: number, status: SessionStatus) => Outcome<StandardResponse>;
  /**
   * Changes an account, and reports it with the event AccountInfo; 104 for an unknown account. At an exchange it throws a
   * `RangeError` if the change cannot be meant.
   */
  readonly changeAccount: (accountId: number, change: AccountChange) => Outcome<StandardResponse>;
  /** Books a deposit with its ticket; 100 for an amount that is not above 0, 104 for an unknown account or product. */
  readonly deposit: (accountId: number, productId: number, amount: DecimalInput) => Outcome<StandardResponse>;
  /**
   * Books a withdrawal with its ticket, with the refusals of `deposit`; 100 with "Insufficient Balance" if it exceeds
   * the available balance.
   */
  readonly withdraw: (
    accountId: number,
    productId: number,
    amount: DecimalInput,
  ) => Outcome<StandardResponse>;

  /** The trading limits of an account; 104 for an unknown account, as for all methods from here to the fees. */
  readonly tradingLimits: (accountId: number) => Answer<TradingLimits>;
  /** GetOrderStatus: the latest version of an order; 104 where the account has no such order. */
  readonly orderStatus: (accountId: number, orderId: number | bigint) => Answer<OrderObject>;
  /**
   * GetOpenOrders, oldest first, without block trades; 104 for an unknown account. With `asOf`, as they were at that
   * time, in milliseconds since 1970.
   */
  readonly openOrders: (
    accountId: number,
    instrumentId?: number,
    asOf?: number,
  ) => Answer<readonly OrderObject[]>;
  /** The ids of `openOrders`, which is cheaper; empty for an unknown account. */
  readonly openOrderIds: (accountId: number, instrumentId?: number) => readonly number[];
  /** How many orders of an account were ever accepted. */
  readonly ordersAccepted: (accountId: number) => number;
  /** All executions of an account that are still kept, oldest first. */
  readonly executions: (accountId: number) => readonly OrderTrade[];
  /**
   * GetOpenTradeReports: the block trades that the account has reported and the other side has not yet, oldest first.
   */
  readonly openTradeReports: (accountId: number, asOf?: number) => Answer<readonly OrderObject[]>;
  /** GetOrdersHistory: the latest version of every order, open ones too, newest first; 104 for an unknown account. */
  readonly ordersHistory: (request: OrdersHistoryRequest) => Answer<readonly OrderObject[]>;
  /** GetOrderHistoryByOrderId: every version of an order, of whatever account, newest first; 104 for an unknown order. */
  readonly orderVersions: (orderId: number | bigint, asOf?: number) => Answer<readonly OrderObject[]>;
  /** GetAccountTrades and GetTradesHistory: newest first; 104 for an unknown account. */
  readonly accountTrades: (request: AccountTradesRequest) => Answer<readonly OrderTrade[]>;
  /** GetAccountPositions: one row a product; 104 for an unknown account. */
  readonly positions: (accountId: number) => Answer<readonly AccountPosition[]>;
  /** GetAccountTransactions: newest first; the oldest are what the account started with; 104 for an unknown account. */
  readonly transactions: (request: TransactionsRequest) => Answer<readonly Transaction[]>;
  /** GetAccountInstrumentStatistics: a row for each instrument the account has traded; 104 for an unknown account. */
  readonly accountStatistics: (accountId: number) => Answer<readonly AccountInstrumentStatistics[]>;
  /**
   * GetOrderFee: the fee that such an order would be charged; 100 if the request cannot be read, 104 if it names
   * something that does not exist.
   */
  readonly orderFee: (request: OrderFeeRequest) => Answer<OrderFee>;
  /** The fee rates of an instrument. */
  readonly feeRates: (instrumentId: number) => Answer<FeeRates>;

  /** The last `count` public trades, oldest first; 104 for an unknown instrument, as in all that follow. */
  readonly trades: (instrumentId: number, count: number) => Answer<readonly PublicTradeRow[]>;
  /** The last block trades of an instrument, oldest first, two orders each. */
  readonly blockTrades: (instrumentId: number) => Answer<readonly OrderObject[]>;
  /** The current Level 1 summary. */
  readonly level1: (instrumentId: number) => Answer<Level1>;
  /**
   * The Level 2 snapshot: at most `depth` levels a side, first the bids, then the asks, best first; `[]` for an empty
   * book.
   */
  readonly level2: (instrumentId: number, depth: number) => Answer<readonly Level2Row[]>;
  /**
   * The last `count` bars, including the current one, oldest first. There are none before the first trade, and only the
   * last 1000 are kept.
   */
  readonly bars: (instrumentId: number, interval: Interval, count: number) => Answer<readonly BarRow[]>;

  /** Advances time: bars that ended since the last call become Ticker events. Call it about once a second. */
  readonly tick: () => readonly MarketEvent[];

  /**
   * Level 2 rows that make every book with two sides look crossed, by one bid above the best ask. The books do not
   * change.
   */
  readonly tellCrossed: () => readonly MarketEvent[];
  /** Level 2 rows that correct those of `tellCrossed`. */
  readonly tellUncrossed: () => readonly MarketEvent[];
}

/** A market in memory, with empty books. It takes no time of its own: see {@link Market.tick}. */
export const createMarket = (options: MarketOptions): Market => {
  const {
    products = defaultProducts,
    instruments = defaultInstruments,
    accounts = defaultAccounts,
    takenLists = 'inProcess',
    rejectEvents = 'lists',
    disorder = noDisorder,
    isHeard = () => true,
    history = 5_000,
  } = options;
  const { seed, now } = options;
  const floor = createFloor({
    ...{ seed, now, instruments, accounts, disorder, isHeard, history },
    products: products.map(productFromSpec),
  });
  recordOpeningBalances(floor);
  const taken = takenLists === 'success' ? success : inProcess;
  return { ...createMarketQueries(floor), ...createMarketActions(floor, { taken, rejectEvents }) };
};
