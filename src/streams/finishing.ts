import { catchError, map, type MonoTypeOperatorFunction, of } from 'rxjs';
import type { ClientError } from '../errors.ts';
import { entryOf } from '../entry.ts';
import type { Kept } from './kept.ts';
import { failed } from './notice.ts';

/** The finished states of each topic. */
const finishedOf = new WeakMap<object, WeakMap<object, unknown>>();

const finished = <S>(kept: Kept<S>, finish: (state: S) => S): Kept<S> =>
  // It is there, whatever it is.
  'state' in kept ? { ...kept, state: finish(kept.state) } : kept;

/**
 * Makes of every state what the followers of a topic are given, once, so that all of them share it. Where that throws
 * it says `failed`, and completes.
 *
 * @param topic Whose followers they are.
 */
export const finishing =
  <S>(topic: object, finish: (state: S) => S): MonoTypeOperatorFunction<Kept<S>> =>
  (kept$) => {
    const known = entryOf(finishedOf, topic, () => new WeakMap<object, unknown>());
    return kept$.pipe(
      // What stands at a value has been made of it.
      map((kept) => entryOf(known, kept, () => finished(kept, finish)) as Kept<S>),
      catchError((error: unknown) => of(failed<S>(error as ClientError).kept)),
    );
  };
