import type { ClientError } from '../errors.ts';

/**
 * Decides when to reconnect: returns the delay in milliseconds, or `null` to stop for good.
 *
 * It is not called after a final failure, such as refused credentials or an invalid address. In some cases the client
 * waits longer than the returned delay, to protect the exchange or the user's login; see `docs/errors.md`. A `Backoff`
 * that throws, or returns `NaN`, `undefined`, `Infinity` or a negative number, is reported on `error$`; the default
 * decides that time.
 *
 * @param attempt How many attempts or connections in a row have failed: 1 after the first.
 * @param cause What ended the last one.
 */
export type Backoff = (attempt: number, cause: ClientError) => number | null;

/** Options of {@link exponentialBackoff}. */
export interface ExponentialBackoff {
  /** The upper bound of the first delay, in milliseconds. @default 500 */
  readonly base?: number;
  /** The upper bound of every delay, in milliseconds. @default 30_000 */
  readonly cap?: number;
  /** Returns a random number in [0, 1). @default Math.random */
  readonly random?: () => number;
}

/**
 * The default {@link Backoff}: exponential with full jitter. The delay is random, below a bound that doubles with every
 * attempt up to `cap`, so that clients which lost the exchange together do not reconnect together. It never stops.
 *
 * If the exchange ended a good login, it adds 1 to 5 s. If the gateway sent `Retry-After`, it waits at least that long.
 *
 * @example
 * const client = createClient({ backoff: exponentialBackoff({ cap: 5_000 }) });
 */
export const exponentialBackoff =
  ({ base = 500, cap = 30_000, random = Math.random }: ExponentialBackoff = {}): Backoff =>
  (attempt, cause) => {
    // Beyond fifty doublings every cap is reached, and the power itself would become infinite.
    const delay = random() * Math.min(cap, base * 2 ** Math.min(attempt - 1, 50));
    if (cause._tag === 'TransportError') return Math.max(delay, cause.retryAfter ?? 0);
    // Two clients of one user would end each other's login for ever, so each steps back for 1 to 5 s more.
    const isEnded = cause._tag === 'AuthenticationFailed' && cause.reason === 'ended';
    return isEnded ? delay + 1_000 + random() * 4_000 : delay;
  };
