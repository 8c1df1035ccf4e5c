import { type ComparePrices, isCrossed, type Locked } from '../../book/isCrossed.ts';
import type { BookState, BookStatus, BookTrust, Standing } from './bookState.ts';

/** It hangs on what equal prices are taken for, and not on what the watch takes them for. */
const statusOf = <B, L>(
  { kept, best, repair }: BookState<B, L>,
  compare: ComparePrices<L>,
  locked: Locked,
): BookStatus => {
  if (kept.status !== 'live') return kept.status;
  if (repair._tag !== 'Idle' && repair.why === 'differences') return 'stale';
  return isCrossed(best, compare, locked) ? 'crossed' : 'live';
};

const standing = (before: Standing, status: BookStatus, at: number): Standing =>
  before.status === status ? before : { status, since: at };

const trustIn = <B, L>({ kept, trust }: BookState<B, L>, { status, since }: Standing): BookTrust => {
  const { cause, epoch } = kept;
  const asOf = Math.max(kept.asOf, trust.asOf);
  const provenAt = Math.max(kept.provenAt, trust.provenAt);
  // Once a frame: a spread of what is mostly not there would cost more than all of it.
  return cause === undefined
    ? { status, since, asOf, provenAt, epoch }
    : { status, since, asOf, provenAt, epoch, cause };
};

/** What is told of the book after something has come in, at this time of day. */
export const told = <B, L>(
  state: BookState<B, L>,
  before: BookState<B, L>,
  compare: ComparePrices<L>,
  at: number,
): BookState<B, L> => {
  const { kept } = state;
  const { trust } = before;
  const status = statusOf(state, compare, {});
  const isNews = status !== trust.status || kept.epoch !== trust.epoch || kept.cause !== trust.cause;
  if (!isNews && kept === before.kept && state.trust === trust) return state;
  return {
    ...state,
    trust: trustIn(state, standing(trust, status, at)),
    fine: standing(before.fine, statusOf(state, compare, { locked: 'fine' }), at),
  };
};
