import type { Order } from '../codec/records/Order.ts';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import { type ClientError, RequestTimeout } from '../errors.ts';
import { askStatus, consider, looked, on, statusDue, unheard } from './doubt.ts';
import {
  end,
  isEnd,
  type Life,
  type LifeContext,
  type LifeInput,
  type LifeStep,
  newLife,
  noAsks,
  type OrderLife,
  show,
  tagOf,
} from './life.ts';
import { withList } from './rivals.ts';
import type { OrderKey } from './shelf.ts';
import { areFillsWhole, fillsOf, type Standing } from './standing.ts';

/** How long an order that is over waits for its last fills, in milliseconds. */
export const fillsWait = 2_000;

type Reason = string | ClientError;

const hasVersion = ({ shown }: Life): boolean => shown.order !== undefined;

const contradicted = (life: Life, problem: string): LifeStep =>
  life.hasContradicted
    ? noAsks(life)
    : [{ ...life, hasContradicted: true }, [{ _tag: 'Contradicted', problem }]];

/** Why there was a doubt is no reason for what became of it. */
const withoutReason = (life: Life): Life => {
  const { reason, ...shown } = life.shown;
  return reason === undefined ? life : { ...life, shown };
};

/** What was taken for this order was another with the same id. */
const withoutVersion = (life: Life): Life => {
  const { ClientOrderId, remaining, at } = life.shown;
  const { shown } = newLife(ClientOrderId, remaining, { at, isOn: life.isOn });
  return { ...life, endsAt: Infinity, shown };
};

/** The reply is there, or nobody waits for it any more. */
const withReply = (life: Life): Life =>
  life.rivals === undefined ? life : { ...life, rivals: { ...life.rivals, isReplyDue: false } };

/** Whether a reply names another order than what was taken for this one. */
const isOfOther = ({ shown }: Life, OrderId: OrderKey | undefined): boolean =>
  shown.OrderId !== undefined && OrderId !== undefined && shown.OrderId !== OrderId;

/** A reply names the order, whatever was taken for it before. */
const taken = (before: Life, OrderId: OrderKey | undefined, at: number): LifeStep => {
  const life = withReply(isOfOther(before, OrderId) ? withoutVersion(before) : before);
  const known = OrderId === undefined || life.shown.OrderId === OrderId ? life : show(life, { OrderId });
  const { _tag } = known.shown;
  if (_tag !== 'Sent' && _tag !== 'Unknown') return noAsks(settle(known, at));
  const accepted = { ...known, accepted: { at, asks: 0, askedAt: at }, lookAt: Infinity };
  return noAsks(show(withoutReason(accepted), { _tag: 'Accepted', how: 'reply', at }));
};

const refused = (life: Life, reason: Reason, how: 'reply' | 'event', at: number): LifeStep => {
  const rejected = { _tag: 'Rejected', reason, how, at } as const;
  // The event names no order but by our id: it counts only while nothing else is known, and where nobody else has the id.
  if (how === 'event' && life.rivals !== undefined) return askStatus({ ...life, refusal: reason }, at);
  if (!hasVersion(life)) return end(life, rejected);
  if (how === 'event') return noAsks(life);
  // The reply is about this order; what stands with its id is another.
  if (life.rivals !== undefined) return end(withoutVersion(life), rejected);
  return contradicted(life, 'it was refused, but it is open');
};

/**
 * The end is told at once. It is the last word when the fills are whole and, where another order may have the id, the
 * reply has said that it is this one; or when both have had their time.
 */
const settle = (life: Life, at: number): Life => {
  if (!isEnd(life.shown._tag)) return life;
  const isWaiting = !life.shown.areFillsWhole || life.replacements > 0 || life.rivals?.isReplyDue === true;
  const endsAt = Math.min(life.endsAt, at + fillsWait);
  if (!isWaiting) return show(life, { isFinal: true });
  return life.replacements > 0 ? life : { ...life, endsAt };
};

const isSameEnd = (shown: OrderLife, tag: OrderLife['_tag']): boolean =>
  !isEnd(shown._tag) || shown._tag === tag;

const reasonIn = ({ order }: Standing): string | undefined =>
  [order?.RejectReason, order?.CancelReason].find(
    (text) => text !== undefined && text !== null && text !== '',
  ) ?? undefined;

const isKnown = ({ shown }: Life, standing: Standing, fills: readonly OrderTrade[]): boolean =>
  standing.order === shown.order &&
  !standing.isGone &&
  fills.length === shown.fills.length &&
  fills.every((trade, index) => trade === shown.fills[index]) &&
  areFillsWhole(standing) === shown.areFillsWhole;

/** The exchange has let go of it. An order that has ended keeps its end. */
const gone = (life: Life, how: OrderLife['how']): LifeStep =>
  isEnd(life.shown._tag)
    ? end(life, {})
    : end(life, { _tag: 'Unresolved', reason: 'the exchange no longer has the order', how });

/** What is shown of a version. Of an order that is followed by the exchange's id the sender's is known from now on. */
const shownOf = (order: Order, { shown: { ClientOrderId } }: Life): Partial<OrderLife> => ({
  ClientOrderId: ClientOrderId === 0 ? order.ClientOrderId : ClientOrderId,
  OrderId: order.OrderId,
  order,
  executed: order.QuantityExecuted,
  remaining: order.Quantity,
});

const told = (life: Life, { standing, how, at }: Extract<LifeInput, { _tag: 'Told' }>): LifeStep => {
  const { order } = standing;
  const fills = fillsOf(standing);
  if (isKnown(life, standing, fills)) return noAsks(life);
  const withFills = show(life, { fills, areFillsWhole: areFillsWhole(standing), at });
  if (order === undefined) return noAsks(withFills);
  const tag = tagOf(order);
  if (standing.isGone) return gone(withFills, how);
  if (!isSameEnd(life.shown, tag))
    return contradicted(settle(withFills, at), `it is ${tag} after ${life.shown._tag}`);
  const reason = isEnd(tag) ? reasonIn(standing) : undefined;
  const isVersion = order !== life.shown.order;
  const shown = show(withoutReason(withFills), {
    _tag: tag,
    ...shownOf(order, life),
    ...(isVersion ? { how } : {}),
    ...(reason === undefined ? {} : { reason }),
  });
  return noAsks(settle({ ...shown, lookAt: Infinity, accepted: undefined }, at));
};

/** An order that has ended keeps its end; of any other nobody knows what becomes of it. */
const closed = (life: Life, reason: Reason, at: number): LifeStep =>
  isEnd(life.shown._tag) ? end(life, { at }) : end(life, { _tag: 'Unresolved', reason, how: 'here', at });

const doubted = (before: Life, reason: ClientError, context: LifeContext, at: number): LifeStep => {
  const lateReply = reason instanceof RequestTimeout ? reason.sequence : undefined;
  const life = { ...withReply(before), lateReply };
  return life.shown._tag === 'Sent'
    ? consider(show(life, { _tag: 'Unknown', reason, at }), context, at)
    : noAsks(settle(life, at));
};

const woken = (life: Life, context: LifeContext, at: number): LifeStep => {
  if (life.endsAt <= at) return end(life, { at });
  if (life.lookAt <= at) return consider({ ...life, lookAt: Infinity }, context, at);
  return statusDue(life) <= at ? askStatus(life, at) : noAsks(life);
};

/** When a reducer of an order wants to be woken next; `Infinity` for not at all. */
export const lifeDueAt = (life: Life): number => {
  const status = life.isOn && !life.isLooking ? statusDue(life) : Infinity;
  return life.shown.isFinal ? Infinity : Math.min(life.endsAt, life.lookAt, status);
};

const replaced = (life: Life, by: OrderLife['replacedBy'], at: number): LifeStep => {
  const known = by === undefined ? life : show(life, { replacedBy: by });
  return noAsks(settle({ ...known, replacements: Math.max(0, life.replacements - 1) }, at));
};

/** The list is there that may name other orders with its id. */
const listed = (life: Life, ids: readonly OrderKey[]): Life =>
  life.rivals === undefined ? life : { ...life, rivals: withList(life.rivals, ids) };

/** With the link a reply and a list are lost that were out: a list that is asked for later may have the order itself. */
const turned = (life: Life, isOn: boolean, context: LifeContext, at: number): LifeStep =>
  on(isOn ? life : { ...listed(life, []), lateReply: undefined }, isOn, context, at);

type Heard = Extract<
  LifeInput,
  { readonly _tag: 'Taken' | 'Refused' | 'Doubt' | 'Told' | 'Listed' | 'Looked' | 'Unheard' }
>;

/** Takes in what the exchange has said of it, or has not. */
const heard = (life: Life, input: Heard, context: LifeContext): LifeStep => {
  const { at } = input;
  switch (input._tag) {
    case 'Taken':
      return taken(life, input.OrderId, at);
    case 'Refused':
      return refused(life, input.reason, input.how, at);
    case 'Doubt':
      return doubted(life, input.reason, context, at);
    case 'Told':
      return told(life, input);
    case 'Listed':
      return noAsks(listed(life, input.ids));
    case 'Looked':
      return looked(life, input, context, at);
    case 'Unheard':
      return unheard(life, input.reason, at);
  }
};

/** Nothing changes what has ended; that a reply says otherwise is reported. */
const afterEnd = (life: Life, input: LifeInput): LifeStep => {
  const { _tag } = life.shown;
  if (input._tag === 'Taken' && isOfOther(life, input.OrderId))
    return contradicted(life, `it was ${_tag}, and the reply names order ${input.OrderId}`);
  if (input._tag === 'Refused' && input.how === 'reply' && hasVersion(life))
    return contradicted(life, `it was ${_tag}, and the reply is that it was refused`);
  return noAsks(life);
};

/**
 * What becomes of one order with one more input, and what is to be asked because of it. Pure. Nothing changes an order
 * that has ended, and nothing but the exchange's word ends one that may stand.
 */
export const lifeStep = (life: Life, input: LifeInput, context: LifeContext): LifeStep => {
  if (life.shown.isFinal) return afterEnd(life, input);
  const { at } = input;
  switch (input._tag) {
    case 'Ended':
      return end(life, { _tag: input.tag, reason: input.reason, at });
    case 'On':
      return turned(life, input.isOn, context, at);
    case 'Replacing':
      return noAsks({ ...life, replacements: life.replacements + 1 });
    case 'Replaced':
      return replaced(life, input.by, at);
    case 'Woken':
      return woken(life, context, at);
    case 'Closed':
      return closed(life, input.reason, at);
    default:
      return heard(life, input, context);
  }
};
