import type { Order } from '../codec/records/Order.ts';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import type { ClientError } from '../errors.ts';
import type { Look, Resolve } from './resolve.ts';
import type { Rivals } from './rivals.ts';
import type { OrderKey } from './shelf.ts';
import type { Standing } from './standing.ts';

/** The states of an order that may still change. */
export type OpenTag = 'Sent' | 'Accepted' | 'Working' | 'PartiallyFilled' | 'Unknown';
/** The final states of an order. */
export type FinalTag =
  'Denied' | 'NotSent' | 'Rejected' | 'Filled' | 'Canceled' | 'Expired' | 'NotFound' | 'Unresolved';

/**
 * The state of one order.
 *
 * - `Sent`: it was sent; there is no answer yet.
 * - `Accepted`: the exchange has accepted the command and may still reject the order.
 * - `Working`, `PartiallyFilled`: it is open, with nothing or a part of it filled.
 * - `Unknown`: it was sent, but the answer did not come, could not be read, or named no order and nothing was told of it
 *   since. The library is looking for it.
 * - `Denied`: a limit of this process, or its kill switch, blocked it. It was not sent.
 * - `NotSent`: it was not sent, and will not be.
 * - `Rejected`, `Filled`, `Canceled`, `Expired`: its final state at the exchange.
 * - `NotFound`: it was sent and the exchange lists no such order; `asked` is the evidence.
 * - `Unresolved`: its final state is not known; `reason` says why.
 */
export interface OrderLife {
  readonly _tag: OpenTag | FinalTag;
  /** Whether this is the last value. A final `_tag` may come before it, while the last fills are still missing. */
  readonly isFinal: boolean;
  /** The sender's id; 0 if the sender gave none, and while only the exchange's id is known. */
  readonly ClientOrderId: number | bigint;
  readonly OrderId?: OrderKey;
  /** The filled quantity, as the exchange reports it. */
  readonly executed: number;
  /** The quantity that is open, or was when the order ended. Before the exchange's first report, the quantity sent. */
  readonly remaining: number;
  readonly fills: readonly OrderTrade[];
  /** Whether the quantities of `fills` add up to exactly `executed`. */
  readonly areFillsWhole: boolean;
  /** The newest report of the order by the exchange. */
  readonly order?: Order;
  /** The source of this state: this process, the reply, an event, a request for the order, or a list of orders. */
  readonly how: 'here' | 'reply' | 'event' | 'status' | 'history';
  /** When this state was learned, in milliseconds since 1970. */
  readonly at: number;
  /** The reason for this state: the exchange's text, or the error. */
  readonly reason?: string | ClientError;
  /** The look-ups of the order, if its outcome was not known. */
  readonly asked?: readonly Look[];
  /** The order that has replaced this one. */
  readonly replacedBy?: { readonly ClientOrderId: number | bigint; readonly OrderId?: OrderKey };
}

/** All that the reducer of one order keeps. Times are of a clock that is never set, in milliseconds. */
export interface Life {
  /** What is told of it. */
  readonly shown: OrderLife;
  readonly sentAt: number;
  /** When it was accepted, how often it was asked for since, and when for the last time. */
  readonly accepted: { readonly at: number; readonly asks: number; readonly askedAt: number } | undefined;
  readonly looks: readonly (Look & { readonly session: number })[];
  readonly isLooking: boolean;
  /** When the policy is asked again. */
  readonly lookAt: number;
  /** When the wait for the last fills is over; `Infinity` while it has not ended. */
  readonly endsAt: number;
  /** Whether the exchange can be asked. */
  readonly isOn: boolean;
  /** Counts the sockets on which it could. */
  readonly session: number;
  /** How many others are to take its place at the moment. */
  readonly replacements: number;
  readonly hasContradicted: boolean;
  /** Other orders with its id; `undefined` where there can be none. */
  readonly rivals: Rivals | undefined;
  /** The number that its request had on the socket, where the reply has not come in time and may come still. */
  readonly lateReply?: number | undefined;
  /** Why an order with its id was refused, which may have been another's. */
  readonly refusal?: string | ClientError | undefined;
  /** Since when the exchange refuses to tell of an order of which nothing is known. */
  readonly refusedSince?: number | undefined;
}

/** What the reducer of one order takes in; `at` is when, in milliseconds of a clock that is never set. */
export type LifeInput = { readonly at: number } &
  /** The exchange took it; where it did not say under which id, it has to be looked for. */
  (
    | { readonly _tag: 'Taken'; readonly OrderId?: OrderKey }
    | { readonly _tag: 'Refused'; readonly reason: string | ClientError; readonly how: 'reply' | 'event' }
    /** It left, and there is no answer. */
    | { readonly _tag: 'Doubt'; readonly reason: ClientError }
    | { readonly _tag: 'Ended'; readonly tag: 'Denied' | 'NotSent'; readonly reason: string | ClientError }
    /** What is known of it has changed. */
    | { readonly _tag: 'Told'; readonly standing: Standing; readonly how: 'event' | 'status' | 'history' }
    /** The open orders with its id, out of a list that was asked for before it was sent. */
    | { readonly _tag: 'Listed'; readonly ids: readonly OrderKey[] }
    | { readonly _tag: 'Looked'; readonly look: Omit<Look, 'isOfThisSession'>; readonly session: number }
    /** The exchange can be asked from now on, or cannot. */
    | { readonly _tag: 'On'; readonly isOn: boolean }
    /** The exchange refuses the stream of the account. */
    | { readonly _tag: 'Unheard'; readonly reason: ClientError }
    | { readonly _tag: 'Replacing' }
    | { readonly _tag: 'Replaced'; readonly by?: OrderLife['replacedBy'] }
    | { readonly _tag: 'Woken' }
    /** Nothing will be heard any more. */
    | { readonly _tag: 'Closed'; readonly reason: string | ClientError }
  );

/** What a reducer of an order is told of the rest of the world. */
export interface LifeContext {
  readonly resolve: Resolve;
  readonly hasEchoed: boolean;
}

/** What the reducer of an order wants done. */
export type LifeAsk =
  | { readonly _tag: 'Look'; readonly asked: 'history' | 'both' | 'status' }
  /** What the exchange says now cannot be true together with what it said. */
  | { readonly _tag: 'Contradicted'; readonly problem: string };

/** A reducer's result. */
export type LifeStep = readonly [Life, readonly LifeAsk[]];

const firstShown = (ClientOrderId: number | bigint, remaining: number, at: number): OrderLife => ({
  _tag: 'Sent',
  isFinal: false,
  ClientOrderId,
  executed: 0,
  remaining,
  fills: [],
  areFillsWhole: true,
  how: 'here',
  at,
});

/** An order that is about to be sent. */
export const newLife = (
  ClientOrderId: number | bigint,
  remaining: number,
  { at, isOn, rivals }: { readonly at: number; readonly isOn: boolean; readonly rivals?: Rivals | undefined },
): Life => ({
  shown: firstShown(ClientOrderId, remaining, at),
  sentAt: at,
  accepted: undefined,
  looks: [],
  isLooking: false,
  lookAt: Infinity,
  endsAt: Infinity,
  isOn,
  session: 0,
  replacements: 0,
  hasContradicted: false,
  rivals,
});

const finals: ReadonlySet<string> = new Set<FinalTag>([
  ...(['Denied', 'NotSent', 'Rejected', 'Filled'] as const),
  ...(['Canceled', 'Expired', 'NotFound', 'Unresolved'] as const),
]);

/** Whether a tag is an end, though the last fills may still be out. */
export const isEnd = (tag: OrderLife['_tag']): tag is FinalTag => finals.has(tag);

/** The tag that a version of an order has. */
export const tagOf = ({ OrderState, QuantityExecuted }: Order): OrderLife['_tag'] => {
  switch (OrderState) {
    case 'FullyExecuted':
      return 'Filled';
    case 'Canceled':
      return 'Canceled';
    case 'Expired':
      return 'Expired';
    case 'Rejected':
      return 'Rejected';
    default:
      return QuantityExecuted > 0 ? 'PartiallyFilled' : 'Working';
  }
};

/** A result with nothing to be done. */
export const noAsks = (life: Life): LifeStep => [life, []];

/** An order of which something else is told. */
export const show = (life: Life, change: Partial<OrderLife>): Life => ({
  ...life,
  shown: { ...life.shown, ...change },
});

/** An order of which the last word is told. */
export const end = (life: Life, change: Partial<OrderLife>): LifeStep =>
  noAsks(show(life, { ...change, isFinal: true }));
