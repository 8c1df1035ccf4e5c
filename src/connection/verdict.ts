import type { ClientError } from '../errors.ts';
import type { History } from './history.ts';

/** What the library makes of a loss, whatever the backoff says: the end, or the shortest wait before the next attempt. */
export type Verdict = { readonly _tag: 'Final' } | { readonly _tag: 'Again'; readonly atLeast: number };

const final: Verdict = { _tag: 'Final' };
const again = (atLeast: number): Verdict => ({ _tag: 'Again', atLeast });

/**
 * Two clients of one user would end each other's login for ever, as fast as they can; and what is no yes to a login may
 * count as a try there, whatever it is.
 */
const betweenLogins = 1_000;

/** The losses by what a login was answered with that was neither yes nor no. */
const answers: ReadonlySet<ClientError['_tag'] | undefined> = new Set([
  'GatewayError',
  'DecodeError',
  'FrameError',
] as const);

/** Credentials that have worked are doubted after so many refusals in a row, spread over so many milliseconds. */
const enoughRefusals = 3;
const enoughTime = 60_000;
const afterFirstRefusal = 5_000;

/** A gateway half started refuses what it will accept a minute later; a login refused too often locks the user. */
const afterRefusal = ({ hasWorked, refusals }: History, now: number): Verdict => {
  const left = enoughTime - (now - refusals.since);
  if (!hasWorked || (refusals.count >= enoughRefusals && left <= 0)) return final;
  // The second comes soon, and the third when the minute is over, so that three are all there are.
  return again(refusals.count === 1 ? afterFirstRefusal : Math.max(left, afterFirstRefusal));
};

/**
 * Judges the loss that a history ends with. It is final where no further attempt can succeed, or where one would do
 * harm: an address that is none, credentials that cannot be sent, a login or a code that was refused, a user who is
 * locked. Of credentials that have worked on this connection, a refusal is final only as the third in a row, a minute
 * or more after the first; until then the next attempt comes 5 s after the first refusal, and then with the minute. A
 * login that the exchange has ended, or answered with neither yes nor no, is tried again after a second at the earliest.
 * Everything else is the backoff's.
 *
 * @param now A reading of `monotonicNow`.
 */
export const judge = (history: History, now: number): Verdict => {
  const { cause } = history;
  switch (cause?._tag) {
    case 'InvalidRequest':
      return final;
    case 'TransportError':
      return cause.isFinal ? final : again(0);
    case 'AuthenticationFailed':
      if (cause.reason === 'ended') return again(betweenLogins);
      return cause.reason === 'refused' ? afterRefusal(history, now) : final;
    default:
      return again(answers.has(cause?._tag) ? betweenLogins : 0);
  }
};
