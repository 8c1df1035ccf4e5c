import { touchedBy } from '../../book/audit.ts';
import { isCrossed } from '../../book/isCrossed.ts';
import { Level2Column, type Level2Row } from '../../codec/records/Level2Row.ts';
import type { Begun, Changed, Notice } from '../../streams/notice.ts';
import type { Step } from '../machine.ts';
import { advance, type BookAsk, type Occasion } from './advance.ts';
import type { BookRules } from './bookOptions.ts';
import type { BookReading } from './bookReading.ts';
import type { AuditPhase, BookState, Crossing, Instant, RepairPhase } from './bookState.ts';
import { told } from './toldBook.ts';
import { crossingAfter, crossingBy } from './crossing.ts';

/**
 * What comes in: a notice of the stream, the answer to an audit (none where it failed), that a time has come, or other
 * rules.
 */
export type BookInput<B> =
  | { readonly _tag: 'Rules'; readonly rules: BookRules }
  | { readonly _tag: 'Notice'; readonly notice: Notice<B> }
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

type Crossed<L> = Pick<BookState<unknown, L>, 'best' | 'crossing' | 'repairs'>;

/** What is reckoned with: how the book is read, and when. */
type At<B, L> = Pick<Occasion<B, L>, 'reading' | 'instant'>;

/** How often it became crossed is counted. */
const crossingTo = <B, L>(
  crossing: Crossing | undefined,
  { crossing: before, repairs }: BookState<B, L>,
): Omit<Crossed<L>, 'best'> => {
  const isNew = crossing !== undefined && before === undefined;
  return { crossing, repairs: isNew ? { ...repairs, crossed: repairs.crossed + 1 } : repairs };
};

/** The best levels after a frame, and whether the book is crossed. */
const crossedBy = <B, L>(
  state: BookState<B, L>,
  book: B,
  { reading, instant: { now } }: At<B, L>,
): Crossed<L> => {
  const best = reading.newest(book)?.best() ?? {};
  const isNow = isCrossed(best, reading.compare, state.rules);
  const { crossing, repairs } = crossingTo(crossingAfter(state.crossing, isNow, now), state);
  return { best, crossing, repairs };
};

/** What is crossed no longer needs no repair for it. */
const stillWanted = (repair: RepairPhase, crossing: Crossing | undefined): RepairPhase =>
  repair._tag === 'Wanted' && repair.why === 'crossed' && crossing === undefined ? { _tag: 'Idle' } : repair;

const onRules = <B, L>(
  state: BookState<B, L>,
  rules: BookRules,
  { reading, instant: { now } }: At<B, L>,
): BookState<B, L> => {
  if (state.kept.status !== 'live') return { ...state, rules };
  const isNow = isCrossed(state.best, reading.compare, rules);
  const crossed = crossingTo(crossingBy(state.crossing, isNow, now), state);
  return { ...state, rules, ...crossed, repair: stillWanted(state.repair, crossed.crossing) };
};

const onBegun = <B, L>(state: BookState<B, L>, { kept }: Begun<B>, at: At<B, L>): BookState<B, L> => {
  const { now } = at.instant;
  const { repair, repairs, pace } = state;
  const isRepaired = repair._tag === 'UnderWay';
  const counted = isRepaired ? { ...repairs, done: repairs.done + 1 } : repairs;
  return {
    ...state,
    ...crossedBy({ ...state, crossing: undefined, repairs: counted }, kept.state, at),
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

const onChanged = <B, L>(
  state: BookState<B, L>,
  { event, kept }: Changed<B>,
  at: At<B, L>,
): BookState<B, L> => {
  // What comes out of this topic is rows.
  const rows = event as readonly Level2Row[];
  if (kept.status !== 'live') return state;
  const unknown = unknownIn(rows);
  const unknownSides = state.unknownSides + unknown;
  if (unknown === rows.length) return { ...state, kept, unknownSides };
  const { best, crossing, repairs } = crossedBy(state, kept.state, at);
  return {
    ...state,
    best,
    crossing,
    repairs,
    kept,
    unknownSides,
    frames: state.frames + 1,
    audit: touchedWith(state.audit, rows, at.instant.now),
    repair: stillWanted(state.repair, crossing),
  };
};

/** A repair goes on until there is a snapshot, or until the stream could not be begun. */
const onNotLive = <B, L>(state: BookState<B, L>, notice: Notice<B>, { now }: Instant): BookState<B, L> => {
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

const onAnswer = <B, L>(
  state: BookState<B, L>,
  rows: readonly Level2Row[] | undefined,
  { now }: Instant,
): BookState<B, L> => {
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

const next = <B, L>(state: BookState<B, L>, input: BookInput<B>, at: At<B, L>): BookState<B, L> => {
  switch (input._tag) {
    case 'Tick':
      return state;
    case 'Rules':
      return onRules(state, input.rules, at);
    case 'Answer':
      return onAnswer(state, input.rows, at.instant);
    case 'Notice': {
      const { notice } = input;
      if (notice._tag === 'Begun') return onBegun(state, notice, at);
      if (notice._tag === 'Changed') return onChanged(state, notice, at);
      return onNotLive(state, notice, at.instant);
    }
  }
};

/**
 * The life of a book, pure: what it becomes by an input, and what is to be asked of the exchange for that.
 *
 * It is crossed as soon as a frame has made it so, and repaired when that has lasted. It is compared with the exchange's
 * own snapshot when it has not been proven for a while, and repaired when two comparisons find the same level wrong. An
 * `Audit` is answered by an `Answer`; a `Repair` by what the stream tells.
 */
export const reduceBook =
  <B, L>(reading: BookReading<B, L>, depth: () => number) =>
  (state: BookState<B, L>, input: BookInput<B>, measured: Instant): Step<BookState<B, L>, BookAsk> => {
    // A timer may fire a fraction of a millisecond before its time.
    const instant =
      input._tag === 'Tick' ? { ...measured, now: Math.max(measured.now, input.due) } : measured;
    const occasion: Occasion<B, L> = { reading, depth, instant };
    const [after, asks] = advance(next(state, input, occasion), occasion);
    return [told(after, state, reading.compare, instant.at), asks];
  };
