import type { Trust } from '../../../src/index.ts';
import { startOfRun } from '../virtualTime.ts';
import { accountFollowables, type Followable } from '../scenario.ts';
import type { Following } from './consumer.ts';

/** What the trust of every kind of state has; a book may be `crossed` as well. */
type AnyTrust = Omit<Trust, 'status'> & { readonly status: Trust['status'] | 'crossed' };

/** Times of day are reckoned from the other clock, to a fraction of a millisecond. */
const isBefore = (one: number, other: number): boolean => other - one > 0.01;

/** The law of what is kept: the parts of its trust agree, and go one way as long as the time of day does. */
export const trustLaw = (
  { name, board, tap: { socket }, isClosing }: Following,
  what: Followable,
): ((trust: AnyTrust) => void) => {
  let before: AnyTrust | undefined;
  const wrong = (why: string, { status, since, asOf, provenAt, epoch }: AnyTrust): void => {
    const told = { status, since, asOf, provenAt, epoch };
    board.breach('trust', `${name} ${what}: ${why}: ${JSON.stringify(told)}`);
  };
  const checkTimes = (trust: AnyTrust, last: AnyTrust): void => {
    if (isBefore(trust.asOf, last.asOf) || isBefore(trust.provenAt, last.provenAt))
      wrong('an older proof', trust);
    if (isBefore(trust.since, last.since)) wrong('an older change', trust);
    // What was live in between may have been lost again by another before this one was told.
    const isOne = trust.status === last.status && trust.epoch === last.epoch;
    if (isOne && isBefore(last.since, trust.since)) wrong('a change without one', trust);
  };
  return (trust) => {
    const clockSteps = board.clockSteps();
    const now = startOfRun + board.now();
    if (clockSteps === 0) {
      if (trust.provenAt > trust.asOf) wrong('proven later than true', trust);
      if (trust.asOf > now || trust.since > now) wrong('of the future', trust);
    }
    if (trust.status === 'live' && trust.epoch < 1) wrong('live without a snapshot', trust);
    if (trust.status === 'live' && !isClosing() && socket()?.isLoggedIn() === false)
      wrong('live without a socket', trust);
    if (before !== undefined) {
      if (trust.epoch < before.epoch) wrong('an older epoch', trust);
      if (clockSteps === 0) checkTimes(trust, before);
    }
    before = trust;
  };
};

const ofAccounts: readonly Followable[] = accountFollowables;

/** After a loss, and at first, a stream begins with a snapshot. */
export const beginLaw = (
  { name, board, tap: { socket }, joins }: Following,
  what: Followable,
): ((isBegin: boolean) => void) => {
  let generation: number | undefined;
  return (isBegin) => {
    const present = socket()?.number;
    // What was held back while a consumer joined may be of a socket that it has given up; and what happens to an account
    // is handed on though another has given that up meanwhile, as no snapshot would have it.
    if (present === undefined && (joins.under > 0 || ofAccounts.includes(what))) return;
    if (present !== generation && !isBegin)
      board.breach('snapshot first', `${name} ${what}: an update is the first that is told`);
    generation = present;
  };
};
