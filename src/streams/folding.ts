import * as E from 'fp-ts/lib/Either.js';
import type { Subscriber } from 'rxjs';
import { wallNow } from '../clock.ts';
import { guarded } from '../decode.ts';
import type { ClientError } from '../errors.ts';
import { distrusted, type Kept, type Live, type NotLive, unborn } from './kept.ts';
import { failed, type Notice } from './notice.ts';
import type { Reading } from './reading.ts';
import { createRepeatFilter } from './repeats.ts';
import type { Stream } from './stream.ts';

/** The state of one stream in one reading, over any number of sockets, and whoever is told of it. */
export interface Folding<S> {
  readonly reading: Reading;
  /** The state, and how far it can be trusted. */
  readonly kept: () => Kept<S>;
  /** What a consumer is told who comes now. */
  readonly present: () => Notice<S>;
  /** There is a first state. */
  readonly begin: (state: S) => void;
  /** Takes an event in and hands it on, unless it is a repetition; throws where the topic does. */
  readonly apply: (event: unknown) => void;
  /** It follows the exchange no longer. What it returns tells that, so that all can be marked before one is told. */
  readonly lose: () => () => void;
  readonly setBack: (cause: ClientError) => void;
  /** The end. */
  readonly fail: (cause: ClientError) => void;
  readonly complete: () => void;
}

const bornAgain = <S>(kept: Kept<S>, state: S): Live<S> => {
  const now = wallNow();
  const since = kept.status === 'live' ? kept.since : now;
  return { status: 'live', state, since, asOf: now, provenAt: now, epoch: kept.epoch + 1 };
};

const changed = <S>({ since, provenAt, epoch }: Live<S>, state: S): Live<S> => ({
  status: 'live',
  state,
  since,
  asOf: wallNow(),
  provenAt,
  epoch,
});

/** What a folding is of. */
export interface Folded<S> {
  /** The stream as it is at the moment: a consumer may have made it ask for more. */
  readonly stream: Pick<Stream<S>, 'name' | 'apply' | 'identity' | 'publish'>;
  /** How many keep the states; where nobody does they may be drafts. */
  readonly keepers: number;
}

const forGood = <S>({ stream, keepers }: Folded<S>, state: S): S =>
  keepers > 0 ? stream.publish(state) : state;

/** What is kept as it may be shown; throws where the topic does. */
const shown = <S>(folded: Folded<S>, kept: Kept<S>): Kept<S> => {
  if (!('state' in kept)) return kept;
  const state = forGood(folded, kept.state);
  return state === kept.state ? kept : { ...kept, state };
};

/**
 * What is kept once it is lost; `undefined` where nobody takes it for live. While a setback is being told, whoever comes
 * later in the row does: a handler of it may have given the socket up, and all are to hear of that before `state$` tells it.
 */
const afterLoss = <S>(kept: Kept<S>, isBeingSetBack: boolean): NotLive<S> | undefined => {
  if (kept.status === 'live') return distrusted(kept, 'restoring');
  return isBeingSetBack && kept.status !== 'failed' ? kept : undefined;
};

/**
 * Makes a {@link Folding} that is fed by nothing yet.
 *
 * @param sink Who is told.
 */
export const createFolding = <S>(
  folded: Folded<S>,
  reading: Reading,
  sink: Pick<Subscriber<Notice<S>>, 'next' | 'complete'>,
): Folding<S> => {
  const isNew = createRepeatFilter();
  let kept: Kept<S> = unborn();

  let setbacksUnderWay = 0;

  const tellNotLive = (notice: Extract<Notice<S>, { readonly kept: NotLive<S> }>): void => {
    kept = notice.kept;
    setbacksUnderWay += 1;
    sink.next(notice);
    setbacksUnderWay -= 1;
  };

  return {
    reading,
    kept: () => kept,
    present: () => {
      const fit = guarded(folded.stream.name, () => E.right(shown(folded, kept)));
      if (E.isLeft(fit)) return failed(fit.left);
      kept = fit.right;
      return kept.status === 'live' ? { _tag: 'Begun', kept } : { _tag: 'Lost', kept };
    },
    begin: (state) => {
      const live = bornAgain(kept, forGood(folded, state));
      kept = live;
      sink.next({ _tag: 'Begun', kept: live });
    },
    apply: (event) => {
      const { apply, identity } = folded.stream;
      if (!isNew(identity(event))) return;
      // Where it is being renewed, what is not known to be whole is not called live by a change.
      if (kept.status === 'live') kept = changed(kept, apply(kept.state, event));
      sink.next({ _tag: 'Changed', event, kept });
    },
    lose: () => {
      const lost = afterLoss(kept, setbacksUnderWay > 0);
      if (lost === undefined) return () => undefined;
      kept = lost;
      return () => sink.next({ _tag: 'Lost', kept: lost });
    },
    setBack: (cause) => tellNotLive({ _tag: 'Setback', cause, kept: distrusted(kept, 'restoring', cause) }),
    fail: (cause) => {
      tellNotLive({ _tag: 'Failed', cause, kept: distrusted(kept, 'failed', cause) });
      sink.complete();
    },
    complete: () => sink.complete(),
  };
};
