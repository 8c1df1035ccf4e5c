import { type ClientError, type Connection, error$ } from 'notbank-rx';
import {
  combineLatest,
  interval,
  map,
  merge,
  mergeMap,
  type Observable,
  scan,
  share,
  startWith,
  tap,
} from 'rxjs';
import { badge } from './badge.ts';
import { place } from './element.ts';
import { type History, withMoment } from './history.ts';
import { journal } from './journal.ts';
import type { Moment } from './moment.ts';
import { timeline } from './timeline.ts';

/** Something that says how well it is. */
export interface Track {
  readonly name: string;
  /** Where its badge is. */
  readonly badge: string;
  readonly moment$: Observable<Moment>;
}

const shown$ = ({ name, badge: selector, moment$ }: Track): Observable<readonly [string, Moment]> =>
  moment$.pipe(
    tap(badge(place(selector, HTMLElement))),
    map((moment) => [name, moment] as const),
  );

const timeline$ = (
  tracks: readonly Track[],
  said$: Observable<readonly [string, Moment]>,
): Observable<unknown> => {
  const draw = timeline(place('#timeline', HTMLElement));
  const empty: History = new Map(tracks.map(({ name }) => [name, []]));
  const history$ = said$.pipe(scan((history, [name, moment]) => withMoment(history, name, moment), empty));
  return combineLatest([history$, interval(500).pipe(startWith(0))]).pipe(
    tap(([history]) => draw(history, Date.now())),
  );
};

/** What a track says in the journal: its name and what is wrong, or all of what the connection says. */
const lines = ([name, moment]: readonly [string, Moment]): readonly Moment[] => {
  if (name === 'link') return [moment];
  return moment.tone === 'bad' ? [{ ...moment, says: `${name}: ${moment.says}` }] : [];
};

const momentOf = (error: ClientError): Moment => ({ at: Date.now(), tone: 'bad', says: error.message });

/**
 * The connection, told in three ways: badges that say how it is, strips of the last two minutes, and a journal.
 *
 * @param note$ What else belongs into the journal.
 */
export const connectionPanel$ = (
  client: Connection,
  tracks: readonly Track[],
  note$: Observable<Moment>,
): Observable<unknown> => {
  const said$ = merge(...tracks.map(shown$)).pipe(share());
  const errors$ = error$(client).pipe(map(momentOf));
  const journal$ = merge(said$.pipe(mergeMap(lines)), errors$, note$);
  return merge(timeline$(tracks, said$), journal$.pipe(tap(journal(place('#journal', HTMLElement)))));
};
