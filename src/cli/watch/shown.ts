import {
  combineLatest,
  defer,
  finalize,
  ignoreElements,
  map,
  type Observable,
  of,
  scan,
  tap,
  timer,
} from 'rxjs';
import { wallNow } from '../../clock.ts';
import { causeIn } from '../../connection/state.ts';
import { beside } from '../beside.ts';
import { drawn$, type Picture } from '../drawn.ts';
import { jsonLine } from '../jsonLine.ts';
import type { Screen, Terminal } from '../terminal.ts';
import { blank, type Line } from '../view/line.ts';
import { linkWords } from '../view/linkWords.ts';
import { painter } from '../view/painted.ts';
import type { Link } from './link.ts';
import type { Scene } from './scene.ts';
import type { CommonChange, Watchable } from './watchable.ts';

interface Tagged {
  readonly _tag: string;
}

/** A change, with the scene before it and the one that it has made. */
interface Step<C, S> {
  readonly change: C | CommonChange;
  readonly before: S;
  readonly scene: S;
}

/** How often a screen is drawn afresh where nothing changes but the time, in milliseconds. */
const tick = 500;

const isCommon = (change: Tagged): change is CommonChange =>
  change._tag === 'Link' || change._tag === 'Instrument';

const nextScene = <C extends Tagged, S extends Scene>(
  { next }: Watchable<C, S>,
  scene: S,
  change: C | CommonChange,
): S => {
  if (!isCommon(change)) return next(scene, change);
  return change._tag === 'Link'
    ? { ...scene, link: change.link }
    : { ...scene, instrument: change.instrument };
};

const steps$ = <C extends Tagged, S extends Scene>(
  change$: Observable<C | CommonChange>,
  watchable: Watchable<C, S>,
): Observable<Step<C, S>> =>
  change$.pipe(
    scan<C | CommonChange, Step<C, S>, Pick<Step<C, S>, 'scene'>>(
      ({ scene: before }, change) => ({ change, before, scene: nextScene(watchable, before, change) }),
      { scene: watchable.first },
    ),
  );

const linkRecord = ({ state, since, reconnects }: Link): object => {
  const cause = causeIn(state)?.message;
  return { type: 'link', at: since, state: state._tag, reconnects, ...(cause !== undefined && { cause }) };
};

/** What tells steps on a terminal, and the last scene once they are over. */
interface Teller<C, S> {
  readonly steps: (step$: Observable<Step<C, S>>) => Observable<unknown>;
  readonly end: (scene: S) => void;
}

/** Prints every change as JSON, a line each. */
const asJson = <C extends Tagged, S extends Scene>(
  { records, summary }: Watchable<C, S>,
  { out }: Terminal,
): Teller<C, S> => {
  const recordsOf = ({ change, scene, before }: Step<C, S>): readonly object[] => {
    if (!isCommon(change)) return records(change, scene, before);
    return change._tag === 'Link' ? [linkRecord(change.link)] : [];
  };
  return {
    steps: tap((step) => recordsOf(step).forEach((record) => out(jsonLine(record)))),
    end: (scene) => summary && out(jsonLine(summary.record(scene))),
  };
};

/** Prints every change in lines; where the connection stands is told beside the results, as logs are. */
const asLines = <C extends Tagged, S extends Scene>(
  { told, summary }: Watchable<C, S>,
  { out, error, isColoured }: Terminal,
): Teller<C, S> => {
  const paint = painter(isColoured);
  return {
    steps: tap(({ change, scene, before }) => {
      if (!isCommon(change)) told(change, scene, before).forEach((line) => out(paint(line)));
      else if (change._tag === 'Link') error(linkWords(change.link));
    }),
    end: (scene) => summary?.lines(scene).forEach((line) => out(paint(line))),
  };
};

/** What stands at the foot of a screen of so many columns. */
export type Footer = (columns: number) => readonly Line[];

const noFooter: Footer = () => [];

/** The lines with those of the foot at the lower edge. */
const withFoot = (lines: readonly Line[], foot: readonly Line[], rows: number): readonly Line[] => {
  if (foot.length === 0) return lines;
  const above = lines.slice(0, Math.max(0, rows - foot.length));
  return [...above, ...Array.from({ length: rows - foot.length - above.length }, () => blank), ...foot];
};

/** Draws the scene that the changes make; what is told at the end comes below, on the screen that was there before. */
const onScreen = <C extends Tagged, S extends Scene>(
  watchable: Watchable<C, S>,
  terminal: Terminal,
  screen: Screen,
  footer$: Observable<Footer>,
): Teller<C, S> => ({
  steps: (step$) => {
    const picture$ = step$.pipe(
      beside(combineLatest([footer$, timer(0, tick)])),
      map(([{ scene }, [footer]]): Picture => (size) => {
        const foot = footer(size.columns);
        const rows = size.rows - (foot.length === 0 ? 0 : foot.length + 1);
        return withFoot(watchable.lines(scene, { ...size, rows, now: wallNow() }), foot, size.rows);
      }),
    );
    return drawn$(picture$, screen, painter(terminal.isColoured));
  },
  end: asLines(watchable, terminal).end,
});

const tellerOf = <C extends Tagged, S extends Scene>(
  watchable: Watchable<C, S>,
  terminal: Terminal,
  manner: Manner,
  footer$: Observable<Footer>,
): Teller<C, S> => {
  if (manner === 'json') return asJson(watchable, terminal);
  return manner === 'screen' && terminal.screen !== undefined
    ? onScreen(watchable, terminal, terminal.screen, footer$)
    : asLines(watchable, terminal);
};

/** How a watch is told: drawn on a screen, in lines, or as JSON. Where there is no screen, it is lines. */
export type Manner = 'screen' | 'lines' | 'json';

/**
 * Tells a watch on a terminal until it ends, as it ends; emits nothing. When it ends or is unsubscribed from, the screen is
 * given back, then what it came to is told.
 *
 * @param footer$ what stands at the foot of a screen; it should emit at once. @default nothing
 */
export type Show = (terminal: Terminal, manner: Manner, footer$?: Observable<Footer>) => Observable<never>;

/** How changes are told. */
export const shown =
  <C extends Tagged, S extends Scene>(
    change$: Observable<C | CommonChange>,
    watchable: Watchable<C, S>,
  ): Show =>
  (terminal, manner, footer$ = of(noFooter)) =>
    defer(() => {
      const { steps, end } = tellerOf(watchable, terminal, manner, footer$);
      let last = watchable.first;
      return steps(steps$(change$, watchable).pipe(tap(({ scene }) => (last = scene)))).pipe(
        ignoreElements(),
        // Behind the drawing: that has given the screen back by then.
        finalize(() => end(last)),
      );
    });
