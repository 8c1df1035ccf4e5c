import { defer, distinctUntilChanged, map, type Observable, of, takeWhile } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { misuseOf } from '../requests/misuse.ts';
import { finishing } from './finishing.ts';
import type { Kept } from './kept.ts';
import { failed } from './notice.ts';
import { notices$ } from './notices.ts';
import { staleWhenQuiet } from './staleWhenQuiet.ts';
import type { Topic } from './topic.ts';

/** Options of {@link follow$}. */
export interface FollowOptions {
  /**
   * After how much silence on a living link a state is called `stale`, in milliseconds. An idle stream is silent, so
   * it depends on the stream. What is no number, or endless, is never. @default never
   */
  readonly quietAfter?: number;
}

/** Of what is not live, nothing is told twice. */
const isSame = <S>(a: Kept<S>, b: Kept<S>): boolean =>
  a === b ||
  (a.status !== 'live' &&
    a.status === b.status &&
    a.state === b.state &&
    a.epoch === b.epoch &&
    a.cause === b.cause);

/**
 * What is true now: the state of a stream with how far it can be trusted, at once and whenever either changes, for ever,
 * over any number of reconnects. The states are the topic's: of `SubscribeLevel1` the summary, of `SubscribeLevel2` the
 * book.
 *
 * Cold, and shared behind the scenes with `subscribe$`: one subscription at the exchange and one fold, however many
 * consumers. Each is given the present state at once. States are shared as well: they never change, and are not to be
 * changed.
 *
 * Before the first answer it is `restoring` without a state. On a loss it says `restoring` before anything else is
 * told, and keeps the last state readable. What fails is told on `error$` and as the `cause`, and tried again. It never
 * errors: what cannot change (parameters that cannot be sent, a resource that is not found, a right that is refused
 * again minutes later, a connection that was given up) is `failed`, and then it completes; subscribing again begins
 * anew. It also completes when the client is closed.
 *
 * @example
 * follow$(client, SubscribeLevel1, { Symbol: 'BTCUSDT' }).subscribe(({ status, state }) =>
 *   console.log(status, state?.BestBid),
 * );
 */
export const follow$ = <A, S, M>(
  connection: Connection,
  topic: Topic<A, S, M>,
  params: NoInfer<A>,
  { quietAfter }: FollowOptions = {},
): Observable<Kept<S>> => {
  const misuse = misuseOf('follow$', connection, topic, params);
  if (misuse !== undefined) return defer(() => of(failed<S>(misuse).kept));
  const { finishState } = topic;
  const kept$ = notices$(connection, topic, params, { isFollower: true }).pipe(
    map(({ kept }): Kept<S> => kept),
    distinctUntilChanged(isSame),
    takeWhile(({ status }) => status !== 'failed', true),
  );
  const own$ = finishState === undefined ? kept$ : kept$.pipe(finishing(topic, finishState));
  return quietAfter === undefined ? own$ : own$.pipe(staleWhenQuiet(quietAfter));
};
