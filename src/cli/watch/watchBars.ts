import { map, type Observable } from 'rxjs';
import type { Connection } from '../../connection/connection.ts';
import type { Bar } from '../../market/bars/bar.ts';
import { type Bars, bars$ } from '../../market/bars/bars.ts';
import { barsLines, type BarsScene, barSpans, beginText } from '../view/barsLines.ts';
import { trustSpan } from '../view/header.ts';
import type { Line } from '../view/line.ts';
import { writerOf } from '../view/writerOf.ts';
import { changesOf } from './changesOf.ts';
import { type Show, shown } from './shown.ts';
import { unlessFailed } from './unlessFailed.ts';
import type { CommonChange, Watchable } from './watchable.ts';

/** Bars have changed, or how far they can be trusted. */
export interface BarsChange {
  readonly _tag: 'Bars';
  readonly bars: Bars;
}

/** How many bars of the past are asked for: as many as a wide screen shows. */
const history = 300;

const barLine = (bar: Bar, { length, instrument }: BarsScene): Line => [
  [`${beginText(bar, length)}  `, 'faint'],
  ...barSpans(bar, writerOf(instrument)),
  [bar.isFinal ? '' : '  in progress', 'faint'],
];

const statusLines = (scene: BarsScene, before: BarsScene): readonly Line[] =>
  scene.bars !== undefined && scene.bars.status !== before.bars?.status ? [[trustSpan(scene.bars)]] : [];

const recordOf = (bar: Bar, { status, Interval }: Bars, symbol: string | undefined): object => {
  const { begin, end, open, high, low, close, volume, isFinal } = bar;
  return {
    ...{ type: 'bar', symbol, interval: Interval, status, begin, end },
    ...{ open, high, low, close, volume, isFinal },
  };
};

/** How bars of a length in seconds are watched. */
export const barsWatchable = (
  url: string,
  subject: string,
  length: number,
): Watchable<BarsChange, BarsScene> => ({
  first: { url, subject, length },
  next: (scene, { bars }) => ({ ...scene, bars }),
  lines: barsLines,
  told: ({ bars }, scene, before) => [
    ...statusLines(scene, before),
    ...bars.changed.map((bar) => barLine(bar, scene)),
  ],
  records: ({ bars }, { instrument }, before) => [
    ...(bars.status === before.bars?.status
      ? []
      : [{ type: 'status', at: bars.since, symbol: instrument?.Symbol, status: bars.status }]),
    ...bars.changed.map((bar) => recordOf(bar, bars, instrument?.Symbol)),
  ],
});

/** What changes in the bars of a symbol, of a length in seconds; see {@link changesOf}. */
export const barsChange$ = (
  connection: Connection,
  symbol: string,
  length: number,
): Observable<BarsChange | CommonChange> =>
  changesOf(connection, symbol, ({ Symbol }) =>
    bars$(connection, { Symbol, Interval: length, history, gaps: 'mark' }).pipe(
      unlessFailed,
      map((bars): BarsChange => ({ _tag: 'Bars', bars })),
    ),
  );

/** Watches the bars of a symbol, of a length in seconds. */
export const watchBars = (connection: Connection, url: string, symbol: string, length: number): Show =>
  shown(barsChange$(connection, symbol, length), barsWatchable(url, symbol, length));
