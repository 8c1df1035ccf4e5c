import { touchedBy } from '../../book/audit.ts';
import { Level2Column, type Level2Row } from '../../codec/records/Level2Row.ts';
import type { Begun, Changed, Notice } from '../../streams/notice.ts';
import { type KeptBook, newestOf } from '../../topics/keptBook.ts';
import type { Step } from '../machine.ts';
import { advance, type BookAsk, type Occasion } from './advance.ts';
import type { BookRules } from './bookOptions.ts';
import type { AuditPhase, BookState, BookTrust, Crossing, Instant, RepairPhase } from './bookState.ts';
import type { Repairs } from './repairs.ts';
import { crossingAfter } from './crossing.ts';

/** What comes in: a notice of the stream, the answer to an audit (none where it failed), or that a time has come. */
export type BookInput =
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

/** The best levels after a frame, and whether the book is crossed; how often it became so is counted. */
const crossedBy = (
  book: KeptBook,
  before: Crossing | undefined,
  repairs: Repairs,
  { rules, instant }: Occasion,
): Crossed => {
  const best = newestOf(book)?.best() ?? {};
  const crossing = crossingAfter(before, best, rules, instant.now);
  const isNew = crossing !== undefined && before === undefined;
  return { best, crossing, repairs: isNew ? { ...repairs, crossed: repairs.crossed + 1 } : repairs };
};

const onBegun = (state: BookState, { kept }: Begun<KeptBook>, occasion: Occasion): BookState => {
  const { rules, instant } = occasion;
  const { repair, repairs, pace } = state;
  const isRepaired = repair._tag === 'UnderWay';
  const counted = isRepaired ? { ...repairs, done: repairs.done + 1 } : repairs;
  return {
    ...state,
    ...crossedBy(kept.state, undefined, counted, occasion),
    kept,
    audit: { _tag: 'Idle', dueAt: instant.now + rules.auditAfter, suspects: new Set() },
    repair: { _tag: 'Idle' },
    pace: isRepaired ? { inARow: pace.inARow + 1, endedAt: instant.now } : pace,
  };
};

/** What is crossed no longer needs no repair for it. */
const stillWanted = (repair: RepairPhase, crossing: Crossing | undefined): RepairPhase =>
  repair._tag === 'Wanted' && repair.why === 'crossed' && crossing === undefined ? { _tag: 'Idle' } : repair;

const touchedWith = (audit: AuditPhase, rows: readonly Level2Row[], now: number): AuditPhase => {
  if (audit._tag !== 'Asked' && audit._tag !== 'Judging') return audit;
  const touched = touchedBy(rows, audit.touched);
  return audit._tag === 'Asked' ? { ...audit, touched } : { ...audit, touched, dueAt: now };
};

const onChanged = (state: BookState, { event, kept }: Changed<KeptBook>, occasion: Occasion): BookState => {
  // What comes out of this topic is rows.
  const rows = event as readonly Level2Row[];
  if (kept.status !== 'live') return state;
  const unknown = unknownIn(rows);
  const unknownSides = state.unknownSides + unknown;
  if (unknown === rows.length) return { ...state, kept, unknownSides };
  const crossed = crossedBy(kept.state, state.crossing, state.repairs, occasion);
  return {
    ...state,
    ...crossed,
    kept,
    unknownSides,
    revision: state.revision + 1,
    audit: touchedWith(state.audit, rows, occasion.instant.now),
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

const onAnswer = (
  state: BookState,
  rows: readonly Level2Row[] | undefined,
  { rules, instant: { now } }: Occasion,
): BookState => {
  const { audit } = state;
  if (audit._tag !== 'Asked') return state;
  const { suspects, touched } = audit;
  return {
    ...state,
    audit:
      rows === undefined
        ? { _tag: 'Idle', dueAt: now + rules.auditAfter, suspects }
        : { _tag: 'Judging', answer: rows, touched, suspects, dueAt: now + quiet },
  };
};

const next = (state: BookState, input: BookInput, occasion: Occasion): BookState => {
  switch (input._tag) {
    case 'Tick':
      return state;
    case 'Answer':
      return onAnswer(state, input.rows, occasion);
    case 'Notice': {
      const { notice } = input;
      if (notice._tag === 'Begun') return onBegun(state, notice, occasion);
      if (notice._tag === 'Changed') return onChanged(state, notice, occasion);
      return onNotLive(state, notice, occasion.instant);
    }
  }
};

const statusOf = ({ kept, crossing, repair }: BookState): BookTrust['status'] => {
  if (kept.status !== 'live') return kept.status;
  if (repair._tag !== 'Idle' && repair.why === 'differences') return 'stale';
  return crossing === undefined ? 'live' : 'crossed';
};

/** What is told of the book after something has come in. */
const told = (state: BookState, before: BookState, at: number): BookState => {
  const { kept } = state;
  const { trust } = before;
  const status = statusOf(state);
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
    revision: isNews && state.revision === before.revision ? state.revision + 1 : state.revision,
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
  (rules: BookRules, depth: () => number) =>
  (state: BookState, input: BookInput, measured: Instant): Step<BookState, BookAsk> => {
    // A timer may fire a fraction of a millisecond before its time.
    const instant =
      input._tag === 'Tick' ? { ...measured, now: Math.max(measured.now, input.due) } : measured;
    const occasion: Occasion = { rules, depth, instant };
    const [after, asks] = advance(next(state, input, occasion), occasion);
    return [told(after, state, instant.at), asks];
  };
