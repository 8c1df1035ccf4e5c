import type { ClientError } from '../errors.ts';

/**
 * When to connect again: the delay in milliseconds, or `null` to give up.
 *
 * It is not asked where a loss is final (refused credentials, an address that is none), and the client waits longer than
 * it says where the exchange would take harm: see `docs/errors.md`. One that throws, or returns `NaN`, `undefined`, a
 * negative or an endless number, is reported on `error$`, and the default is used for that time.
 *
 * @param attempt How many openings in a row have failed or been lost: 1 after the first.
 * @param cause What ended the last one.
 */
export type Backoff = (attempt: number, cause: ClientError) => number | null;

/** Options of {@link exponentialBackoff}. */
export interface ExponentialBackoff {
  /** The upper bound of the first delay, in milliseconds. @default 500 */
  readonly base?: number;
  /** The upper bound of every delay, in milliseconds. @default 30_000 */
  readonly cap?: number;
  /** A number in [0, 1). @default Math.random */
  readonly random?: () => number;
}

/**
 * The default {@link Backoff}: a random delay below a bound that doubles with every attempt up to the cap, so that
 * clients that lost the exchange together do not come back together, at the cap either. It never gives up. Where the
 * exchange ended a good login it adds 1 to 5 s, and where the other side says how long to wait (`Retry-After`) it waits
 * that long at least.
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
