import { defer, map, type MonoTypeOperatorFunction, type Observable } from 'rxjs';
import type { Bar } from './bar.ts';
import type { Gap } from './gap.ts';

/** Of bars that are told what this looks at. */
interface Told {
  readonly bars: readonly Bar[];
  readonly gaps: readonly Gap[];
}

/** What was told: the end of the last final bar, and what was skipped before the first bar. */
interface Seen {
  readonly end?: number | undefined;
  readonly gap?: Gap | undefined;
}

/** The gap as it is while its end is there; older bars may have come into it. */
const left = (gap: Gap | undefined, { begin }: Bar): Gap | undefined =>
  gap !== undefined && begin <= gap.to && begin > gap.from ? { from: gap.from, to: begin } : undefined;

const after = ({ end, gap }: Seen, bars: readonly Bar[]): Seen => {
  const [first] = bars;
  // Nothing is known of another instrument.
  if (first === undefined) return {};
  const isSkipped = end !== undefined && first.begin > end;
  return {
    end: bars.findLast(({ isFinal }) => isFinal)?.end ?? first.begin,
    gap: isSkipped ? { from: end, to: first.begin } : left(gap, first),
  };
};

/**
 * Has `gaps` begin with the time between the last final bar that was told and the first one now, where a loss was longer
 * than what is kept: the exchange may have bars there.
 */
export const withSkipped =
  <B extends Told>(): MonoTypeOperatorFunction<B> =>
  (bars$: Observable<B>) =>
    defer(() => {
      let seen: Seen = {};
      return bars$.pipe(
        map((told) => {
          seen = after(seen, told.bars);
          return seen.gap === undefined ? told : { ...told, gaps: [seen.gap, ...told.gaps] };
        }),
      );
    });
