import { filter, type OperatorFunction } from 'rxjs';
import { wallNow } from '../clock.ts';
import type { ClientError } from '../errors.ts';

/**
 * How far a state can be trusted.
 *
 * - `live`: it follows the exchange.
 * - `restoring`: the connection is lost, or the replies that complete the state are still pending.
 * - `stale`: the connection works, but the state is doubtful: a check failed, or nothing came for `quietAfter`.
 * - `failed`: it is not available, because of `cause`. It is retried only when somebody subscribes again.
 */
export type Status = 'live' | 'restoring' | 'stale' | 'failed';

/** Status and age of a state. Times are in milliseconds since 1970. */
export interface Trust {
  readonly status: Status;
  /** When the status last changed. */
  readonly since: number;
  /** When it was last known to be current: the time of the last message or successful check; 0 before the first. */
  readonly asOf: number;
  /** When it was last known to be complete: the time of the last snapshot or successful check; 0 before the first. */
  readonly provenAt: number;
  /** Counts the snapshots, 0 before the first. Do not compare single fields of values from different epochs. */
  readonly epoch: number;
  /** Why it is not `live`, if that is known. */
  readonly cause?: ClientError;
}

/** A state that follows the exchange. */
export interface Live<S> extends Trust {
  readonly status: 'live';
  /** The current state; shared by all consumers and never changed. */
  readonly state: S;
}

/** A state that does not follow the exchange at present, with its last known value. */
export interface NotLive<S> extends Trust {
  readonly status: Exclude<Status, 'live'>;
  /** The last known state; absent before the first snapshot. */
  readonly state?: S;
}

/** A state and how far it can be trusted: a union by `status`. */
export type Kept<S> = Live<S> | NotLive<S>;

/** Whether a state is live. */
export const isLive = <K extends { readonly status: string }>(
  kept: K,
): kept is Extract<K, { readonly status: 'live' }> & K => kept.status === 'live';

/**
 * The live form of `K`: the member of the union with `status: 'live'`, or `K` with that status if it is not a union.
 */
export type LiveOf<K> =
  Extract<K, { readonly status: 'live' }> extends never
    ? K & { readonly status: 'live' }
    : Extract<K, { readonly status: 'live' }>;

/** Throws the cause of a state that has failed. */
export const throwIfFailed = ({
  status,
  cause,
}: {
  readonly status: string;
  readonly cause?: Error;
}): void => {
  if (status === 'failed' && cause !== undefined) throw cause;
};

/**
 * Lets only live states through, so that their `state` is always present.
 *
 * It completes with its source, as on `close()`. Where the source ends with a `failed` state, such as that of a misspelt
 * symbol, of an account that may not be read or of a client that has given up, it errors with the `cause` of that.
 *
 * @example
 * const states$: Observable<Kept<number>> = EMPTY;
 * states$.pipe(whenLive()).subscribe({
 *   next: ({ state }) => console.log(state + 1),
 *   error: ({ message }) => console.error(message),
 * });
 */
export const whenLive = <K extends { readonly status: string; readonly cause?: Error }>(): OperatorFunction<
  K,
  K & LiveOf<K>
> =>
  filter((kept): kept is K & LiveOf<K> => {
    throwIfFailed(kept);
    return kept.status === 'live';
  });

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
