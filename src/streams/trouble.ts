import { type ClientError, GatewayError, InvalidRequest, isNotAuthorized } from '../errors.ts';

/** What a stream on a socket may run into. */
export type Trouble =
  /** The exchange has not begun it: a refusal, a time limit, a reply that cannot be read. */
  | { readonly _tag: 'NotBegun'; readonly error: ClientError }
  /** An event cannot be read, so that the state is not known any more. */
  | { readonly _tag: 'Unreadable'; readonly error: ClientError }
  /** A function of the topic's own has thrown. */
  | { readonly _tag: 'Broken'; readonly error: ClientError };

/** What a stream has been through since it was last well. */
export interface History {
  /** How often in a row it could not be begun. */
  readonly tries: number;
  /** When it was first told "you may not". */
  readonly refusedAt?: number;
  /** The fresh starts that followed each other, and when the last was. */
  readonly renewals: number;
  readonly renewedAt?: number;
}

/** The history of a stream that has met no trouble. */
export const clean: History = { tries: 0, renewals: 0 };

/** What is done about a {@link Trouble}. */
export type Remedy =
  | { readonly _tag: 'GiveUp' }
  /** Begin again after so many milliseconds. */
  | { readonly _tag: 'TryAgain'; readonly delay: number; readonly history: History }
  /** End it at the exchange and begin it afresh, after so many milliseconds. */
  | { readonly _tag: 'Renew'; readonly delay: number; readonly history: History };

const firstDelay = 500;
const longestDelay = 30_000;
/** "You may not" may come of a gateway half started: it is believed when it is heard again so much later. */
const disbelief = 120_000;
const firstPause = 5_000;
const longestPause = 60_000;

/** What the exchange answers to a second subscribe of the same thing; the first goes on. */
const alreadySubscribed = 909;
const notFound = 104;

/** Says whether somebody has left the stream behind on its socket, so that it gives no snapshot. */
export const isLeftBehind = ({ error }: Trouble): boolean =>
  error instanceof GatewayError && error.code === alreadySubscribed;

/** Says whether the exchange may be sending the stream: it is, unless it was the one that said no. */
export const isStillSent = (trouble: Trouble): boolean =>
  trouble._tag !== 'NotBegun' ||
  isLeftBehind(trouble) ||
  !(trouble.error instanceof GatewayError || trouble.error instanceof InvalidRequest);

/** Says whether the exchange has answered "you may not": it may have forgotten who asks. */
export const isRefusal = ({ error }: Pick<Trouble, 'error'>): boolean =>
  error instanceof GatewayError && isNotAuthorized(error);

/** Says whether an error does not pass by waiting. */
const isFinal = (error: ClientError, { refusedAt }: History, now: number): boolean =>
  error instanceof InvalidRequest ||
  (error instanceof GatewayError && error.code === notFound) ||
  (isRefusal({ error }) && refusedAt !== undefined && now - refusedAt >= disbelief);

const doubled = (first: number, times: number, longest: number): number =>
  Math.min(longest, first * 2 ** Math.min(times, 30));

/** Says whether the last fresh start is long ago, if there ever was one. */
const isPeace = ({ renewedAt = -Infinity }: History, now: number): boolean => now - renewedAt > longestPause;

/** The first fresh start is at once; those that follow each other wait longer and longer. */
const renewal = (history: History, now: number): Remedy => {
  const { renewedAt = -Infinity } = history;
  const times = isPeace(history, now) ? 0 : history.renewals;
  const pause = times === 0 ? 0 : doubled(firstPause, times - 1, longestPause);
  const delay = Math.max(0, renewedAt + pause - now);
  return { _tag: 'Renew', delay, history: { ...history, renewals: times + 1, renewedAt: now + delay } };
};

const withoutRefusal = ({ tries, renewals, renewedAt }: History): History => ({
  tries,
  renewals,
  ...(renewedAt !== undefined && { renewedAt }),
});

const tryAgain = (error: ClientError, history: History, now: number): Remedy => ({
  _tag: 'TryAgain',
  delay: doubled(firstDelay, history.tries, longestDelay),
  history: {
    ...withoutRefusal(history),
    tries: history.tries + 1,
    ...(isRefusal({ error }) && { refusedAt: history.refusedAt ?? now }),
  },
});

/** What is done about a trouble: only what cannot change ends a stream; all else is tried again, patiently. */
export const remedyFor = (trouble: Trouble, history: History, now: number): Remedy => {
  const { _tag, error } = trouble;
  if (_tag === 'Broken' || isFinal(error, history, now)) return { _tag: 'GiveUp' };
  if (_tag === 'Unreadable' || (isLeftBehind(trouble) && isPeace(history, now))) return renewal(history, now);
  return tryAgain(error, history, now);
};

/** How long a stream is held back whose begin has ended so many sockets in a row, in milliseconds. */
export const heldBackFor = (losses: number): number =>
  losses < 3 ? 0 : doubled(firstPause, losses - 3, longestPause);
