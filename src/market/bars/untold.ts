import { defer, map, type MonoTypeOperatorFunction, type Observable } from 'rxjs';
import type { Bar } from './bar.ts';

/** Of bars that are told what this looks at. */
interface Told {
  readonly status: string;
  readonly bars: readonly Bar[];
  readonly changed: readonly Bar[];
}

/** Of what has changed since bars were live. */
type Begins = ReadonlySet<number>;

const nothing: Begins = new Set();

const carry = <B extends Told>(begins: Begins, bars: B): readonly [told: B, begins: Begins] => {
  const { status, changed } = bars;
  if (status !== 'live') return [bars, new Set([...begins, ...changed.map(({ begin }) => begin)])];
  if (begins.size === 0) return [bars, nothing];
  const isNews = (bar: Bar): boolean => begins.has(bar.begin) || changed.includes(bar);
  return [{ ...bars, changed: bars.bars.filter(isNews) }, nothing];
};

/**
 * Has what changed while bars were not live be in `changed` of the next live ones once more: who lets through live bars
 * alone misses none.
 */
export const withUntold =
  <B extends Told>(): MonoTypeOperatorFunction<B> =>
  (bars$: Observable<B>) =>
    defer(() => {
      let begins = nothing;
      return bars$.pipe(
        map((bars) => {
          const [told, carried] = carry(begins, bars);
          begins = carried;
          return told;
        }),
      );
    });
