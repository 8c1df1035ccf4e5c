import type { OrderKey } from './shelf.ts';

/**
 * Other orders with the id of one that is sent from here. Turns what is known of them into whether an order can be the one
 * that was sent. Pure.
 *
 * Only an id that the caller gave has rivals: it may have been used before, by another process or by a person. Which of
 * the orders is ours the reply says; until then an order that is known to be older is not, and one that was listed by a
 * question from before the sending is taken not to be.
 */
export interface Rivals {
  /** Orders that the account knew before it was sent. */
  readonly known: ReadonlySet<OrderKey>;
  /** Orders in the list that was asked for before it was sent and came after. */
  readonly listed: ReadonlySet<OrderKey>;
  /** Whether that list is still out: until it is there nobody can tell whose order it is. */
  readonly isListDue: boolean;
  /** Whether the reply is still out, which alone names the order. */
  readonly isReplyDue: boolean;
}

/** What is known of the rivals of an order that is about to be sent. */
export const rivalsOf = (known: ReadonlySet<OrderKey>, isListDue: boolean): Rivals => ({
  known,
  listed: new Set(),
  isListDue,
  isReplyDue: true,
});

/** The same when the list has come. */
export const withList = (rivals: Rivals, ids: readonly OrderKey[]): Rivals =>
  rivals.isListDue ? { ...rivals, listed: new Set(ids), isListDue: false } : rivals;

/** Whether another order with the id is known, or a list is on its way that may have one. */
export const hasRivals = (rivals: Rivals | undefined): boolean =>
  rivals !== undefined && (rivals.isListDue || rivals.known.size + rivals.listed.size > 0);

/** Whether an order is certainly not the one that was sent. */
export const isRival = (rivals: Rivals | undefined, OrderId: OrderKey): boolean =>
  rivals?.known.has(OrderId) === true;

/** Whether an order with the id can be taken for the one that was sent. */
export const mayBeOurs = (rivals: Rivals | undefined, OrderId: OrderKey): boolean =>
  rivals === undefined || (!rivals.isListDue && !rivals.known.has(OrderId) && !rivals.listed.has(OrderId));
