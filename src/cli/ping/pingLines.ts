import { bar } from '../view/bar.ts';
import { aligned } from '../view/fitted.ts';
import { header, linkSpan } from '../view/header.ts';
import type { Line } from '../view/line.ts';
import type { Frame, Scene } from '../watch/scene.ts';
import { type Bin, binsOf, type Latency, latencyOf } from './latency.ts';

/** Pings that are under way. */
export interface PingScene extends Scene {
  /** How long the answered ones took, in milliseconds, the oldest first. */
  readonly samples: readonly number[];
  /** How many had no answer. */
  readonly missed: number;
}

const most = 12;
const longestBar = 60;

/** A latency in milliseconds, to three digits. */
export const msText = (ms: number): string =>
  Number.isNaN(ms) ? '-' : ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms.toFixed(2);

const binLine = ({ from, to, count }: Bin, highest: number, width: number): Line => [
  [`${aligned(msText(from), 7)} to ${aligned(msText(to), 6)} ms `, 'faint'],
  [aligned(count === 0 ? '' : String(count), 6)],
  ['  '],
  [bar(count / highest, width), 'accent'],
];

const figures = ({ min, median, p90, p99, max }: Latency): Line =>
  Object.entries({ min, median, p90, p99, max }).flatMap(([name, ms]): Line => [
    [`${name} `, 'faint'],
    [msText(ms), name === 'median' ? 'accent' : undefined],
    ['  '],
  ]);

/** How many were answered, and what these took. */
export const pingSummary = ({ samples, missed }: PingScene): readonly Line[] => [
  [
    [`${samples.length} answered`],
    [`, ${missed} not`, missed === 0 ? 'faint' : 'down'],
    ['; in milliseconds:', 'faint'],
  ],
  figures(latencyOf(samples)),
];

/** Latencies as a histogram, with what they come to above. */
export const pingLines = (scene: PingScene, { now, columns, rows }: Frame): readonly Line[] => {
  const { samples, url, link } = scene;
  const bins = binsOf(samples, Math.max(1, Math.min(most, rows - 7)));
  const highest = Math.max(...bins.map(({ count }) => count), 0);
  const width = Math.min(longestBar, Math.max(0, columns - 34));
  return [
    ...header({ title: 'round trips', url, now, link, mark: linkSpan(link) }),
    ...pingSummary(scene),
    [],
    ...bins.map((bin) => binLine(bin, highest, width)),
  ];
};
