import type { Bar } from '../../market/bars/bar.ts';
import type { Bars } from '../../market/bars/bars.ts';
import { barLengthText } from '../barLength.ts';
import type { Frame, Scene } from '../watch/scene.ts';
import { candles, type Range, rangeOf } from './candles.ts';
import { clockText } from './clockText.ts';
import { aligned, widthOf } from './fitted.ts';
import { header, trustSpan } from './header.ts';
import type { Line, Span } from './line.ts';
import { type Writer, writerOf } from './writerOf.ts';

/** Bars that are watched. */
export interface BarsScene extends Scene {
  /** How long they are, in seconds. */
  readonly length: number;
  /** Absent until the instrument is known. */
  readonly bars?: Bars;
}

const heights = ' ▁▂▃▄▅▆▇█';
const lowest = 3;

/** When a bar begins, as far as its length lets that matter. */
export const beginText = ({ begin }: Bar, length: number): string =>
  length < 86_400 ? clockText(begin).slice(0, 5) : new Date(begin).toISOString().slice(0, 10);

/** One bar in spans. */
export const barSpans = (bar: Bar, { price, quantity }: Writer): Line => {
  const { open, high, low, close, volume } = bar;
  const change = open === 0 ? 0 : ((close - open) / open) * 100;
  const style = bar.isIdle ? 'faint' : close < open ? 'down' : 'up';
  return [
    ['open ', 'faint'],
    [price(open)],
    ['  high ', 'faint'],
    [price(high)],
    ['  low ', 'faint'],
    [price(low)],
    ['  close ', 'faint'],
    [price(close), style],
    [`  ${change < 0 ? '' : '+'}${change.toFixed(2)}%`, style],
    ['  volume ', 'faint'],
    [quantity(volume)],
  ];
};

/** The prices beside a chart: at the top, at the bottom, and every fourth line between. */
const axis = ({ low, high }: Range, height: number, { price }: Writer): readonly string[] =>
  Array.from({ length: height }, (_, row) => {
    const value = high - ((high - low) * row) / Math.max(1, height - 1);
    const isMarked = row === 0 || row === height - 1 || (row % 4 === 0 && row < height - 2);
    return isMarked ? price(Number(value.toPrecision(8))) : '';
  });

const volumes = (bars: readonly Bar[]): Line => {
  const most = Math.max(...bars.map(({ volume }) => volume), 0);
  return bars.map(({ volume, close, open }): Span => {
    const height = most === 0 ? 0 : Math.ceil((volume / most) * 8);
    return [heights[height] ?? ' ', close < open ? 'downBar' : 'upBar'];
  });
};

/** The times below a chart: every so many columns that of the bar there. */
const times = (bars: readonly Bar[], length: number): Line => {
  const text = bars.reduce((line, bar, at) => {
    const label = beginText(bar, length);
    const hasRoom = at % 15 === 0 && line.length <= at && at + label.length <= bars.length;
    return hasRoom ? line.padEnd(at) + label : line;
  }, '');
  return [[text, 'faint']];
};

const chart = (all: readonly Bar[], length: number, writer: Writer, frame: Frame): readonly Line[] => {
  const height = Math.max(lowest, frame.rows - 8);
  const width = Math.max(...axis(rangeOf(all), height, writer).map(widthOf)) + 1;
  const bars = all.slice(-Math.max(1, frame.columns - width - 1));
  const range = rangeOf(bars);
  const marks = axis(range, height, writer);
  const indent: Span = [' '.repeat(width + 1)];
  return [
    ...candles(bars, range, height).map((line, row) => [
      [`${aligned(marks[row] ?? '', width)} `, 'faint'] as const,
      ...line,
    ]),
    [indent, ...volumes(bars)],
    [indent, ...times(bars, length)],
  ];
};

const more = ({ bars, gaps, revised }: Bars): readonly Span[] => [
  [`  bars ${bars.length}`, 'faint'],
  gaps.length === 0 ? [''] : [`  gaps ${gaps.length}`, 'notice'],
  revised === 0 ? [''] : [`  revised ${revised}`, 'notice'],
];

/** Bars as a chart of candles with their volumes below, and the last of them in figures. */
export const barsLines = (scene: BarsScene, frame: Frame): readonly Line[] => {
  const { bars, instrument, url, link, subject, length } = scene;
  const writer = writerOf(instrument);
  const last = bars?.bars.at(-1);
  return [
    ...header({
      ...{ title: `${instrument?.Symbol ?? subject} bars of ${barLengthText(length)}`, url, link },
      ...{ now: frame.now, mark: trustSpan(bars), more: bars === undefined ? [] : more(bars) },
    }),
    ...(bars === undefined || last === undefined
      ? [[['no bars yet', 'faint']] as const]
      : [barSpans(last, writer), [], ...chart(bars.bars, length, writer, frame)]),
  ];
};
