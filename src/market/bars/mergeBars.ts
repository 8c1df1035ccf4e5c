import { type Bar, idleAt, isSameBar, isSameTrade, isUnpriced } from './bar.ts';

/** Bars after a merge, the oldest first. */
export interface Merged {
  readonly bars: readonly Bar[];
  /** Those that are new, or other than before. */
  readonly changed: readonly Bar[];
  /** How many that had been final have changed in what was traded. */
  readonly revised: number;
}

/** What was said of a bar, and what is said now: a final one is not told again for the sake of its bid and ask. */
const succeed = (old: Bar, bar: Bar): Bar => {
  if (old.isFinal && isSameTrade(old, bar)) return old;
  return { ...bar, isFinal: old.isFinal };
};

/** An idle bar without prices stands at the close before it. */
const priced = (bar: Bar, before: Bar | undefined): Bar =>
  isUnpriced(bar) && before !== undefined ? idleAt(bar, before.close) : bar;

/** Puts one bar in its place and returns that. */
const put = (list: Bar[], bar: Bar): number => {
  const at = list.findLastIndex(({ begin }) => begin <= bar.begin);
  const found = list[at];
  const hasOld = found?.begin === bar.begin;
  const ready = priced(bar, list[hasOld ? at - 1 : at]);
  if (hasOld) list[at] = succeed(found, ready);
  else list.splice(at + 1, 0, ready);
  return hasOld ? at : at + 1;
};

/** From a place on: prices for those that were idle before any price was known, and final is what a later bar has come to. */
const settle = (list: Bar[], from: number, latest: number): void => {
  for (let at = from; at < list.length; at += 1) {
    const bar = list[at];
    if (bar === undefined) return;
    const ready = priced(bar, list[at - 1]);
    const isFinal = ready.isFinal || bar.begin < latest;
    list[at] = ready.isFinal === isFinal ? ready : { ...ready, isFinal };
  }
};

/** From where on a merge may have changed anything, once the first of the news stands at a place. */
const firstChange = (list: readonly Bar[], first: number): number => {
  const going = list.findIndex(({ isFinal }) => !isFinal);
  return going === -1 ? first : Math.min(first, going);
};

const byBegin = (bars: readonly Bar[]): ReadonlyMap<number, Bar> =>
  new Map(bars.map((bar) => [bar.begin, bar]));

/**
 * The bars with newer news of some of them: a bar of equal begin takes the place of the earlier one, and nothing is
 * added up. Whatever lies before the latest of the news is final. What comes after a bar of a wrong time, far ahead, is not
 * final for that.
 */
export const mergeBars = (bars: readonly Bar[], news: readonly Bar[]): Merged => {
  const list = [...bars];
  const first = news.reduce((least, bar) => Math.min(least, put(list, bar)), Infinity);
  if (first === Infinity) return { bars, changed: [], revised: 0 };
  const from = firstChange(list, first);
  const latest = news.reduce((most, { begin }) => Math.max(most, begin), -Infinity);
  settle(list, from, latest);

  const before = byBegin(
    bars.slice(
      Math.max(
        0,
        bars.findLastIndex(({ begin }) => begin <= (list[from]?.begin ?? 0)),
      ),
    ),
  );
  const changed = list.slice(from).filter((bar) => {
    const old = before.get(bar.begin);
    return old === undefined || !isSameBar(old, bar);
  });
  const revised = changed.filter((bar) => {
    const old = before.get(bar.begin);
    return old?.isFinal === true && !isSameTrade(old, bar);
  });
  return { bars: list, changed, revised: revised.length };
};
