import {
  TradeColumn,
  type TradeObject,
  type TradeRow,
  tradeRowToObject,
} from '../../codec/records/TradeRow.ts';

/** The id of a trade: it grows with time, and is not dense within an instrument. */
export type TradeId = TradeObject['TradeId'];

/** One public trade. */
export interface Trade extends TradeObject {
  /** What kind of item it is: a trade. */
  readonly _tag: 'Trade';
}

/** Between two trades there may have been others, of which the exchange does not tell any more. */
export interface TradeGap {
  /** What kind of item it is: a gap. */
  readonly _tag: 'Gap';
  /** The last trade before it. */
  readonly from: TradeId;
  /** The first trade after it. */
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
