import type { Exchange } from '../../src/simulator/index.ts';
import { type Decimal, formatDecimal } from '../../src/simulator/market/decimal.ts';
import type { Consumer, PlainBook } from './following.ts';

const rightOf = <A>(found: { readonly _tag: string; readonly right?: A }): A => found.right as A;
const numberOf = (value: Decimal): number => Number(formatDecimal(value));

const bookOf = (exchange: Exchange, instrument: number): PlainBook => {
  const { bids, asks } = exchange.book(instrument);
  return new Map(
    [bids, asks].flatMap((levels, side) =>
      levels.map(({ Price, Quantity }) => [`${side} ${Number(Price)}`, Number(Quantity)] as const),
    ),
  );
};

/** Whether two books have the same levels. */
export const isSameBook = (one: PlainBook, other: PlainBook): boolean =>
  one.size === other.size && [...one].every(([level, quantity]) => other.get(level) === quantity);

/** What makes two books differ, a few levels of it. */
export const differenceOf = (ours: PlainBook, theirs: PlainBook): string => {
  const lacking = [...theirs].filter(([level, quantity]) => ours.get(level) !== quantity);
  const surplus = [...ours].filter(([level]) => !theirs.has(level));
  const shown = (levels: readonly (readonly [string, number])[]): string =>
    levels
      .slice(0, 3)
      .map(([level, quantity]) => `${level}: ${quantity}`)
      .join(', ');
  return `lacks ${lacking.length} (${shown(lacking)}), has ${surplus.length} too many (${shown(surplus)})`;
};

const bestOf = (exchange: Exchange, instrument: number): readonly unknown[] => {
  const { BestBid, BestOffer } = rightOf(exchange.market.level1(instrument));
  return [BestBid, BestOffer].map(numberOf);
};

/** The ids of the public trades of an instrument, as many as are kept. */
const tapeOf = (exchange: Exchange, instrument: number): readonly number[] =>
  rightOf(exchange.market.trades(instrument, 10_000)).map((row) => row[0]);

/** What a consumer knows wrongly, once all should be well; nothing where it is right. */
export const untruth = (
  exchange: Exchange,
  consumer: Consumer,
  probe: number | undefined,
): string | undefined => {
  const known = consumer.known();
  const { what, instrument } = consumer;
  if (known._tag === 'Nothing') return what === 'tradeMessages' ? undefined : `${what} knows nothing`;
  if ('isLive' in known && !known.isLive) return `${what} is not live`;
  if (known._tag === 'Book') {
    const [ours, theirs] = [known.book(), bookOf(exchange, instrument)];
    return isSameBook(ours, theirs) ? undefined : `${what} ${differenceOf(ours, theirs)}`;
  }
  if (known._tag === 'Summary') {
    const best = bestOf(exchange, instrument);
    return String(best) === String(known.prices)
      ? undefined
      : `${what} ${String(known.prices)} for ${String(best)}`;
  }
  if (known._tag === 'Trades') {
    const [last, lastOfTape] = [known.runs.at(-1)?.at(-1), tapeOf(exchange, instrument).at(-1)];
    return last === lastOfTape ? undefined : `${what} ends with ${last} for ${lastOfTape}`;
  }
  if (known._tag === 'Orders' && probe !== undefined && !known.heard.has(probe))
    return `${what} has not heard of order ${probe}`;
  return undefined;
};

/** The first trade that a consumer was not told of between two that it was, or was told of and there is not. */
export const holeInTrades = (exchange: Exchange, { known, instrument }: Consumer): string | undefined => {
  const seen = known();
  if (seen._tag !== 'Trades') return undefined;
  const tape = tapeOf(exchange, instrument);
  for (const run of seen.runs) {
    const from = tape.indexOf(run[0] ?? Number.NaN);
    const wrong = from < 0 ? -1 : run.findIndex((id, index) => tape[from + index] !== id);
    if (wrong >= 0) return `${run[wrong]} where the tape has ${tape[from + wrong]}`;
  }
  return undefined;
};
