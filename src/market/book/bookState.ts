import type { Prices } from '../../book/audit.ts';
import type { Best } from '../../book/book.ts';
import type { Level2Row } from '../../codec/records/Level2Row.ts';
import { type Kept, type Status, type Trust, unborn } from '../../streams/kept.ts';
import type { KeptBook } from '../../topics/keptBook.ts';
import { type BookRules, rulesOf } from './bookOptions.ts';
import { noRepairs, type RepairPace, type RepairReason, type Repairs, rested } from './repairs.ts';

/** The {@link Status} of a book, or `crossed`: it follows the exchange, but its best bid is not below its best ask. */
export type BookStatus = Status | 'crossed';

/** How far a book can be trusted. */
export interface BookTrust extends Omit<Trust, 'status'> {
  /** Trade only on a `live` book. */
  readonly status: BookStatus;
}

/** Since when a book is crossed, on the clock that nobody sets, and how many frames have not changed that. */
export interface Crossing {
  readonly since: number;
  readonly frames: number;
}

/** Keys of levels that the last audit found wrong. */
export type Suspects = ReadonlySet<string>;

/**
 * Where the comparison with the exchange's own snapshot stands.
 *
 * - `Off`: there is nothing to compare.
 * - `Idle`: until the next is due, which is soon where the last has found something.
 * - `Asked`: until the answer comes; where rows come meanwhile is remembered.
 * - `Judging`: until the next frame or a while of quiet.
 */
export type AuditPhase =
  | { readonly _tag: 'Off' }
  | {
      readonly _tag: 'Idle';
      readonly from: number;
      readonly wait: 'usual' | 'short';
      readonly suspects: Suspects;
    }
  | { readonly _tag: 'Asked'; readonly touched: Prices; readonly suspects: Suspects }
  | {
      readonly _tag: 'Judging';
      readonly answer: readonly Level2Row[];
      readonly touched: Prices;
      readonly suspects: Suspects;
      readonly dueAt: number;
    };

/** Where the repair stands: a fresh start that may have to wait for its time. */
export type RepairPhase =
  | { readonly _tag: 'Idle' }
  | { readonly _tag: 'Wanted'; readonly why: RepairReason; readonly dueAt: number }
  | { readonly _tag: 'UnderWay'; readonly why: RepairReason };

/** A status, and when it began, in milliseconds since 1970. */
export interface Standing {
  readonly status: BookStatus;
  readonly since: number;
}

/** A book over any number of snapshots, with all that is known of how right it is: `L` its levels. */
export interface BookState<L> {
  /** What it is watched by: the strictest of what its consumers want. */
  readonly rules: BookRules;
  /** What the stream tells. */
  readonly kept: Kept<KeptBook>;
  /** Its status for those who take equal prices for crossed, whatever the watch takes them for. */
  readonly strict: Standing;
  /** Its status for those who take equal prices for fine. */
  readonly fine: Standing;
  /** When an audit last agreed, in milliseconds since 1970; 0 before the first. */
  readonly agreedAt: number;
  /** How many frames there were that had something to tell. */
  readonly frames: number;
  /** The best levels, as the last frame has left them. */
  readonly best: Best<L>;
  readonly crossing: Crossing | undefined;
  readonly audit: AuditPhase;
  /** The most levels a side that an answer to an audit has had. */
  readonly mostTold: number;
  readonly repair: RepairPhase;
  readonly pace: RepairPace;
  readonly repairs: Repairs;
  /** How many rows of an unknown side were passed over. */
  readonly unknownSides: number;
}

/** When something comes in: the time of day, for what is shown, and the time on the clock that nobody sets. */
export interface Instant {
  readonly at: number;
  readonly now: number;
}

/** A book of which nothing is known yet. */
export const unknownBook = <L>(rules = rulesOf({})): BookState<L> => {
  const kept = unborn<KeptBook>();
  const standing: Standing = { status: kept.status, since: kept.since };
  return {
    rules,
    kept,
    strict: standing,
    fine: standing,
    agreedAt: 0,
    frames: 0,
    best: {},
    crossing: undefined,
    audit: { _tag: 'Off' },
    mostTold: 0,
    repair: { _tag: 'Idle' },
    pace: rested,
    repairs: noRepairs,
    unknownSides: 0,
  };
};
