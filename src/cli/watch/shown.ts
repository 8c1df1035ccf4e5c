import { ignoreElements, map, type Observable, scan, tap, timer } from 'rxjs';
import { wallNow } from '../../clock.ts';
import { causeIn } from '../../connection/state.ts';
import { beside } from '../beside.ts';
import { drawn$, type Picture } from '../drawn.ts';
import { jsonLine } from '../jsonLine.ts';
import type { Screen, Terminal } from '../terminal.ts';
import type { Line } from '../view/line.ts';
import { linkWords } from '../view/linkWords.ts';
import { painter } from '../view/painted.ts';
import type { Link } from './link.ts';
import type { Scene } from './scene.ts';
import type { CommonChange, Watchable } from './watchable.ts';

interface Tagged {
  readonly _tag: string;
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

/** What the changes make, and what is to be said of each. */
const said$ = <C extends Tagged, S extends Scene, T>(
  change$: Observable<C | CommonChange>,
  watchable: Watchable<C, S>,
  say: (change: C | CommonChange, scene: S, before: S) => readonly T[],
): Observable<readonly T[]> =>
  change$.pipe(
    scan<C | CommonChange, { readonly scene: S; readonly said: readonly T[] }>(
      ({ scene: before }, change) => {
        const scene = nextScene(watchable, before, change);
        return { scene, said: say(change, scene, before) };
      },
      { scene: watchable.first, said: [] },
    ),
    map(({ said }) => said),
  );

const linkRecord = ({ state, since, reconnects }: Link): object => {
  const cause = causeIn(state)?.message;
  return { type: 'link', at: since, state: state._tag, reconnects, ...(cause !== undefined && { cause }) };
};

/** Prints every change as JSON, a line each. */
export const asJson$ = <C extends Tagged, S extends Scene>(
  change$: Observable<C | CommonChange>,
  watchable: Watchable<C, S>,
  { out }: Terminal,
): Observable<never> =>
  said$(change$, watchable, (change, scene, before) => {
    if (!isCommon(change)) return watchable.records(change, scene, before);
    return change._tag === 'Link' ? [linkRecord(change.link)] : [];
  }).pipe(
    tap((records) => records.forEach((record) => out(jsonLine(record)))),
    ignoreElements(),
  );

/** Prints every change in lines; where the connection stands is told beside the results, as logs are. */
export const asLines$ = <C extends Tagged, S extends Scene>(
  change$: Observable<C | CommonChange>,
  watchable: Watchable<C, S>,
  { out, error, isColoured }: Terminal,
): Observable<never> => {
  const paint = painter(isColoured);
  return said$<C, S, Line>(change$, watchable, (change, scene, before) => {
    if (!isCommon(change)) return watchable.told(change, scene, before);
    if (change._tag === 'Link') error(linkWords(change.link));
    return [];
  }).pipe(
    tap((lines) => lines.forEach((line) => out(paint(line)))),
    ignoreElements(),
  );
};

/** Draws the scene that the changes make, until they end. */
export const onScreen$ = <C extends Tagged, S extends Scene>(
  change$: Observable<C | CommonChange>,
  watchable: Watchable<C, S>,
  screen: Screen,
  isColoured: boolean,
): Observable<never> => {
  const scene$ = change$.pipe(
    scan((scene: S, change: C | CommonChange) => nextScene(watchable, scene, change), watchable.first),
  );
  const picture$ = scene$.pipe(
    beside(timer(0, tick)),
    map(
      ([scene]): Picture =>
        (size) =>
          watchable.lines(scene, { ...size, now: wallNow() }),
    ),
  );
  return drawn$(picture$, screen, painter(isColoured));
};

/** How a watch is told: drawn on a screen, in lines, or as JSON. */
export type Manner = 'screen' | 'lines' | 'json';

/** Tells a watch on a terminal until it ends, as it ends; emits nothing. Unsubscribing gives a screen back. */
export type Show = (terminal: Terminal, manner: Manner) => Observable<never>;

/** How changes are told; where there is no screen, in lines. */
export const shown =
  <C extends Tagged, S extends Scene>(
    change$: Observable<C | CommonChange>,
    watchable: Watchable<C, S>,
  ): Show =>
  (terminal, manner) => {
    if (manner === 'json') return asJson$(change$, watchable, terminal);
    return manner === 'screen' && terminal.screen !== undefined
      ? onScreen$(change$, watchable, terminal.screen, terminal.isColoured)
      : asLines$(change$, watchable, terminal);
  };
