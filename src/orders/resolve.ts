import type { ClientError } from '../errors.ts';

/** One look-up of an order whose outcome is not known. */
export interface Look {
  /** When it was made, in milliseconds since 1970. */
  readonly at: number;
  /** The age of the order at that time: milliseconds since it was sent. */
  readonly age: number;
  /**
   * What was requested: the list of all orders, both that list and the list of open orders, or the status of the one
   * order.
   */
  readonly asked: 'history' | 'both' | 'status';
  /** The number of orders found. */
  readonly found: number;
  /** Whether complete lists of the exchange showed no such order. It is false after an error, which proves nothing. */
  readonly isClean: boolean;
  /** Whether the request was sent on the current connection. */
  readonly isOfThisSession: boolean;
  /** The error, if there was no answer. */
  readonly error?: ClientError;
}

/** The facts about an order whose outcome is not known. */
export interface Doubt {
  /** Milliseconds since it was sent. */
  readonly age: number;
  /** The look-ups so far, the oldest first. */
  readonly looks: readonly Look[];
  /** Whether the exchange can be asked now: the client is logged in and the account stream is subscribed. */
  readonly isOn: boolean;
  /** Whether this exchange has ever reported an order of ours with its `ClientOrderId`. */
  readonly hasEchoed: boolean;
}

/**
 * The next step for an order in doubt: look it up in `lookIn` milliseconds, or end with a verdict. The policy is asked
 * again after that time, and 0 means now, or 500 ms while the exchange cannot be asked. So compute `lookIn` from the age, such as `Math.max(0, 500 - age)`, and not
 * as a fixed delay.
 */
export type Resolution =
  { readonly lookIn: number } | { readonly verdict: 'NotFound' | 'Unresolved'; readonly reason: string };

/**
 * When to look up an order whose outcome is not known, and when to stop. It is a pure function. It is called after each
 * look-up, when the account stream is subscribed or lost, and when its `lookIn` is over. Any report of the order by the
 * exchange ends the doubt without it.
 *
 * From an age of 30 s on, a look-up reads both lists: all orders and open orders.
 */
export type Resolve = (doubt: Doubt) => Resolution;

/** Options of {@link createResolve}; times are in milliseconds. */
export interface ResolveOptions {
  /** The ages of the order at which it is looked up. @default [500, 2_000, 5_000, 10_000, 30_000] */
  readonly ages?: readonly number[];
  /** The youngest age at which an order can be `NotFound`. @default 30_000 */
  readonly minAge?: number;
  /** The interval of further look-ups after the last of the ages. @default 15_000 */
  readonly every?: number;
  /** The age at which it stops and the order is `Unresolved`. @default 300_000 */
  readonly giveUp?: number;
}

/** From this age on both lists are asked, in milliseconds. */
export const bothFrom = 30_000;

const nextAge = (last: number, ages: readonly number[], every: number): number => {
  const next = ages.find((age) => age > last);
  if (next !== undefined) return next;
  const end = ages.at(-1) ?? 0;
  return end + every * (Math.floor((last - end) / every) + 1);
};

/**
 * The default policy of `placeOrder$`. It looks at ages of 0.5, 2, 5, 10 and 30 s, then every 15 s.
 *
 * An order is `NotFound` after two clean look-ups on the current connection, if this exchange has echoed a
 * `ClientOrderId` of ours before. One of them must have read both lists at an age of 30 s or more. If the exchange has
 * never echoed one, the order is `Unresolved`. So is an order that is still in doubt after 300 s.
 *
 * @example
 * const resolve = createResolve({ giveUp: 60_000 });
 * console.log(resolve({ age: 0, looks: [], isOn: true, hasEchoed: true })); // { lookIn: 500 }
 */
export const createResolve = (options: ResolveOptions = {}): Resolve => {
  const { ages = [500, 2_000, 5_000, 10_000, bothFrom], minAge = bothFrom } = options;
  const { every = 15_000, giveUp = 300_000 } = options;
  return ({ age, looks, isOn, hasEchoed }) => {
    const clean = looks.filter((look) => look.isClean && look.isOfThisSession);
    if (clean.length >= 2 && clean.some((look) => look.asked !== 'history' && look.age >= minAge))
      return hasEchoed
        ? { verdict: 'NotFound', reason: 'the exchange lists no such order' }
        : { verdict: 'Unresolved', reason: 'this exchange has never echoed a ClientOrderId of ours' };
    if (age >= giveUp) return { verdict: 'Unresolved', reason: `no answer for ${giveUp} ms` };
    const lookAt = isOn ? nextAge(looks.at(-1)?.age ?? -1, ages, every) : giveUp;
    return { lookIn: Math.max(0, Math.min(lookAt, giveUp) - age) };
  };
};
