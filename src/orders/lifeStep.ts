import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import type { ClientError } from '../errors.ts';
import { isEnd, type Life, type LifeStep, newLife, type OrderLife, tagOf } from './life.ts';
import { bothFrom, type Look, type Resolve } from './resolve.ts';
import type { OrderKey } from './shelf.ts';
import { areFillsWhole, fillsOf, type Standing } from './standing.ts';

/** How long an order that is over waits for its last fills, in milliseconds. */
export const fillsWait = 2_000;
/** How long after an order was accepted it is asked for where nothing more was told, in milliseconds. */
const statusAges = [1_500, 5_000, 15_000];

type Reason = string | ClientError;

/** What the reducer of one order takes in; `at` is when, in milliseconds of a clock that is never set. */
export type LifeInput = { readonly at: number } &
  /** The exchange took it; where it did not say under which id, it has to be looked for. */
  (
    | { readonly _tag: 'Taken'; readonly OrderId?: OrderKey }
    | { readonly _tag: 'Refused'; readonly reason: Reason; readonly how: 'reply' | 'event' }
    /** It left, and there is no answer. */
    | { readonly _tag: 'Doubt'; readonly reason: ClientError }
    | { readonly _tag: 'Ended'; readonly tag: 'Denied' | 'NotSent'; readonly reason: Reason }
    /** What is known of it has changed. */
    | { readonly _tag: 'Told'; readonly standing: Standing; readonly how: 'event' | 'status' | 'history' }
    | { readonly _tag: 'Looked'; readonly look: Omit<Look, 'isOfThisSession'>; readonly session: number }
    /** The exchange can be asked from now on, or cannot. */
    | { readonly _tag: 'On'; readonly isOn: boolean }
    | { readonly _tag: 'Replacing' }
    | { readonly _tag: 'Replaced'; readonly by?: OrderLife['replacedBy'] }
    | { readonly _tag: 'Woken' }
    /** Nothing will be heard any more. */
    | { readonly _tag: 'Closed'; readonly reason: string }
  );

/** What a reducer of an order is told of the rest of the world. */
export interface LifeContext {
  readonly resolve: Resolve;
  readonly hasEchoed: boolean;
}

const nothing = (life: Life): LifeStep => [life, []];

const show = (life: Life, change: Partial<OrderLife>): Life => ({
  ...life,
  shown: { ...life.shown, ...change },
});

const end = (life: Life, change: Partial<OrderLife>): LifeStep =>
  nothing(show(life, { ...change, isFinal: true }));

const hasVersion = ({ shown }: Life): boolean => shown.order !== undefined;

const contradicted = (life: Life, problem: string): LifeStep =>
  life.hasContradicted
    ? nothing(life)
    : [{ ...life, hasContradicted: true }, [{ _tag: 'Contradicted', problem }]];

/** What was taken for this order was another with the same id. */
const withoutVersion = (life: Life): Life => {
  const { ClientOrderId, remaining, at } = life.shown;
  const { shown } = newLife(ClientOrderId, remaining, { at, isOn: life.isOn });
  return { ...life, endsAt: Infinity, shown };
};

const taken = (life: Life, OrderId: OrderKey | undefined, at: number): LifeStep => {
  const isOther = life.shown.OrderId !== undefined && OrderId !== undefined && life.shown.OrderId !== OrderId;
  const own = isOther ? withoutVersion(life) : life;
  const known = OrderId === undefined || own.shown.OrderId === OrderId ? own : show(own, { OrderId });
  const { _tag } = own.shown;
  if (_tag !== 'Sent' && _tag !== 'Unknown') return nothing(known);
  const accepted = { ...known, accepted: { at, asks: 0 }, lookAt: Infinity };
  return nothing(show(accepted, { _tag: 'Accepted', how: 'reply', at }));
};

const refused = (life: Life, reason: Reason, how: 'reply' | 'event', at: number): LifeStep => {
  // The event names no order but by our id, so it counts only while nothing else is known.
  if (hasVersion(life))
    return how === 'event' ? nothing(life) : contradicted(life, 'it was refused, though it stands');
  return end(life, { _tag: 'Rejected', reason, how, remaining: 0, at });
};

/** Asks the policy what to do about a doubt. */
const consider = (life: Life, { resolve, hasEchoed }: LifeContext, at: number): LifeStep => {
  if (life.shown._tag !== 'Unknown') return nothing(life);
  const age = at - life.sentAt;
  const looks = life.looks.map((look) => ({ ...look, isOfThisSession: look.session === life.session }));
  const resolution = resolve({ age, looks, isOn: life.isOn, hasEchoed });
  if ('verdict' in resolution) {
    const { verdict, reason } = resolution;
    return end(life, { _tag: verdict, reason, how: 'history', at, asked: looks });
  }
  const { lookIn } = resolution;
  if (lookIn > 0 || !life.isOn) return nothing({ ...life, lookAt: at + lookIn });
  if (life.isLooking) return nothing({ ...life, lookAt: Infinity });
  const asked = life.shown.OrderId !== undefined ? 'status' : age >= bothFrom ? 'both' : 'history';
  return [{ ...life, isLooking: true, lookAt: Infinity }, [{ _tag: 'Look', asked }]];
};

const statusDue = ({ accepted, shown }: Life): number => {
  if (accepted === undefined || shown._tag !== 'Accepted') return Infinity;
  return accepted.at + (statusAges[accepted.asks] ?? Infinity);
};

/** Asks for an order that was accepted and of which nothing more was told. */
const askStatus = (life: Life): LifeStep => {
  if (life.accepted === undefined || !life.isOn || life.isLooking) return nothing(life);
  const asked = life.shown.OrderId === undefined ? 'history' : 'status';
  const accepted = { ...life.accepted, asks: life.accepted.asks + 1 };
  return [{ ...life, accepted, isLooking: true }, [{ _tag: 'Look', asked }]];
};

const on = (life: Life, isOn: boolean, context: LifeContext, at: number): LifeStep => {
  const session = isOn ? life.session + 1 : life.session;
  const known = { ...life, isOn, session, isLooking: isOn ? false : life.isLooking };
  if (isOn && life.shown._tag === 'Accepted') return askStatus(known);
  return consider(known, context, at);
};

const looked = (
  life: Life,
  { look, session }: Extract<LifeInput, { _tag: 'Looked' }>,
  context: LifeContext,
  at: number,
): LifeStep => {
  if (session !== life.session) return nothing(life);
  const looks = [...life.looks, { ...look, isOfThisSession: true, session }];
  return consider({ ...life, looks, isLooking: false }, context, at);
};

/** The end is told at once, and is the last word when the fills are whole, or have had their time. */
const settle = (life: Life, at: number): Life => {
  if (!isEnd(life.shown._tag)) return life;
  const isWaiting = !life.shown.areFillsWhole || life.isReplacing;
  const endsAt = Math.min(life.endsAt, at + fillsWait);
  if (!isWaiting) return show(life, { isFinal: true });
  return life.isReplacing ? life : { ...life, endsAt };
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

const told = (life: Life, { standing, how, at }: Extract<LifeInput, { _tag: 'Told' }>): LifeStep => {
  const { order } = standing;
  const fills = fillsOf(standing);
  if (isKnown(life, standing, fills)) return nothing(life);
  const withFills = show(life, { fills, areFillsWhole: areFillsWhole(standing), at });
  if (order === undefined) return nothing(withFills);
  const tag = tagOf(order);
  if (standing.isGone)
    return end(withFills, { _tag: 'Unresolved', reason: 'the exchange does not know it any more', how });
  if (!isSameEnd(life.shown, tag))
    return contradicted(settle(withFills, at), `it is ${tag} after ${life.shown._tag}`);
  const reason = isEnd(tag) ? reasonIn(standing) : undefined;
  const isVersion = order !== life.shown.order;
  const shown = show(withFills, {
    _tag: tag,
    OrderId: order.OrderId,
    order,
    executed: order.QuantityExecuted,
    remaining: order.Quantity,
    ...(isVersion ? { how } : {}),
    ...(reason === undefined ? {} : { reason }),
  });
  return nothing(settle({ ...shown, lookAt: Infinity, accepted: undefined }, at));
};

/** An order that has ended keeps its end; of any other nobody knows what becomes of it. */
const closed = (life: Life, reason: string, at: number): LifeStep =>
  isEnd(life.shown._tag) ? end(life, { at }) : end(life, { _tag: 'Unresolved', reason, how: 'here', at });

const doubted = (life: Life, reason: ClientError, context: LifeContext, at: number): LifeStep =>
  life.shown._tag === 'Sent'
    ? consider(show(life, { _tag: 'Unknown', reason, at }), context, at)
    : nothing(life);

const woken = (life: Life, context: LifeContext, at: number): LifeStep => {
  if (life.endsAt <= at) return end(life, { at });
  if (life.lookAt <= at) return consider({ ...life, lookAt: Infinity }, context, at);
  return statusDue(life) <= at ? askStatus(life) : nothing(life);
};

/** When a reducer of an order wants to be woken next; `Infinity` for not at all. */
export const lifeDueAt = (life: Life): number => {
  const status = life.isOn && !life.isLooking ? statusDue(life) : Infinity;
  return life.shown.isFinal ? Infinity : Math.min(life.endsAt, life.lookAt, status);
};

const replaced = (life: Life, by: OrderLife['replacedBy'], at: number): LifeStep => {
  const known = by === undefined ? life : show(life, { replacedBy: by });
  return nothing(settle({ ...known, isReplacing: false }, at));
};

type Heard = Extract<LifeInput, { readonly _tag: 'Taken' | 'Refused' | 'Doubt' | 'Told' | 'Looked' }>;

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
    case 'Looked':
      return looked(life, input, context, at);
  }
};

/**
 * What becomes of one order with one more input, and what is to be asked because of it. Pure. Nothing changes an order
 * that has ended, and nothing but the exchange's word ends one that may stand.
 */
export const lifeStep = (life: Life, input: LifeInput, context: LifeContext): LifeStep => {
  if (life.shown.isFinal) return nothing(life);
  const { at } = input;
  switch (input._tag) {
    case 'Ended':
      return end(life, { _tag: input.tag, reason: input.reason, at });
    case 'On':
      return on(life, input.isOn, context, at);
    case 'Replacing':
      return nothing({ ...life, isReplacing: true });
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
