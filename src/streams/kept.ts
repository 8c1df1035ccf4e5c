import { filter, type OperatorFunction } from 'rxjs';
import { wallNow } from '../clock.ts';
import type { ClientError } from '../errors.ts';

/**
 * How far what is kept can be trusted.
 *
 * - `live`: it follows the exchange.
 * - `restoring`: there is no link, or the answers that make it whole are still out.
 * - `stale`: the link lives, what is kept does not: a check failed, or nothing came for longer than was asked.
 * - `failed`: it cannot be had, for the `cause` that is told. It is tried again only when somebody subscribes again.
 */
export type Status = 'live' | 'restoring' | 'stale' | 'failed';

/** What everything that is kept says of itself. Times are in milliseconds since 1970. */
export interface Trust {
  readonly status: Status;
  /** When the status last changed. */
  readonly since: number;
  /** When it was last known to be true: the last message or agreed check; 0 before the first. */
  readonly asOf: number;
  /** When it was last known to be whole: the last snapshot or agreed check, and only these; 0 before the first. */
  readonly provenAt: number;
  /** Counts the snapshots: values of different epochs must not be compared part by part. 0 before the first. */
  readonly epoch: number;
  /** Why it is not `live`, where that is known. */
  readonly cause?: ClientError;
}

/** What follows the exchange. */
export interface Live<S> extends Trust {
  readonly status: 'live';
  /** What is true now; shared by all consumers and never changed. */
  readonly state: S;
}

/** What does not follow the exchange at present: as it was last, if it ever was. */
export interface NotLive<S> extends Trust {
  readonly status: Exclude<Status, 'live'>;
  /** What was true last; absent before the first snapshot. */
  readonly state?: S;
}

/** A state together with how far it can be trusted: a union by `status`. */
export type Kept<S> = Live<S> | NotLive<S>;

/** Says whether something kept is live. */
export const isLive = <K extends { readonly status: string }>(
  kept: K,
): kept is Extract<K, { readonly status: 'live' }> & K => kept.status === 'live';

/** What of something kept is live: the member of a union that is, or the whole with this status where it is no union. */
export type LiveOf<K> =
  Extract<K, { readonly status: 'live' }> extends never
    ? K & { readonly status: 'live' }
    : Extract<K, { readonly status: 'live' }>;

/**
 * Lets through what is live, of anything that is kept; so the `state` of a `Kept` is there behind it.
 *
 * @example
 * const states$: Observable<Kept<number>> = EMPTY;
 * states$.pipe(whenLive()).subscribe(({ state }) => console.log(state + 1));
 */
export const whenLive = <K extends { readonly status: string }>(): OperatorFunction<K, K & LiveOf<K>> =>
  filter((kept): kept is K & LiveOf<K> => kept.status === 'live');

/** Before the first state. */
export const unborn = <S>(): NotLive<S> => ({
  status: 'restoring',
  since: wallNow(),
  asOf: 0,
  provenAt: 0,
  epoch: 0,
});

/** The same state, no longer trusted. */
export const distrusted = <S>(
  kept: Kept<S>,
  status: Exclude<Status, 'live'>,
  cause?: ClientError,
): NotLive<S> => {
  const { asOf, provenAt, epoch } = kept;
  return {
    status,
    since: kept.status === status ? kept.since : wallNow(),
    asOf,
    provenAt,
    epoch,
    ...('state' in kept && { state: kept.state }),
    ...(cause !== undefined && { cause }),
  };
};
