import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { AccountSpec } from './account.ts';
import { type Agreement, readAgreement } from './agreement.ts';
import { type Assessed, assess } from './assess.ts';
import { compare } from './decimal.ts';
import type { BlockTradeRequest } from './blockTradeRequest.ts';
import type { MarketEvent } from './event.ts';
import { filled } from './execute.ts';
import { executionEvents } from './executionEvents.ts';
import type { Floor } from './floor.ts';
import type { Listing } from './listing.ts';
import { newOrder } from './newOrder.ts';
import type { Order } from './order.ts';
import type { OrderIntent } from './orderIntent.ts';
import { orderObjectFromOrder } from './orderObject.ts';
import type { RejectReason } from './orderRules.ts';
import { nextVersion, orderStateEvent, report, withdrawOrder } from './orderVersions.ts';
import type { Outcome } from './outcome.ts';
import type { SendOrderReply } from './placeOrder.ts';
import { settle } from './settle.ts';
import { opposite } from './side.ts';
import type { StandardResponse } from './standardResponse.ts';

/** The order that stands for one side of a block trade. */
const sideOf = (
  floor: Floor,
  { listing, isLockedIn }: Agreement,
  assessed: Assessed,
  account: AccountSpec,
  other: AccountSpec,
): Order => ({
  ...newOrder(floor, listing, account, assessed),
  counterpartyId: other.AccountId,
  isLockedIn,
});

/** Has both sides of a block trade filled. */
const trade = (floor: Floor, listing: Listing, taken: Order, made: Order): readonly MarketEvent[] => {
  const { price, quantity } = taken;
  const tradeId = floor.next('trade');
  const fees = settle(floor, listing, { maker: made, taker: taken }, { tradeId, price, quantity });
  const at = floor.clock.stamp();
  listing.tape.recordBlock({ id: tradeId, price, quantity, maker: made, taker: taken, at });
  const [taker, maker] = [taken, made].map((order) =>
    nextVersion(floor, listing, filled(order, { price, quantity }), {}),
  ) as [Order, Order];
  const facts = { tradeId, price, quantity, direction: 'NoChange', at, fees } as const;
  const told = executionEvents(floor, { maker, taker }, facts);
  const payload = [taker, maker].map(orderObjectFromOrder);
  const { InstrumentId } = listing.instrument;
  for (const order of payload) floor.blockTrades.record(InstrumentId, order);
  return [...told, { _tag: 'BlockTrade', InstrumentId, payload }];
};

const accepted = ({ id }: Order, events: readonly MarketEvent[]): Outcome<SendOrderReply> => ({
  reply: { status: 'Accepted', errormsg: '', OrderId: id },
  events,
});

/** The same trade, seen from the other side. */
const mirrored = ({ intent, counterparty }: Agreement): OrderIntent => ({
  ...intent,
  accountId: counterparty.AccountId,
  side: opposite[intent.side],
  clientOrderId: 0,
});

/** One report for both sides: the other one is checked like an order, too. */
const lockIn = (
  floor: Floor,
  agreement: Agreement,
  reported: Assessed,
): E.Either<RejectReason, Outcome<SendOrderReply>> =>
  pipe(
    assess(floor, agreement.listing, mirrored(agreement)),
    E.map((countered) => {
      const { listing, reporter, counterparty } = agreement;
      const taken = sideOf(floor, agreement, reported, reporter, counterparty);
      const made = sideOf(floor, agreement, countered, counterparty, reporter);
      return accepted(taken, trade(floor, listing, taken, made));
    }),
  );

/** The report of the same trade that the other account has made, if it has. */
const counterpartOf = ({ orders }: Floor, { counterparty }: Agreement, order: Order): Order | undefined =>
  orders
    .open(counterparty.AccountId)
    .find(
      (other) =>
        other.type === 'BlockTrade' &&
        other.counterpartyId === order.account.AccountId &&
        other.instrument.InstrumentId === order.instrument.InstrumentId &&
        other.side === opposite[order.side] &&
        compare(other.price, order.price) === 0 &&
        compare(other.remaining, order.remaining) === 0,
    );

/** A report for one side: it completes that of the other side, or waits for it. */
const enter = (floor: Floor, agreement: Agreement, reported: Assessed): Outcome<SendOrderReply> => {
  const { listing, reporter, counterparty } = agreement;
  const order = sideOf(floor, agreement, reported, reporter, counterparty);
  const other = counterpartOf(floor, agreement, order);
  if (other !== undefined) {
    return accepted(order, trade(floor, listing, order, withdrawOrder(floor, listing, other)));
  }
  return accepted(order, [orderStateEvent(nextVersion(floor, listing, report(floor, order), {}))]);
};

const rejected = (reason: RejectReason): Outcome<SendOrderReply> => ({
  reply: { status: 'Rejected', errormsg: reason, errorcode: 101 },
  events: [],
});

/** Takes the report of a trade that was agreed on off the book; it is checked like an order. */
export const reportBlockTrade = (
  floor: Floor,
  request: BlockTradeRequest,
): Outcome<SendOrderReply | StandardResponse> =>
  pipe(
    readAgreement(floor, request),
    E.match(
      (reply): Outcome<SendOrderReply | StandardResponse> => ({ reply, events: [] }),
      (agreement) =>
        pipe(
          assess(floor, agreement.listing, agreement.intent),
          E.chain((reported) =>
            agreement.isLockedIn
              ? lockIn(floor, agreement, reported)
              : E.right(enter(floor, agreement, reported)),
          ),
          E.getOrElse(rejected),
        ),
    ),
  );
