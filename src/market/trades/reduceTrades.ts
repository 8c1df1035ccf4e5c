import { TradeColumn, type TradeRow } from '../../codec/records/TradeRow.ts';
import { inOrder, type Trade, type TradeGap, tradeOf } from './trade.ts';
import { emptyTradeLog, isDeep, keptTrades, lastId, type TradeLog } from './tradeLog.ts';

/** What happens to a {@link TradeLog}. */
export type TradeInput =
  /** The stream has begun: its last trades; `count` were asked for. */
  | { readonly _tag: 'Snapshot'; readonly rows: readonly TradeRow[]; readonly count: number }
  /** The stream goes on. */
  | { readonly _tag: 'Update'; readonly rows: readonly TradeRow[] }
  /** The answer to an ask, whose count it repeats; no rows where the exchange refuses it. */
  | { readonly _tag: 'LastTrades'; readonly Count: number; readonly rows: readonly TradeRow[] | undefined }
  /** The link is lost. */
  | { readonly _tag: 'Lost' }
  /** The symbol stands for another instrument: what is known is not of that. */
  | { readonly _tag: 'Moved' }
  /** Somebody wants so many of the past. */
  | { readonly _tag: 'Wanted'; readonly count: number };

/** What is to be asked of the exchange: its last trades. */
export interface TradeAsk {
  readonly _tag: 'LastTrades';
  readonly Count: number;
}

/** How many trades are asked for where the snapshot does not reach back to the last one known. */
const bridgeLength = 1_000;

const idOf = (row: TradeRow) => row[TradeColumn.TradeId];

/** Which of these were not told yet, in order. */
const newOnes = ({ kept }: TradeLog, rows: readonly TradeRow[]): readonly Trade[] => {
  const last = kept.at(-1)?.TradeId;
  const first = kept[0]?.TradeId;
  const ordered = inOrder(rows);
  const lead = ordered[0];
  if (last === undefined || first === undefined || lead === undefined || idOf(lead) > last) {
    return ordered.map(tradeOf);
  }
  const known = new Set(kept.map(({ TradeId }) => TradeId));
  return ordered.filter((row) => idOf(row) > first && !known.has(idOf(row))).map(tradeOf);
};

const keep = (kept: readonly Trade[], trades: readonly Trade[]): readonly Trade[] => {
  const last = kept.at(-1)?.TradeId;
  const all = [...kept, ...trades];
  const isRising = last === undefined || trades[0] === undefined || trades[0].TradeId > last;
  if (!isRising) all.sort((one, other) => (one.TradeId < other.TradeId ? -1 : 1));
  return all.slice(-keptTrades);
};

/** What lies before the first of these: of another instrument, all that was traded since the last of the old one. */
const gapBefore = (
  { movedAfter }: TradeLog,
  [first]: readonly Trade[],
  gap: TradeGap | undefined,
): TradeGap | undefined =>
  movedAfter === undefined || first === undefined
    ? gap
    : { _tag: 'Gap', from: movedAfter, to: first.TradeId };

const tell = (log: TradeLog, trades: readonly Trade[], hole?: TradeGap): TradeLog => {
  const gap = gapBefore(log, trades, hole);
  const kept = keep(log.kept, trades);
  const oldest = kept[0]?.TradeId ?? 0;
  const gaps = gap === undefined ? log.gaps : [...log.gaps, gap];
  return {
    ...log,
    kept,
    movedAfter: trades.length === 0 ? log.movedAfter : undefined,
    gaps: gaps.filter(({ to }) => to > oldest),
    told: gap === undefined ? trades : [gap, ...trades],
  };
};

/** With what is wanted and not there being asked for. */
const deepened = (log: TradeLog): TradeLog =>
  log.phase._tag !== 'Live' || log.asking !== undefined || isDeep(log, log.wanted)
    ? log
    : { ...log, asking: log.wanted };

const depthOf = (count: number, rows: readonly unknown[]): number => (rows.length < count ? Infinity : count);

/** A log of which nothing is known any more, but how much of the past is wanted and what the last trade was. */
const anew = (log: TradeLog): TradeLog => ({
  ...emptyTradeLog,
  wanted: log.wanted,
  movedAfter: log.movedAfter ?? lastId(log),
});

/** An exchange that was set up again counts from the beginning: its last trades are all before the first one kept. */
const hasBegunAnew = ({ kept: [oldest] }: TradeLog, rows: readonly TradeRow[]): boolean => {
  const newest = inOrder(rows).at(-1);
  return oldest !== undefined && newest !== undefined && idOf(newest) < oldest.TradeId;
};

/** Whether none lies between what is known and these: where nothing was traded before, only a list of all reaches back. */
const reachesBack = (log: TradeLog, rows: readonly TradeRow[], isAll: boolean): boolean => {
  const last = lastId(log);
  const [first] = inOrder(rows);
  return first === undefined || (last === undefined ? isAll : idOf(first) <= last);
};

const onSnapshot = (known: TradeLog, rows: readonly TradeRow[], count: number): TradeLog => {
  const log = hasBegunAnew(known, rows) ? anew(known) : known;
  const live = { ...log, phase: { _tag: 'Live' }, asking: undefined } as const;
  if (log.phase._tag === 'Unborn') {
    const kept = keep([], inOrder(rows).map(tradeOf));
    return deepened({ ...live, kept, told: [], depth: depthOf(count, rows) });
  }
  if (reachesBack(log, rows, rows.length < count)) return deepened(tell(live, newOnes(log, rows)));
  return {
    ...live,
    told: [],
    phase: { _tag: 'Joining', held: rows },
    asking: Math.max(bridgeLength, log.wanted),
  };
};

const onUpdate = (log: TradeLog, rows: readonly TradeRow[]): TradeLog => {
  const { phase } = log;
  if (phase._tag === 'Live') return tell(log, newOnes(log, rows));
  const held = phase._tag === 'Joining' ? { ...phase, held: [...phase.held, ...rows] } : phase;
  return { ...log, told: [], phase: held };
};

/** Joins what was held back to what was known: with a gap where the answer does not reach back to that either. */
const joined = (log: TradeLog, rows: readonly TradeRow[], isAll: boolean, depth: number): TradeLog => {
  const [first] = inOrder(rows);
  const live: TradeLog = { ...log, phase: { _tag: 'Live' }, asking: undefined, depth };
  const gap: TradeGap | undefined =
    first === undefined || reachesBack(log, rows, isAll)
      ? undefined
      : { _tag: 'Gap', from: lastId(log) ?? 0, to: idOf(first) };
  return deepened(tell(live, newOnes(log, rows), gap));
};

const onLastTrades = (log: TradeLog, count: number, rows: readonly TradeRow[] | undefined): TradeLog => {
  const { phase, kept, asking } = log;
  // An answer to what is asked no more: the link was lost meanwhile.
  if (asking !== count) return { ...log, told: [] };
  const depth = Math.max(log.depth, rows === undefined ? Infinity : depthOf(count, rows));
  if (phase._tag === 'Joining') {
    const isAll = rows !== undefined && rows.length < count;
    return joined(log, [...(rows ?? []), ...phase.held], isAll, depth);
  }
  const oldest = kept[0]?.TradeId;
  // What is newer will come as an event, and is to be told then.
  const older = inOrder(rows ?? []).filter((row) => oldest !== undefined && idOf(row) < oldest);
  return deepened({
    ...log,
    told: [],
    asking: undefined,
    depth,
    kept: [...older.map(tradeOf), ...kept].slice(-keptTrades),
  });
};

const next = (log: TradeLog, input: TradeInput): TradeLog => {
  switch (input._tag) {
    case 'Snapshot':
      return onSnapshot(log, input.rows, input.count);
    case 'Update':
      return onUpdate(log, input.rows);
    case 'LastTrades':
      return onLastTrades(log, input.Count, input.rows);
    case 'Lost': {
      const phase = log.phase._tag === 'Unborn' ? log.phase : ({ _tag: 'Lost' } as const);
      return { ...log, told: [], asking: undefined, phase };
    }
    case 'Moved':
      // Ids of different instruments are not compared.
      return anew(log);
    case 'Wanted':
      return deepened({ ...log, told: [], wanted: Math.max(log.wanted, Math.min(input.count, keptTrades)) });
  }
};

/**
 * The life of a log of trades, pure: what it becomes by an input, and what is to be asked of the exchange for that.
 *
 * Every trade is told once, by its id: in their order, but for one that the exchange itself tells late. After a loss
 * the last trades are asked for where the snapshot does not reach back to the last one told; where the answer does not
 * either, a gap is told between two ids; so it is where the symbol has moved to another instrument, and where the exchange
 * has begun to count anew. An ask is answered by a `LastTrades` with the same count, once.
 */
export const reduceTrades = (
  log: TradeLog,
  input: TradeInput,
): readonly [log: TradeLog, asks: readonly TradeAsk[]] => {
  const after = next(log, input);
  const isNew = after.asking !== undefined && (after.asking !== log.asking || input._tag === 'Snapshot');
  return [after, isNew ? [{ _tag: 'LastTrades', Count: after.asking }] : []];
};
