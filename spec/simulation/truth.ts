import type { Exchange } from '../../src/simulator/index.ts';
import type { Followable } from './scenario.ts';
import { type Decimal, formatDecimal } from '../../src/simulator/market/decimal.ts';
import { accountUntruth } from './accountTruth.ts';
import type { Consumer, PlainBook } from './consumers/consumer.ts';

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

/** The best level of each side of a book: price and quantity. */
export const touchOf = (book: PlainBook): readonly (readonly unknown[])[] => {
  const levels = [...book].map(([level, quantity]) => [...level.split(' ').map(Number), quantity]);
  const best = (side: number, isBetter: (one: number, other: number) => boolean): readonly unknown[] => {
    let [price, quantity]: readonly (number | undefined)[] = [];
    for (const [on, at = 0, size] of levels)
      if (on === side && (price === undefined || isBetter(at, price))) [price, quantity] = [at, size];
    return [price, quantity];
  };
  return [best(0, (one, other) => one > other), best(1, (one, other) => one < other)];
};

/** The best bid and the best ask at the exchange; 0 for a side that is empty. */
export const bestAt = (exchange: Exchange, instrument: number): readonly [bid: number, ask: number] => {
  const { BestBid, BestOffer } = rightOf(exchange.market.level1(instrument));
  return [numberOf(BestBid), numberOf(BestOffer)];
};

/** The ids of the public trades of an instrument, as many as are kept. */
const tapeOf = (exchange: Exchange, instrument: number): readonly number[] =>
  rightOf(exchange.market.trades(instrument, 10_000)).map((row) => row[0]);

/** Of these there is nothing to compare. */
const knowsNothing: readonly Followable[] = ['tradeMessages', 'lifeOf'];

/** What a consumer knows wrongly, once all should be well; nothing where it is right. */
export const untruth = (
  exchange: Exchange,
  consumer: Consumer,
  account: number | undefined,
  probe: number | undefined,
): string | undefined => {
  const known = consumer.known();
  const { what, instrument } = consumer;
  if (known._tag === 'Nothing') return knowsNothing.includes(what) ? undefined : `${what} knows nothing`;
  if ('isLive' in known && !known.isLive) return `${what} is not live`;
  if (known._tag === 'Book') {
    const [ours, theirs] = [known.book(), bookOf(exchange, instrument)];
    return isSameBook(ours, theirs) ? undefined : `${what} ${differenceOf(ours, theirs)}`;
  }
  if (known._tag === 'Touch') {
    const best = touchOf(bookOf(exchange, instrument));
    return String(best) === String(known.levels)
      ? undefined
      : `${what} ${String(known.levels)} for ${String(best)}`;
  }
  if (known._tag === 'Account' && account !== undefined) {
    const why = accountUntruth(exchange, account, known.of, known.rows());
    return why === undefined ? undefined : `${what} ${why}`;
  }
  if (known._tag === 'Summary') {
    const best = bestAt(exchange, instrument);
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
