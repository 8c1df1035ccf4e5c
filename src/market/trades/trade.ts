import {
  TradeColumn,
  type TradeObject,
  type TradeRow,
  tradeRowToObject,
} from '../../codec/records/TradeRow.ts';

/** The id of a trade. Ids grow with time, and those of one instrument have holes between them. */
export type TradeId = TradeObject['TradeId'];

/** One public trade. */
export interface Trade extends TradeObject {
  /** Marks a trade, as opposed to a gap. */
  readonly _tag: 'Trade';
}

/** A gap: there may have been trades here, but the exchange no longer reports them. */
export interface TradeGap {
  /** Marks a gap, as opposed to a trade. */
  readonly _tag: 'Gap';
  /** The id of the last trade before the gap; 0 where nothing had been traded. */
  readonly from: TradeId;
  /** The id of the first trade after the gap. */
  readonly to: TradeId;
}

/** The trade that a row tells of. */
export const tradeOf = (row: TradeRow): Trade => ({ _tag: 'Trade', ...tradeRowToObject(row) });

/** The rows in the order of their ids, each id once. */
export const inOrder = (rows: readonly TradeRow[]): readonly TradeRow[] => {
  const byId = new Map(rows.map((row) => [row[TradeColumn.TradeId], row]));
  // An id may be a bigint, so that a difference is no number.
  return [...byId.values()].sort(([one], [other]) => (one < other ? -1 : 1));
};
