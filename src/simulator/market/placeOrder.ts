import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { AccountSpec } from './account.ts';
import { type Assessed, assess } from './assess.ts';
import { carryOut } from './carryOut.ts';
import type { MarketEvent } from './event.ts';
import type { Floor } from './floor.ts';
import type { Listing } from './listing.ts';
import { newOrder } from './newOrder.ts';
import type { Order } from './order.ts';
import type { OrderIntent } from './orderIntent.ts';
import type { RejectReason } from './orderRules.ts';
import { nextVersion, orderStateEvent, wait } from './orderVersions.ts';
import type { Outcome } from './outcome.ts';
import type { StandardResponse } from './standardResponse.ts';

/** The reply of SendOrder: accepted, or refused for a business reason. */
export type SendOrderReply =
  | { readonly status: 'Accepted'; readonly errormsg: ''; readonly OrderId: number }
  | { readonly status: 'Rejected'; readonly errormsg: RejectReason; readonly errorcode: 101 };

/** Whether an action was refused, in whatever form. */
export const isRefused = (reply: SendOrderReply | StandardResponse): boolean =>
  'status' in reply ? reply.status === 'Rejected' : !reply.result;

/** The reject reason of a post-only order that would have traded; the name is ours, none is documented. */
const wouldTrade = 'Post_Only_Would_Trade';

const rejectByEvent = (floor: Floor, listing: Listing, order: Order): readonly MarketEvent[] => [
  orderStateEvent(
    nextVersion(floor, listing, order, {
      state: 'Rejected',
      reason: 'OtherRejected',
      rejectReason: wouldTrade,
    }),
  ),
];

/** Enters an order that has been assessed: it trades, rests or waits. The order is as it was before it did so. */
export const enterOrder = (
  floor: Floor,
  listing: Listing,
  account: AccountSpec,
  assessed: Assessed,
  replaced?: Order,
): { readonly order: Order; readonly events: readonly MarketEvent[] } => {
  const { intent, match } = assessed;
  const order = newOrder(floor, listing, account, assessed, replaced);
  const meetsOther = match.fills.length > 0 || match.end === 'SelfTrade';
  if (intent.postOnly && meetsOther) return { order, events: rejectByEvent(floor, listing, order) };
  if (floor.orders.find(intent.linkedTo)?.state === 'Working') floor.links.link(order.id, intent.linkedTo);
  if (order.stop === undefined) return { order, events: carryOut(floor, listing, order, match) };
  const waiting = nextVersion(floor, listing, wait(floor, listing, order), {});
  return { order, events: [orderStateEvent(waiting)] };
};

/**
 * Takes an order that has been read: refuses it with a reason, or accepts it and carries it out at once. A
 * post-only order that would trade is accepted, then rejected by event.
 */
export const placeOrder = (
  floor: Floor,
  listing: Listing,
  account: AccountSpec,
  intent: OrderIntent,
): Outcome<SendOrderReply> =>
  pipe(
    assess(floor, listing, intent),
    E.match(
      (reason): Outcome<SendOrderReply> => ({
        reply: { status: 'Rejected', errormsg: reason, errorcode: 101 },
        events: [],
      }),
      (assessed) => {
        const { order, events } = enterOrder(floor, listing, account, assessed);
        return { reply: { status: 'Accepted', errormsg: '', OrderId: order.id }, events };
      },
    ),
  );
