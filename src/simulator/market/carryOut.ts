import { isPositive, subtract, sum } from './decimal.ts';
import type { MarketEvent } from './event.ts';
import { execute } from './execute.ts';
import type { Floor } from './floor.ts';
import type { Listing } from './listing.ts';
import type { Match } from './matching.ts';
import type { Order } from './order.ts';
import { isMarketType } from './orderType.ts';
import { cancel, nextVersion, orderStateEvent, rest } from './orderVersions.ts';

/** The cancel reason of an order that met one of its own account; the name is ours, none is documented. */
const selfTrade = 'SelfTradePrevention';

/** What an order will do: trade so much, and with what is left, rest or be cancelled. */
interface Plan {
  readonly fills: Match['fills'];
  readonly rests: boolean;
  readonly cancelReason: string;
}

const planOf = (order: Order, match: Match): Plan => {
  const isKilled = order.timeInForce === 'FOK' && match.end !== 'Filled';
  const fills = isKilled ? [] : match.fills;
  const left = subtract(order.remaining, sum(fills.map(({ quantity }) => quantity)));
  const mayRest = !isMarketType(order.type) && order.timeInForce === 'GTC' && match.end !== 'SelfTrade';
  return {
    fills,
    rests: mayRest && isPositive(left),
    cancelReason: match.end === 'SelfTrade' ? selfTrade : 'SystemCanceled_NoMoreMarket',
  };
};

/** Lets an order trade what it was matched with, and rest or be cancelled with what is left; tells all of it. */
export const carryOut = (
  floor: Floor,
  listing: Listing,
  order: Order,
  match: Match,
): readonly MarketEvent[] => {
  const plan = planOf(order, match);
  const finish = (taker: Order): Order => (plan.rests ? rest(floor, listing, taker) : taker);
  const isMaker = plan.fills.length === 0 && plan.rests;
  // A market order that is under way has no state of its own: it is heard of when it has traded, or is over.
  const isSilent = isMarketType(order.type);
  let current = isSilent ? order : nextVersion(floor, listing, isMaker ? finish(order) : order, {});
  const events = isSilent ? [] : [orderStateEvent(current)];
  plan.fills.forEach((fill, index) => {
    const isLast = index === plan.fills.length - 1;
    const executed = execute(floor, listing, current, fill, isLast ? finish : (taker) => taker);
    current = executed.taker;
    events.push(...executed.events);
  });
  if (current.state !== 'Working' || plan.rests) return events;
  const { cancelReason } = plan;
  const over = cancel(floor, listing, current, { reason: 'SystemCanceled_NoMoreMarket', cancelReason });
  return [...events, orderStateEvent(over)];
};
