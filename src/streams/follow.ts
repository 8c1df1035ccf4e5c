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
   * The silence on a working connection after which the state counts as `stale`, in milliseconds. Choose it for the
   * stream, as a stream without changes is silent too. `NaN` or `Infinity` means never.
   *
   * @default never
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
 * The current state of a stream and how far it can be trusted: at once, then whenever either changes, across
 * reconnects. The state depends on the topic: the summary for `SubscribeLevel1`, the book for `SubscribeLevel2`.
 *
 * Cold, and shared internally, also with `subscribe$`: all consumers of one stream share one subscription at the
 * exchange. Each gets the current state at once. States are shared too: they never change, and you must not change
 * them. The last consumer to unsubscribe ends the subscription at the exchange.
 *
 * Before the first snapshot the status is `restoring`, without a state. After a loss it is `restoring` again, with the
 * last state still readable; this is emitted before any other news of the loss. A failure is emitted on `error$`, is
 * told as the `cause`, and is retried.
 *
 * It never errors. A permanent failure is emitted as `failed`, and then it completes: invalid parameters, a resource
 * that does not exist, a permission that is refused again minutes later, or a connection that failed for good.
 * Subscribing again starts over. It also completes when the client is closed.
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
  options?: FollowOptions,
): Observable<Kept<S>> => {
  const misuse = misuseOf('follow$', connection, topic, params, options);
  if (misuse !== undefined) return defer(() => of(failed<S>(misuse).kept));
  const { quietAfter } = options ?? {};
  const { finishState } = topic;
  const kept$ = notices$(connection, topic, params, { isFollower: true }).pipe(
    map(({ kept }): Kept<S> => kept),
    distinctUntilChanged(isSame),
    takeWhile(({ status }) => status !== 'failed', true),
  );
  const own$ = finishState === undefined ? kept$ : kept$.pipe(finishing(topic, finishState));
  return quietAfter === undefined ? own$ : own$.pipe(staleWhenQuiet(quietAfter));
};
