import type { ClientError } from '../errors.ts';

/** One look for an order whose outcome is not known. */
export interface Look {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** How old the order was, in milliseconds since it was sent. */
  readonly age: number;
  /** What was asked: the list of all orders, that and the list of open ones, or for the one order. */
  readonly asked: 'history' | 'both' | 'status';
  /** How many orders were found. */
  readonly found: number;
  /** Whether the exchange said, of whole lists, that there is no such order. An error says nothing. */
  readonly isClean: boolean;
  /** Whether it was asked on the socket that is open now. */
  readonly isOfThisSession: boolean;
  /** Why there is no answer. */
  readonly error?: ClientError;
}

/** What is known of an order whose outcome is not known. */
export interface Doubt {
  /** Milliseconds since it was sent. */
  readonly age: number;
  /** The looks so far, the oldest first. */
  readonly looks: readonly Look[];
  /** Whether the exchange can be asked now: logged in, and the stream of the account on. */
  readonly isOn: boolean;
  /** Whether this exchange has ever told of an order of ours by its `ClientOrderId`. */
  readonly hasEchoed: boolean;
}

/**
 * What to do about a doubt: look again in so many milliseconds, or say what became of it. It is asked again when that
 * time has come, and 0 has it looked for now: so reckon from an age, `Math.max(0, 500 - age)`, not from the present.
 */
export type Resolution =
  { readonly lookIn: number } | { readonly verdict: 'NotFound' | 'Unresolved'; readonly reason: string };

/**
 * When to look for an order whose outcome is not known, and when to stop: a pure function, asked after each look,
 * whenever the stream of the account goes on or off, and when its own time has come. A version of the order, by
 * whatever way, ends the doubt without it.
 *
 * What is asked for at an age of 30 s or more is asked of both lists.
 */
export type Resolve = (doubt: Doubt) => Resolution;

/** Options of {@link createResolve}; times are in milliseconds. */
export interface ResolveOptions {
  /** The ages at which it looks. @default [500, 2_000, 5_000, 10_000, 30_000] */
  readonly ages?: readonly number[];
  /** The age before which nothing is said not to be there. @default 30_000 */
  readonly minAge?: number;
  /** How long after the last of the ages it looks again, and again. @default 15_000 */
  readonly every?: number;
  /** The age at which it gives up. @default 300_000 */
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
 * The policy that `placeOrder$` follows by default: it looks at ages of 0.5, 2, 5, 10 and 30 s, then every 15 s. An
 * order is `NotFound` when both lists were without it at an age of 30 s or more, after two clean looks on the present
 * socket, and when this exchange has echoed an id of ours before; else `Unresolved`, as it is after 300 s.
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
        : { verdict: 'Unresolved', reason: 'this exchange has never told of an id of ours' };
    if (age >= giveUp) return { verdict: 'Unresolved', reason: `no answer for ${giveUp} ms` };
    const lookAt = isOn ? nextAge(looks.at(-1)?.age ?? -1, ages, every) : giveUp;
    return { lookIn: Math.max(0, Math.min(lookAt, giveUp) - age) };
  };
};
