import * as E from 'fp-ts/lib/Either.js';
import * as RA from 'fp-ts/lib/ReadonlyArray.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type AccountInfo, type AccountSpec, accountInfoFromSpec } from './account.ts';
import type { BarRow } from './bar.ts';
import { cancelAllOrders, cancelOrder } from './cancelOrders.ts';
import type { CancelAllRequest, CancelRequest } from './cancelRequest.ts';
import { defaultAccounts, defaultInstruments, defaultProducts } from './catalogue.ts';
import type { MarketEvent } from './event.ts';
import { createFloor } from './floor.ts';
import { type Instrument, type InstrumentSpec, instrumentFromSpec } from './instrument.ts';
import type { Interval } from './interval.ts';
import type { Level1 } from './level1.ts';
import type { Level2Row } from './level2.ts';
import { type Listing, level1Of, level2ContextOf, touchOf } from './listing.ts';
import type { OrderIntent } from './orderIntent.ts';
import { type OrderObject, orderObjectFromOrder } from './orderObject.ts';
import type { OrderRequest } from './orderRequest.ts';
import { type OrdersHistoryRequest, ordersHistory } from './ordersHistory.ts';
import type { Outcome } from './outcome.ts';
import { type SendOrderReply, placeOrder } from './placeOrder.ts';
import type { AccountPosition } from './position.ts';
import { type Product, type ProductSpec, productFromSpec } from './product.ts';
import type { PublicTradeRow } from './publicTrade.ts';
import { createPublisher } from './publisher.ts';
import { readOrderRequest } from './readOrderRequest.ts';
import { type StandardResponse, notFound } from './standardResponse.ts';
import { positionOf } from './valuation.ts';

export type { Outcome, SendOrderReply };

/** What a market is made of. */
export interface MarketOptions {
  /** Same seed, same calls, same times: same replies and events. */
  readonly seed: number;
  /** The present, epoch milliseconds. */
  readonly now: () => number;
  /** @default defaultProducts */
  readonly products?: readonly ProductSpec[];
  /** @default defaultInstruments */
  readonly instruments?: readonly InstrumentSpec[];
  /** @default defaultAccounts */
  readonly accounts?: readonly AccountSpec[];
}

/**
 * An exchange without the wire. Every reply and payload is in wire shape, for `wireText`. A `Left`, or a reply
 * with `result: false`, is the standard response to send. Who may see or do what is not asked here.
 */
export interface Market {
  readonly products: () => readonly Product[];
  readonly instruments: () => readonly Instrument[];
  readonly accounts: () => readonly AccountInfo[];

  /**
   * SendOrder. Numbers may be numbers or text, enumerations numbers or names. A standard response where the
   * request cannot be read (100), names what is not there (104), or asks for what is not done here (106).
   */
  readonly sendOrder: (request: OrderRequest) => Outcome<SendOrderReply | StandardResponse>;
  /** CancelOrder, by order id or by client order id and account; 104 where there is no such open order. */
  readonly cancelOrder: (request: CancelRequest) => Outcome<StandardResponse>;
  /** CancelAllOrders, of the accounts given and of one instrument or all; nothing to cancel is a success. */
  readonly cancelAllOrders: (request: CancelAllRequest) => Outcome<StandardResponse>;

  /** GetOrderStatus: the latest version of an order; 104 where the account has no such order. */
  readonly orderStatus: (accountId: number, orderId: number) => E.Either<StandardResponse, OrderObject>;
  /** GetOpenOrders, oldest first; 104 for an unknown account. */
  readonly openOrders: (
    accountId: number,
    instrumentId?: number,
  ) => E.Either<StandardResponse, readonly OrderObject[]>;
  /** GetOrdersHistory: the latest version of every order, open ones too, newest first; 104 for an unknown account. */
  readonly ordersHistory: (
    request: OrdersHistoryRequest,
  ) => E.Either<StandardResponse, readonly OrderObject[]>;
  /** GetAccountPositions: one row a product; 104 for an unknown account. */
  readonly positions: (accountId: number) => E.Either<StandardResponse, readonly AccountPosition[]>;

  /** The last `count` public trades, oldest first; 104 for an unknown instrument, as in all that follow. */
  readonly trades: (
    instrumentId: number,
    count: number,
  ) => E.Either<StandardResponse, readonly PublicTradeRow[]>;
  readonly level1: (instrumentId: number) => E.Either<StandardResponse, Level1>;
  /** The snapshot: at most `depth` levels a side, bids best first, then asks best first; `[]` for an empty book. */
  readonly level2: (instrumentId: number, depth: number) => E.Either<StandardResponse, readonly Level2Row[]>;
  /**
   * The last `count` bars, the one in progress included, oldest first; none before the first trade, and only
   * the last 1000 are kept.
   */
  readonly bars: (
    instrumentId: number,
    interval: Interval,
    count: number,
  ) => E.Either<StandardResponse, readonly BarRow[]>;

  /** Lets time pass: bars that ended since the last call become Ticker events. Call it about once a second. */
  readonly tick: () => readonly MarketEvent[];
}

const lift = <A>(failure: StandardResponse, value: A | undefined): E.Either<StandardResponse, A> =>
  value === undefined ? E.left(failure) : E.right(value);

/** A market in memory, with empty books. It takes no time of its own: see {@link Market.tick}. */
export const createMarket = (options: MarketOptions): Market => {
  const products = (options.products ?? defaultProducts).map(productFromSpec);
  const instruments = (options.instruments ?? defaultInstruments).map((spec) =>
    instrumentFromSpec(spec, products),
  );
  const accounts = options.accounts ?? defaultAccounts;
  const { seed, now } = options;
  const floor = createFloor({ seed, now, products, instruments, accounts });
  const publisher = createPublisher(floor);

  const accountOf = (id: number): E.Either<StandardResponse, AccountSpec> =>
    lift(notFound('Account not Found'), floor.accounts.get(id));
  const listingOf = (id: number): E.Either<StandardResponse, Listing> =>
    lift(notFound('Instrument not Found'), floor.listings.get(id));
  const published = <Reply>({ reply, events }: Outcome<Reply>): Outcome<Reply> => ({
    reply,
    events: [...events, ...publisher.takeEvents('action')],
  });
  const place = (intent: OrderIntent): E.Either<StandardResponse, Outcome<SendOrderReply>> =>
    pipe(
      listingOf(intent.instrumentId),
      E.chain((listing) =>
        pipe(
          accountOf(intent.accountId),
          E.map((account) => placeOrder(floor, listing, account, intent)),
        ),
      ),
    );

  return {
    products: () => products,
    instruments: () => instruments,
    accounts: () => accounts.map(accountInfoFromSpec),
    sendOrder: (request) =>
      pipe(
        readOrderRequest(request),
        E.chain(place),
        E.match((reply): Outcome<SendOrderReply | StandardResponse> => ({ reply, events: [] }), published),
      ),
    cancelOrder: (request) => published(cancelOrder(floor, request)),
    cancelAllOrders: (request) => published(cancelAllOrders(floor, request)),
    orderStatus: (accountId, orderId) => {
      const order = floor.orders.find(orderId);
      const theirs = order?.account.AccountId === accountId ? order : undefined;
      return pipe(lift(notFound('Order not Found'), theirs), E.map(orderObjectFromOrder));
    },
    openOrders: (accountId, instrumentId = 0) =>
      pipe(
        accountOf(accountId),
        E.map(() => floor.orders.open(accountId)),
        E.map(RA.filter(({ instrument }) => [0, instrument.InstrumentId].includes(instrumentId))),
        E.map(RA.map(orderObjectFromOrder)),
      ),
    ordersHistory: (request) =>
      pipe(
        accountOf(request.AccountId),
        E.map(() => ordersHistory(floor.orders.all(request.AccountId), request)),
      ),
    positions: (accountId) =>
      pipe(
        accountOf(accountId),
        E.map(() => products.map((product) => positionOf(floor, accountId, product))),
      ),
    trades: (instrumentId, count) =>
      pipe(
        listingOf(instrumentId),
        E.map(({ tape }) => tape.rows(count)),
      ),
    level1: (instrumentId) =>
      pipe(
        listingOf(instrumentId),
        E.map((listing) => level1Of(listing, now())),
      ),
    level2: (instrumentId, depth) =>
      pipe(
        listingOf(instrumentId),
        E.map((listing) => listing.feed.snapshot(listing.book, depth, level2ContextOf(listing))),
      ),
    bars: (instrumentId, interval, count) =>
      pipe(
        listingOf(instrumentId),
        E.map((listing) => listing.bars.rows(interval, count, now(), touchOf(listing))),
      ),
    tick: () => {
      for (const listing of floor.listings.values()) listing.bars.advance(now(), touchOf(listing));
      return publisher.takeEvents('tick');
    },
  };
};
