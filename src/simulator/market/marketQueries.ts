import * as E from 'fp-ts/lib/Either.js';
import * as RA from 'fp-ts/lib/ReadonlyArray.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type AccountInfo, accountInfoFromSpec } from './account.ts';
import { type AccountInstrumentStatistics, accountStatisticsFrom } from './accountStatistics.ts';
import { accountTrades } from './accountTrades.ts';
import type { AccountTradesRequest } from './accountTradesRequest.ts';
import { accountTransactions } from './accountTransactions.ts';
import type { Floor } from './floor.ts';
import type { Instrument } from './instrument.ts';
import type { Interval } from './interval.ts';
import { type Listing, level1Of, level2ContextOf, touchOf } from './listing.ts';
import type { Order } from './order.ts';
import { type OrderFeeRequest, orderFee } from './orderFee.ts';
import { type OrderObject, orderObjectFromOrder } from './orderObject.ts';
import { type OrdersHistoryRequest, ordersHistory } from './ordersHistory.ts';
import type { Product } from './product.ts';
import { type StandardResponse, notFound } from './standardResponse.ts';
import type { TradingLimits } from './tradingLimits.ts';
import type { TransactionsRequest } from './transactionsRequest.ts';
import { positionAt, quoteValuation } from './valuation.ts';

type Answer<A> = E.Either<StandardResponse, A>;

const statisticsOf = (floor: Floor, accountId: number): readonly AccountInstrumentStatistics[] =>
  floor.turnovers.of(accountId).flatMap((turnover) => {
    const instrument = floor.listings.get(turnover.instrumentId)?.instrument;
    if (instrument === undefined) return [];
    const valuation = quoteValuation(floor, instrument);
    const now = floor.clock.now();
    return [accountStatisticsFrom(accountId, turnover, { symbol: instrument.Symbol, valuation, now })];
  });

/** Everything that can be asked of a market; nothing changes. What each does is written at `Market`. */
export const createMarketQueries = (floor: Floor) => {
  const { clock, orders } = floor;
  const products = [...floor.products.values()];
  const listings = [...floor.listings.values()];

  /** An answer about an account that is there. */
  const ofAccount = <A>(id: number, answer: () => A): Answer<A> =>
    floor.accounts.has(id) ? E.right(answer()) : E.left(notFound('Account not Found'));
  /** An answer about an instrument that is there. */
  const ofListing = <A>(id: number, answer: (listing: Listing) => A): Answer<A> =>
    pipe(floor.listings.get(id), E.fromNullable(notFound('Instrument not Found')), E.map(answer));

  const openAt = (accountId: number, asOf?: number): readonly Order[] =>
    asOf === undefined
      ? orders.open(accountId)
      : orders.all(accountId, asOf).filter(({ state }) => state === 'Working');
  const openIn = (accountId: number, instrumentId: number, asOf?: number): readonly Order[] =>
    openAt(accountId, asOf).filter(
      ({ type, instrument }) =>
        type !== 'BlockTrade' && (instrumentId === 0 || instrument.InstrumentId === instrumentId),
    );

  return {
    products: (): readonly Product[] => products,
    instruments: (): readonly Instrument[] =>
      listings.map(({ instrument, status }) => ({ ...instrument, ...status.fields() })),
    accounts: (): readonly AccountInfo[] => [...floor.accounts.values()].map(accountInfoFromSpec),

    tradingLimits: (accountId: number): Answer<TradingLimits> =>
      ofAccount(accountId, () => floor.accounts.get(accountId) ?? {}),
    orderStatus: (accountId: number, orderId: number | bigint): Answer<OrderObject> => {
      const order = orders.find(orderId);
      return order?.account.AccountId === accountId
        ? E.right(orderObjectFromOrder(order))
        : E.left(notFound('Order not Found'));
    },
    openOrders: (accountId: number, instrumentId = 0, asOf?: number) =>
      ofAccount(accountId, () => openIn(accountId, instrumentId, asOf).map(orderObjectFromOrder)),
    openOrderIds: (accountId: number, instrumentId = 0): readonly number[] =>
      openIn(accountId, instrumentId).map(({ id }) => id),
    ordersAccepted: orders.countAccepted,
    executions: floor.trades.of,
    openTradeReports: (accountId: number, asOf?: number) =>
      ofAccount(accountId, () =>
        pipe(
          openAt(accountId, asOf),
          RA.filter(({ type }) => type === 'BlockTrade'),
          RA.map(orderObjectFromOrder),
        ),
      ),
    ordersHistory: (request: OrdersHistoryRequest) =>
      ofAccount(request.AccountId, () => ordersHistory(orders.all(request.AccountId, request.asOf), request)),
    orderVersions: (orderId: number | bigint, asOf = Infinity): Answer<readonly OrderObject[]> => {
      const versions = orders.versions(orderId).filter(({ updated }) => updated.ms <= asOf);
      return versions.length === 0
        ? E.left(notFound('Order not Found'))
        : E.right(versions.toReversed().map(orderObjectFromOrder));
    },
    accountTrades: (request: AccountTradesRequest) =>
      ofAccount(request.AccountId, () => accountTrades(floor.trades.of(request.AccountId), request)),
    positions: (accountId: number) =>
      ofAccount(accountId, () => products.map((product) => positionAt(floor, accountId, product)())),
    transactions: (request: TransactionsRequest) =>
      ofAccount(request.AccountId, () => accountTransactions(floor.journal.of(request.AccountId), request)),
    accountStatistics: (accountId: number) => ofAccount(accountId, () => statisticsOf(floor, accountId)),
    orderFee: (request: OrderFeeRequest) => orderFee(floor, request),
    feeRates: (instrumentId: number) => ofListing(instrumentId, ({ fees }) => fees),

    trades: (instrumentId: number, count: number) => ofListing(instrumentId, ({ tape }) => tape.rows(count)),
    blockTrades: (instrumentId: number) =>
      ofListing(instrumentId, () => floor.blockTrades.of(instrumentId).slice()),
    level1: (instrumentId: number) => ofListing(instrumentId, (listing) => level1Of(listing, clock.now())),
    level2: (instrumentId: number, depth: number) =>
      ofListing(instrumentId, (listing) =>
        listing.feed.snapshot(listing.book, depth, level2ContextOf(listing)),
      ),
    bars: (instrumentId: number, interval: Interval, count: number) =>
      ofListing(instrumentId, (listing) => listing.bars.rows(interval, count, clock.now(), touchOf(listing))),
  };
};
