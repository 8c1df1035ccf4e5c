import { touchedBy } from '../../book/audit.ts';
import { isCrossed, type Locked } from '../../book/isCrossed.ts';
import { Level2Column, type Level2Row } from '../../codec/records/Level2Row.ts';
import type { Begun, Changed, Notice } from '../../streams/notice.ts';
import { type KeptBook, newestOf } from '../../topics/keptBook.ts';
import type { Step } from '../machine.ts';
import { advance, type BookAsk, type Occasion } from './advance.ts';
import type { BookRules } from './bookOptions.ts';
import type {
  AuditPhase,
  BookState,
  BookStatus,
  BookTrust,
  Crossing,
  Instant,
  RepairPhase,
  Standing,
} from './bookState.ts';
import { crossingAfter, crossingBy } from './crossing.ts';

/**
 * What comes in: a notice of the stream, the answer to an audit (none where it failed), that a time has come, or other
 * rules.
 */
export type BookInput =
  | { readonly _tag: 'Rules'; readonly rules: BookRules }
  | { readonly _tag: 'Notice'; readonly notice: Notice<KeptBook> }
  | { readonly _tag: 'Answer'; readonly rows: readonly Level2Row[] | undefined }
  | { readonly _tag: 'Tick'; readonly due: number };

/** How long an audit waits for one frame after its answer, in milliseconds. */
const quiet = 2_000;

const isOfUnknownSide = (row: Level2Row): boolean =>
  row[Level2Column.Side] !== 0 && row[Level2Column.Side] !== 1;

const unknownIn = (rows: readonly Level2Row[]): number => {
  let count = 0;
  for (const row of rows) if (isOfUnknownSide(row)) count += 1;
  return count;
};

type Crossed = Pick<BookState, 'best' | 'crossing' | 'repairs'>;

/** How often it became crossed is counted. */
const crossingTo = (
  crossing: Crossing | undefined,
  { crossing: before, repairs }: BookState,
): Omit<Crossed, 'best'> => {
  const isNew = crossing !== undefined && before === undefined;
  return { crossing, repairs: isNew ? { ...repairs, crossed: repairs.crossed + 1 } : repairs };
};

/** The best levels after a frame, and whether the book is crossed. */
const crossedBy = (state: BookState, book: KeptBook, now: number): Crossed => {
  const best = newestOf(book)?.best() ?? {};
  return { best, ...crossingTo(crossingAfter(state.crossing, best, state.rules, now), state) };
};

/** What is crossed no longer needs no repair for it. */
const stillWanted = (repair: RepairPhase, crossing: Crossing | undefined): RepairPhase =>
  repair._tag === 'Wanted' && repair.why === 'crossed' && crossing === undefined ? { _tag: 'Idle' } : repair;

const onRules = (state: BookState, rules: BookRules, { now }: Instant): BookState => {
  if (state.kept.status !== 'live') return { ...state, rules };
  const crossed = crossingTo(crossingBy(state.crossing, state.best, rules, now), state);
  return { ...state, rules, ...crossed, repair: stillWanted(state.repair, crossed.crossing) };
};

const onBegun = (state: BookState, { kept }: Begun<KeptBook>, { now }: Instant): BookState => {
  const { repair, repairs, pace } = state;
  const isRepaired = repair._tag === 'UnderWay';
  const counted = isRepaired ? { ...repairs, done: repairs.done + 1 } : repairs;
  return {
    ...state,
    ...crossedBy({ ...state, crossing: undefined, repairs: counted }, kept.state, now),
    kept,
    audit: { _tag: 'Idle', from: now, wait: 'usual', suspects: new Set() },
    repair: { _tag: 'Idle' },
    pace: isRepaired ? { inARow: pace.inARow + 1, endedAt: now } : pace,
  };
};

const touchedWith = (audit: AuditPhase, rows: readonly Level2Row[], now: number): AuditPhase => {
  if (audit._tag !== 'Asked' && audit._tag !== 'Judging') return audit;
  const touched = touchedBy(rows, audit.touched);
  return audit._tag === 'Asked' ? { ...audit, touched } : { ...audit, touched, dueAt: now };
};

const onChanged = (state: BookState, { event, kept }: Changed<KeptBook>, { now }: Instant): BookState => {
  // What comes out of this topic is rows.
  const rows = event as readonly Level2Row[];
  if (kept.status !== 'live') return state;
  const unknown = unknownIn(rows);
  const unknownSides = state.unknownSides + unknown;
  if (unknown === rows.length) return { ...state, kept, unknownSides };
  const crossed = crossedBy(state, kept.state, now);
  return {
    ...state,
    ...crossed,
    kept,
    unknownSides,
    frames: state.frames + 1,
    audit: touchedWith(state.audit, rows, now),
    repair: stillWanted(state.repair, crossed.crossing),
  };
};

/** A repair goes on until there is a snapshot, or until the stream could not be begun. */
const onNotLive = (state: BookState, notice: Notice<KeptBook>, { now }: Instant): BookState => {
  const goesOn = state.repair._tag === 'UnderWay' && notice._tag === 'Lost';
  const isSetBack = state.repair._tag === 'UnderWay' && !goesOn;
  return {
    ...state,
    kept: notice.kept,
    crossing: undefined,
    audit: { _tag: 'Off' },
    repair: goesOn ? state.repair : { _tag: 'Idle' },
    pace: isSetBack ? { inARow: state.pace.inARow + 1, endedAt: now } : state.pace,
  };
};

const onAnswer = (state: BookState, rows: readonly Level2Row[] | undefined, { now }: Instant): BookState => {
  const { audit } = state;
  if (audit._tag !== 'Asked') return state;
  const { suspects, touched } = audit;
  return {
    ...state,
    audit:
      rows === undefined
        ? { _tag: 'Idle', from: now, wait: 'usual', suspects }
        : { _tag: 'Judging', answer: rows, touched, suspects, dueAt: now + quiet },
  };
};

const next = (state: BookState, input: BookInput, instant: Instant): BookState => {
  switch (input._tag) {
    case 'Tick':
      return state;
    case 'Rules':
      return onRules(state, input.rules, instant);
    case 'Answer':
      return onAnswer(state, input.rows, instant);
    case 'Notice': {
      const { notice } = input;
      if (notice._tag === 'Begun') return onBegun(state, notice, instant);
      if (notice._tag === 'Changed') return onChanged(state, notice, instant);
      return onNotLive(state, notice, instant);
    }
  }
};

/** It hangs on what equal prices are taken for, and not on what the watch takes them for. */
const statusOf = ({ kept, best, repair }: BookState, locked: Locked): BookStatus => {
  if (kept.status !== 'live') return kept.status;
  if (repair._tag !== 'Idle' && repair.why === 'differences') return 'stale';
  return isCrossed(best, locked) ? 'crossed' : 'live';
};

const standing = (before: Standing, status: BookStatus, at: number): Standing =>
  before.status === status ? before : { status, since: at };

/** What is told of the book after something has come in. */
const told = (state: BookState, before: BookState, at: number): BookState => {
  const { kept } = state;
  const { trust } = before;
  const status = statusOf(state, {});
  const isSame = status === trust.status;
  const isNews = !isSame || kept.epoch !== trust.epoch || kept.cause !== trust.cause;
  if (!isNews && kept === before.kept && state.trust === trust) return state;
  const shown: BookTrust = {
    status,
    since: isSame ? trust.since : at,
    asOf: Math.max(kept.asOf, state.trust.asOf),
    provenAt: Math.max(kept.provenAt, state.trust.provenAt),
    epoch: kept.epoch,
  };
  const { cause } = kept;
  return {
    ...state,
    trust: cause === undefined ? shown : { ...shown, cause },
    fine: standing(before.fine, statusOf(state, { locked: 'fine' }), at),
  };
};

/**
 * The life of a book, pure: what it becomes by an input, and what is to be asked of the exchange for that.
 *
 * It is crossed as soon as a frame has made it so, and repaired when that has lasted. It is compared with the exchange's
 * own snapshot when it has not been proven for a while, and repaired when two comparisons find the same level wrong. An
 * `Audit` is answered by an `Answer`; a `Repair` by what the stream tells.
 */
export const reduceBook =
  (depth: () => number) =>
  (state: BookState, input: BookInput, measured: Instant): Step<BookState, BookAsk> => {
    // A timer may fire a fraction of a millisecond before its time.
    const instant =
      input._tag === 'Tick' ? { ...measured, now: Math.max(measured.now, input.due) } : measured;
    const occasion: Occasion = { depth, instant };
    const [after, asks] = advance(next(state, input, instant), occasion);
    return [told(after, state, instant.at), asks];
  };
