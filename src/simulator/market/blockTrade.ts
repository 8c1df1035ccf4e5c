import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { AccountSpec } from './account.ts';
import { type Assessed, assess } from './assess.ts';
import type { BlockTradeRequest } from './blockTradeRequest.ts';
import { filled } from './execute.ts';
import { executionEvents } from './executionEvents.ts';
import type { Floor } from './floor.ts';
import type { Listing } from './listing.ts';
import { newOrder } from './newOrder.ts';
import type { Order } from './order.ts';
import type { OrderIntent } from './orderIntent.ts';
import { orderObjectFromOrder } from './orderObject.ts';
import { nextVersion } from './orderVersions.ts';
import type { Outcome } from './outcome.ts';
import type { SendOrderReply } from './placeOrder.ts';
import { readOrderRequest } from './readOrderRequest.ts';
import { settle } from './settle.ts';
import { opposite } from './side.ts';
import { type StandardResponse, invalidRequest, notFound } from './standardResponse.ts';

/** A block trade that has been read: who reports it, who is on the other side, and where. */
interface Agreement {
  readonly intent: OrderIntent;
  readonly reporter: AccountSpec;
  readonly counterparty: AccountSpec;
  readonly listing: Listing;
}

/** A block trade is read as the limit order it looks like. */
const read = (
  { accounts, listings }: Floor,
  { CounterPartyId, ...order }: BlockTradeRequest,
): E.Either<StandardResponse, Agreement> =>
  pipe(
    readOrderRequest({ ...order, OrderType: 'Limit' }),
    E.chain((intent) => {
      const listing = listings.get(intent.instrumentId);
      if (listing === undefined) return E.left(notFound('Instrument not Found'));
      const [reporter, counterparty] = [accounts.get(intent.accountId), accounts.get(CounterPartyId)];
      if (reporter === undefined || counterparty === undefined) return E.left(notFound('Account not Found'));
      if (reporter === counterparty) return E.left(invalidRequest('An account cannot trade with itself'));
      return E.right({ intent: { ...intent, type: 'BlockTrade' }, reporter, counterparty, listing });
    }),
  );

const enter = (
  floor: Floor,
  { listing }: Agreement,
  account: AccountSpec,
  assessed: Assessed,
  counterparty: AccountSpec,
): Order => ({
  ...newOrder(floor, listing, account, assessed),
  counterpartyId: counterparty.AccountId,
});

const carryOut = (
  floor: Floor,
  agreement: Agreement,
  theirs: { readonly reported: Assessed; readonly countered: Assessed },
): Outcome<SendOrderReply> => {
  const { listing, reporter, counterparty } = agreement;
  const taken = enter(floor, agreement, reporter, theirs.reported, counterparty);
  const made = enter(floor, agreement, counterparty, theirs.countered, reporter);
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
  return {
    reply: { status: 'Accepted', errormsg: '', OrderId: taker.id },
    events: [...told, { _tag: 'BlockTrade', InstrumentId, payload }],
  };
};

/** The same trade, seen from the other side. */
const mirrored = ({ intent, counterparty }: Agreement): OrderIntent => ({
  ...intent,
  accountId: counterparty.AccountId,
  side: opposite[intent.side],
  clientOrderId: 0,
});

/** Carries out a trade that was agreed on off the book: both sides are checked like orders, and filled at once. */
export const reportBlockTrade = (
  floor: Floor,
  request: BlockTradeRequest,
): Outcome<SendOrderReply | StandardResponse> => {
  const agreed = read(floor, request);
  if (E.isLeft(agreed)) return { reply: agreed.left, events: [] };
  const agreement = agreed.right;
  return pipe(
    assess(floor, agreement.listing, agreement.intent),
    E.chain((reported) =>
      pipe(
        assess(floor, agreement.listing, mirrored(agreement)),
        E.map((countered) => ({ reported, countered })),
      ),
    ),
    E.match(
      (reason): Outcome<SendOrderReply> => ({
        reply: { status: 'Rejected', errormsg: reason, errorcode: 101 },
        events: [],
      }),
      (theirs) => carryOut(floor, agreement, theirs),
    ),
  );
};
