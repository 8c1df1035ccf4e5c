import type { ClientError } from '../errors.ts';
import { type Kept, type Live, type NotLive, unborn } from './kept.ts';

/** There is a first state: on a socket, or anew. */
export interface Begun<S> {
  readonly _tag: 'Begun';
  readonly kept: Live<S>;
}

/** The exchange has told a change. */
export interface Changed<S> {
  readonly _tag: 'Changed';
  readonly event: unknown;
  readonly kept: Kept<S>;
}

/** The state follows the exchange no longer; it will be begun again by itself. */
export interface Lost<S> {
  readonly _tag: 'Lost';
  readonly kept: NotLive<S>;
}

/** A try to begin has failed, or what came could not be read; it is tried again by itself. */
export interface Setback<S> {
  readonly _tag: 'Setback';
  readonly cause: ClientError;
  readonly kept: NotLive<S>;
}

/** The end, for a cause that does not pass. */
export interface Failed<S> {
  readonly _tag: 'Failed';
  readonly cause: ClientError;
  readonly kept: NotLive<S>;
}

/** What a stream tells of itself: `subscribe$` makes messages of it, `follow$` states. */
export type Notice<S> = Begun<S> | Changed<S> | Lost<S> | Setback<S> | Failed<S>;

/** The end of what has never begun. */
export const failed = <S>(cause: ClientError): Failed<S> => ({
  _tag: 'Failed',
  cause,
  kept: { ...unborn(), status: 'failed', cause },
});

/** What there is before the first state, and why there is none where that is known. */
export const notYet = <S>(cause?: ClientError): Lost<S> => ({
  _tag: 'Lost',
  kept: cause === undefined ? unborn() : { ...unborn(), cause },
});
