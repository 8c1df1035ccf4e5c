import type { TradeRow } from '../../codec/records/TradeRow.ts';
import type { Trade, TradeGap, TradeId } from './trade.ts';

/**
 * Where a log stands.
 *
 * - `Unborn`: there was no snapshot yet.
 * - `Lost`: it does not follow the exchange.
 * - `Joining`: it follows, and what came between its last trade and the snapshot is being asked for.
 * - `Live`: it follows.
 */
export type Phase =
  | { readonly _tag: 'Unborn' | 'Lost' | 'Live' }
  | { readonly _tag: 'Joining'; readonly held: readonly TradeRow[] };

/** The public trades of one instrument, as far back as they are kept. */
export interface TradeLog {
  readonly phase: Phase;
  /** The last trades, by their ids, which are all different. */
  readonly kept: readonly Trade[];
  /** Where trades may be missing between those. */
  readonly gaps: readonly TradeGap[];
  /** The last trade of the instrument that the symbol stood for before, if nothing has been told since. */
  readonly movedAfter: TradeId | undefined;
  /** What the last input has to tell, each trade once in the life of the log. */
  readonly told: readonly (Trade | TradeGap)[];
  /** How many of the past somebody wants. */
  readonly wanted: number;
  /** So many of the past have been asked for and came, as far as there are any. */
  readonly depth: number;
  /** How many are being asked for. */
  readonly asking: number | undefined;
}

/** How many trades are kept. An id that is smaller than the smallest of them has been told, or is before our time. */
export const keptTrades = 2_048;

/** A log of which nothing is known yet. */
export const emptyTradeLog: TradeLog = {
  phase: { _tag: 'Unborn' },
  kept: [],
  gaps: [],
  movedAfter: undefined,
  told: [],
  wanted: 0,
  depth: 0,
  asking: undefined,
};

/** The greatest id that is known. */
export const lastId = ({ kept }: Pick<TradeLog, 'kept'>): TradeId | undefined => kept.at(-1)?.TradeId;

/** Whether so many of the past are there, or the exchange has no more. */
export const isDeep = ({ phase, kept, depth }: TradeLog, count: number): boolean =>
  phase._tag !== 'Unborn' && (kept.length >= count || depth >= count);

/** The last `count` trades, with the gaps between them. */
export const lastTrades = ({ kept, gaps }: TradeLog, count: number): readonly (Trade | TradeGap)[] => {
  const trades = count > 0 ? kept.slice(-count) : [];
  return trades.flatMap((trade, index) => {
    const gap = index === 0 ? undefined : gaps.find(({ to }) => to === trade.TradeId);
    return gap === undefined ? [trade] : [gap, trade];
  });
};
