import type { ClientError } from '../errors.ts';

/** What a connection remembers of its openings, to judge the next loss by. Times are readings of `monotonicNow`. */
export interface History {
  /** How many openings in a row have failed or been lost. */
  readonly failures: number;
  /** How many of these, at the end of the row, failed while the platform said that it had no network. */
  readonly offline: number;
  /** What ended the last one. */
  readonly cause?: ClientError;
  /** When the present one opened. */
  readonly openedAt?: number;
  /** Whether it has been open, logged in where there are credentials. */
  readonly hasWorked: boolean;
  /** The refusals of the login since it last was accepted, and when the first came. */
  readonly refusals: { readonly count: number; readonly since: number };
}

const none: History['refusals'] = { count: 0, since: 0 };

/** The history of a connection that was never opened. */
export const noHistory: History = { failures: 0, offline: 0, hasWorked: false, refusals: none };

/** The history once a connection is open. */
export const opened = ({ failures, offline }: History, now: number): History => ({
  failures,
  offline,
  openedAt: now,
  hasWorked: true,
  refusals: none,
});

const isRefusal = (cause: ClientError): boolean =>
  cause._tag === 'AuthenticationFailed' && cause.reason !== 'ended';

/** The count of failures with one more. Those without a network say nothing of the exchange: with it they are forgotten. */
const counted = ({ failures, offline }: Pick<History, 'failures' | 'offline'>, isOffline: boolean) =>
  isOffline
    ? { failures: failures + 1, offline: offline + 1 }
    : { failures: failures - offline + 1, offline: 0 };

/**
 * The history once an opening has failed or a connection was lost. The count of failures starts anew where it had been
 * open for as long as counts as stable, and is what it was before the network went, once that is there again.
 *
 * @param isOffline Whether the platform says that it has no network.
 */
export const lost = (
  before: History,
  cause: ClientError,
  now: number,
  stableAfter: number,
  isOffline = false,
): History => {
  const { openedAt, hasWorked, refusals } = before;
  const wasStable = openedAt !== undefined && now - openedAt >= stableAfter;
  return {
    ...counted(wasStable ? noHistory : before, isOffline),
    cause,
    hasWorked,
    refusals: isRefusal(cause)
      ? { count: refusals.count + 1, since: refusals.count === 0 ? now : refusals.since }
      : refusals,
  };
};
