import { type ComparePrices, isCrossed, type Locked } from '../../book/isCrossed.ts';
import type { BookState, BookStatus, BookTrust, Instant, Standing } from './bookState.ts';

/** It hangs on what equal prices are taken for, and not on what the watch takes them for. */
const statusOf = <L>(
  { kept, best, repair }: BookState<L>,
  compare: ComparePrices<L>,
  locked: Locked,
): BookStatus => {
  if (kept.status !== 'live') return kept.status;
  if (repair._tag !== 'Idle' && repair.why === 'differences') return 'stale';
  return isCrossed(best, compare, locked) ? 'crossed' : 'live';
};

/** The time of day. */
type Moment = Pick<Instant, 'at'>;

const standingAfter = (before: Standing, status: BookStatus, moment: Moment): Standing =>
  before.status === status ? before : { status, since: moment.at };

/** A state with what its status has become, at this time of day; the same where that is as it was. */
export const told = <L>(state: BookState<L>, compare: ComparePrices<L>, moment: Moment): BookState<L> => {
  const strict = standingAfter(state.strict, statusOf(state, compare, {}), moment);
  const fine = standingAfter(state.fine, statusOf(state, compare, { locked: 'fine' }), moment);
  return strict === state.strict && fine === state.fine ? state : { ...state, strict, fine };
};

/** How a book stands for who takes equal prices for this. */
const standingOf = <L>({ strict, fine }: BookState<L>, { locked }: Locked): Standing =>
  locked === 'fine' ? fine : strict;

/** How far a book can be trusted. */
export const trustIn = <L>(state: BookState<L>, options: Locked): BookTrust => {
  const { status, since } = standingOf(state, options);
  const { cause, epoch } = state.kept;
  const asOf = Math.max(state.kept.asOf, state.agreedAt);
  const provenAt = Math.max(state.kept.provenAt, state.agreedAt);
  // Once a view: a spread of what is mostly not there would cost more than all of it.
  return cause === undefined
    ? { status, since, asOf, provenAt, epoch }
    : { status, since, asOf, provenAt, epoch, cause };
};

/** Whether two states can be trusted for the same. */
export const isSameTrust = <L>(one: BookState<L>, other: BookState<L>, options: Locked): boolean =>
  standingOf(one, options).status === standingOf(other, options).status &&
  one.kept.epoch === other.kept.epoch &&
  one.kept.cause === other.kept.cause;
