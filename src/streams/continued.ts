import { map, type MonoTypeOperatorFunction } from 'rxjs';
import type { Kept } from './kept.ts';
import type { Notice } from './notice.ts';

/** What is known from before stays readable while there is nothing new. */
const carried = <S>(kept: Kept<S>, last: Kept<S> | undefined): Kept<S> => {
  if (last === undefined || kept.status === 'live' || 'state' in kept) return kept;
  const since = last.status === kept.status ? last.since : kept.since;
  if (!('state' in last)) return { ...kept, since };
  const { state, asOf, provenAt, epoch } = last;
  return { ...kept, since, state, asOf, provenAt, epoch };
};

/**
 * Makes one life of several streams that follow each other, as when a symbol moves to another instrument: the epoch
 * rises with every snapshot, and the state from before stays readable until there is another.
 */
export const continued = <S>(): MonoTypeOperatorFunction<Notice<S>> => {
  let last: Kept<S> | undefined;
  return map((notice) => {
    const kept = carried(notice.kept, last);
    const before = last?.epoch ?? 0;
    const rise = notice._tag === 'Begun' ? 1 : 0;
    const epoch = before === 0 ? kept.epoch : before + rise;
    last = epoch === kept.epoch ? kept : { ...kept, epoch };
    return last === notice.kept ? notice : ({ ...notice, kept: last } as Notice<S>);
  });
};
