import { touchedBy } from '../../book/audit.ts';
import type { Step } from '../machine.ts';
import type { BookReading } from './bookReading.ts';
import type { AuditPhase, BookState, Instant } from './bookState.ts';
import { overdueAt } from './crossing.ts';
import { judge } from './judge.ts';
import { mayRepairAt, paceAt, type RepairReason } from './repairs.ts';

/** What is to be done: ask for a snapshot to compare with, or begin the stream afresh. */
export interface BookAsk {
  readonly _tag: 'Audit' | 'Repair';
}

/** What a state is judged by, and when. */
export interface Occasion<L> {
  readonly reading: BookReading<L>;
  /** How many levels a side the exchange is asked for. */
  readonly depth: () => number;
  readonly instant: Instant;
}

const nothing: readonly BookAsk[] = [];

type Moved<L> = Step<BookState<L>, BookAsk>;

/** How soon a difference is looked at again, in milliseconds. */
const secondLook = 2_000;

const dueForAudit = <L>({ audit, repair, crossing, rules: { auditAfter } }: BookState<L>): number => {
  if (audit._tag === 'Judging') return audit.dueAt;
  if (audit._tag !== 'Idle' || repair._tag !== 'Idle' || crossing !== undefined) return Infinity;
  return audit.from + (audit.wait === 'short' ? Math.min(secondLook, auditAfter) : auditAfter);
};

const dueForCrossing = <L>({ crossing, repair }: BookState<L>): number =>
  crossing !== undefined && repair._tag === 'Idle' ? overdueAt(crossing) : Infinity;

const dueForRepair = <L>({ repair }: BookState<L>): number =>
  repair._tag === 'Wanted' ? repair.dueAt : Infinity;

/** When something is to be done although nothing comes; `Infinity` for never. */
export const dueAt = <L>(state: BookState<L>): number =>
  Math.min(dueForAudit(state), dueForCrossing(state), dueForRepair(state));

/** Nobody waits for an audit that was under way: should the repair not be needed in the end, it is asked for again. */
const putOff = (audit: AuditPhase, now: number): AuditPhase =>
  audit._tag === 'Idle' || audit._tag === 'Off'
    ? audit
    : { _tag: 'Idle', from: now, wait: 'short', suspects: audit.suspects };

const wantRepair = <L>(state: BookState<L>, why: RepairReason, { now }: Instant): BookState<L> => {
  const pace = paceAt(state.pace, now);
  const due = Math.max(now, mayRepairAt(pace, state.rules.repairPause));
  return { ...state, pace, audit: putOff(state.audit, now), repair: { _tag: 'Wanted', why, dueAt: due } };
};

const beginAudit = <L>(state: BookState<L>): Moved<L> => {
  const { audit, repairs } = state;
  const suspects = audit._tag === 'Off' ? new Set<string>() : audit.suspects;
  return [
    {
      ...state,
      audit: { _tag: 'Asked', touched: touchedBy([]), suspects },
      repairs: { ...repairs, audits: repairs.audits + 1 },
    },
    [{ _tag: 'Audit' }],
  ];
};

type Judging = Extract<AuditPhase, { readonly _tag: 'Judging' }>;

const counted = <L>(state: BookState<L>): BookState<L> => ({
  ...state,
  repairs: { ...state.repairs, differences: state.repairs.differences + 1 },
});

const endAudit = <L>(
  state: BookState<L>,
  audit: Judging,
  { reading, depth, instant }: Occasion<L>,
): BookState<L> => {
  const { at, now } = instant;
  const { kept, mostTold } = state;
  const book = kept.state === undefined ? undefined : reading.newest(kept.state);
  if (book === undefined) return { ...state, audit: { _tag: 'Off' } };
  const judgement = judge({ ...audit, book, depth: depth(), mostTold }, reading.audit);
  switch (judgement._tag) {
    case 'Agreed':
      return {
        ...state,
        agreedAt: at,
        audit: { _tag: 'Idle', from: now, wait: 'usual', suspects: new Set() },
      };
    case 'Suspicious':
      return { ...state, audit: { _tag: 'Idle', from: now, wait: 'short', suspects: judgement.suspects } };
    case 'Wrong':
      return wantRepair(counted(state), 'differences', instant);
  }
};

const beginRepair = <L>(state: BookState<L>, why: RepairReason, { at }: Instant): Moved<L> => [
  { ...state, repair: { _tag: 'UnderWay', why }, repairs: { ...state.repairs, last: { at, why } } },
  [{ _tag: 'Repair' }],
];

/** Does what is due: what one thing brings about may make another due. */
export const advance = <L>(state: BookState<L>, occasion: Occasion<L>): Moved<L> => {
  const { audit, repair } = state;
  const due = dueAt(state);
  if (due === Infinity) return [state, nothing];
  const { now } = occasion.instant;
  if (now < due) return [state, nothing];
  if (audit._tag === 'Judging' && now >= audit.dueAt)
    return advance(endAudit(state, audit, occasion), occasion);
  if (repair._tag === 'Wanted' && now >= repair.dueAt)
    return beginRepair(state, repair.why, occasion.instant);
  if (now >= dueForCrossing(state)) return advance(wantRepair(state, 'crossed', occasion.instant), occasion);
  return beginAudit(state);
};
