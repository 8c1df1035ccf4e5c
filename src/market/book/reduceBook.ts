import { touchedBy } from '../../book/audit.ts';
import type { Best } from '../../book/book.ts';
import { isCrossed } from '../../book/isCrossed.ts';
import { Level2Column, type Level2Row } from '../../codec/records/Level2Row.ts';
import type { Begun, Changed, Notice } from '../../streams/notice.ts';
import type { KeptBook } from '../../topics/keptBook.ts';
import type { Step } from '../machine.ts';
import { advance, type BookAsk, type Occasion } from './advance.ts';
import type { BookRules } from './bookOptions.ts';
import type { BookReading } from './bookReading.ts';
import type { AuditPhase, BookState, Crossing, Instant, RepairPhase } from './bookState.ts';
import { lengthOf } from './judge.ts';
import { crossingAfter, crossingBy } from './crossing.ts';
import type { Repairs } from './repairs.ts';
import { told } from './toldBook.ts';

/**
 * What comes in: a notice of the stream, the answer to an audit (none where it failed), that a time has come, or other
 * rules.
 */
export type BookInput =
  | Notice<KeptBook>
  | { readonly _tag: 'Rules'; readonly rules: BookRules }
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

const none = {};

/** What a frame changes by itself. */
type Frame<L> = Pick<BookState<L>, 'kept' | 'best' | 'crossing' | 'audit' | 'unknownSides'>;

/** What is reckoned with: how the book is read, and when. */
type At<L> = Pick<Occasion<L>, 'reading' | 'instant'>;

/** How often it became crossed is counted. */
const repairsWith = <L>(
  crossing: Crossing | undefined,
  { crossing: before, repairs }: BookState<L>,
): Repairs =>
  crossing !== undefined && before === undefined ? { ...repairs, crossed: repairs.crossed + 1 } : repairs;

const bestIn = <L>(book: KeptBook, { newest }: BookReading<L>): Best<L> => newest(book)?.best() ?? none;

/** Whether a book is crossed, once these are its best levels. */
const crossingBeing = <L>(
  { crossing, rules }: BookState<L>,
  best: Best<L>,
  { reading, instant }: At<L>,
): Crossing | undefined =>
  isCrossed(best, reading.compare, rules) ? crossingAfter(crossing, instant.now) : undefined;

/** What is crossed no longer needs no repair for it. */
const stillWanted = (repair: RepairPhase, crossing: Crossing | undefined): RepairPhase =>
  repair._tag === 'Wanted' && repair.why === 'crossed' && crossing === undefined ? { _tag: 'Idle' } : repair;

const onRules = <L>(
  state: BookState<L>,
  rules: BookRules,
  { reading, instant: { now } }: At<L>,
): BookState<L> => {
  if (state.kept.status !== 'live') return { ...state, rules };
  const isNow = isCrossed(state.best, reading.compare, rules);
  const crossing = isNow ? crossingBy(state.crossing, now) : undefined;
  const repairs = repairsWith(crossing, state);
  return { ...state, rules, crossing, repairs, repair: stillWanted(state.repair, crossing) };
};

const onBegun = <L>(state: BookState<L>, { kept }: Begun<KeptBook>, at: At<L>): BookState<L> => {
  const { now } = at.instant;
  const { repair, repairs, pace } = state;
  const isRepaired = repair._tag === 'UnderWay';
  const counted = isRepaired ? { ...repairs, done: repairs.done + 1 } : repairs;
  const anew = { ...state, crossing: undefined, repairs: counted };
  const best = bestIn(kept.state, at.reading);
  const crossing = crossingBeing(anew, best, at);
  return {
    ...anew,
    best,
    crossing,
    repairs: repairsWith(crossing, anew),
    kept,
    audit: { _tag: 'Idle', from: now, wait: 'usual', suspects: new Set() },
    repair: { _tag: 'Idle' },
    pace: isRepaired ? { inARow: pace.inARow + 1, endedAt: now } : pace,
  };
};

const touchedWith = (audit: AuditPhase, rows: readonly Level2Row[], instant: Instant): AuditPhase => {
  if (audit._tag !== 'Asked' && audit._tag !== 'Judging') return audit;
  const touched = touchedBy(rows, audit.touched);
  return audit._tag === 'Asked' ? { ...audit, touched } : { ...audit, touched, dueAt: instant.now };
};

/** Field by field, as it is once a frame: a spread would cost as much as all else that is done with it. */
const afterFrame = <L>(
  state: BookState<L>,
  { kept, best, crossing, audit, unknownSides }: Frame<L>,
): BookState<L> => ({
  rules: state.rules,
  kept,
  strict: state.strict,
  fine: state.fine,
  agreedAt: state.agreedAt,
  frames: state.frames + 1,
  best,
  crossing,
  audit,
  repair: stillWanted(state.repair, crossing),
  mostTold: state.mostTold,
  pace: state.pace,
  repairs: repairsWith(crossing, state),
  unknownSides,
});

const onChanged = <L>(state: BookState<L>, { event, kept }: Changed<KeptBook>, at: At<L>): BookState<L> => {
  // What comes out of this topic is rows.
  const rows = event as readonly Level2Row[];
  if (kept.status !== 'live') return state;
  const unknown = unknownIn(rows);
  const unknownSides = state.unknownSides + unknown;
  if (unknown === rows.length) return { ...state, kept, unknownSides };
  const best = bestIn(kept.state, at.reading);
  const crossing = crossingBeing(state, best, at);
  const audit = touchedWith(state.audit, rows, at.instant);
  return afterFrame(state, { kept, best, crossing, audit, unknownSides });
};

/** A repair goes on until there is a snapshot, or until the stream could not be begun. */
const onNotLive = <L>(state: BookState<L>, notice: Notice<KeptBook>, { now }: Instant): BookState<L> => {
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

const onAnswer = <L>(
  state: BookState<L>,
  rows: readonly Level2Row[] | undefined,
  { now }: Instant,
): BookState<L> => {
  const { audit } = state;
  if (audit._tag !== 'Asked') return state;
  const { suspects, touched } = audit;
  return {
    ...state,
    mostTold: Math.max(state.mostTold, rows === undefined ? 0 : lengthOf(rows)),
    audit:
      rows === undefined
        ? { _tag: 'Idle', from: now, wait: 'usual', suspects }
        : { _tag: 'Judging', answer: rows, touched, suspects, dueAt: now + quiet },
  };
};

const next = <L>(state: BookState<L>, input: BookInput, at: At<L>): BookState<L> => {
  switch (input._tag) {
    case 'Tick':
      return state;
    case 'Rules':
      return onRules(state, input.rules, at);
    case 'Answer':
      return onAnswer(state, input.rows, at.instant);
    case 'Begun':
      return onBegun(state, input, at);
    case 'Changed':
      return onChanged(state, input, at);
    default:
      return onNotLive(state, input, at.instant);
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
  <L>(reading: BookReading<L>, depth: () => number) =>
  (state: BookState<L>, input: BookInput, measured: Instant): Step<BookState<L>, BookAsk> => {
    // A timer may fire a fraction of a millisecond before its time.
    const instant =
      input._tag === 'Tick' ? { ...measured, now: Math.max(measured.now, input.due) } : measured;
    const occasion: Occasion<L> = { reading, depth, instant };
    const [after, asks] = advance(next(state, input, occasion), occasion);
    return [told(after, reading.compare, instant), asks];
  };
