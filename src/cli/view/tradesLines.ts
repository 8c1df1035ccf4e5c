import type { Trade, TradeGap } from '../../market/trades/trade.ts';
import type { Frame, Scene } from '../watch/scene.ts';
import { bar } from './bar.ts';
import { clockText } from './clockText.ts';
import { header, linkSpan } from './header.ts';
import type { Line, Span, Style } from './line.ts';
import { numberText } from './numberText.ts';
import { table } from './table.ts';
import { type Writer, writerOf } from './writerOf.ts';

/** A trade, and whether its price is above or below that of the one before. */
export interface Print {
  readonly _tag: 'Trade';
  readonly trade: Trade;
  readonly direction: 'up' | 'down' | 'same';
}

/** Trades that are watched. */
export interface TradesScene extends Scene {
  /** The oldest first; gaps stand where trades are missing. */
  readonly tape: readonly (Print | TradeGap)[];
}

const longestBar = 30;
const arrows = { up: ['▲', 'up'], down: ['▼', 'down'], same: ['·', 'faint'] } as const;

/** Which way a trade goes, after those before it. */
export const directionOf = (tape: TradesScene['tape'], price: number): Print['direction'] => {
  const before = tape.findLast((item) => item._tag === 'Trade');
  if (before === undefined) return 'same';
  const { Price } = before.trade;
  return price > Number(Price) ? 'up' : price < Number(Price) ? 'down' : 'same';
};

const sideOf = ({ TakerSide }: Trade): readonly [word: string, style: Style] =>
  TakerSide === 0 ? ['bought', 'up'] : TakerSide === 1 ? ['sold', 'down'] : [String(TakerSide), 'faint'];

/** A trade in spans: when, which way, at which price, how much, who took. */
export const printSpans = ({ trade, direction }: Print, { price, quantity }: Writer): Line => {
  const [arrow, style] = arrows[direction];
  return [
    [clockText(trade.TradeTime), 'faint'],
    [arrow, style],
    [price(Number(trade.Price)), direction === 'same' ? undefined : style],
    [quantity(Number(trade.Quantity))],
    sideOf(trade),
  ];
};

/** What stands in the place of trades that are missing. */
export const gapSpan = ({ from, to }: TradeGap): Span => [
  `trades between ${from} and ${to} are missing`,
  'notice',
];

const tradesIn = (tape: TradesScene['tape']): readonly Print[] =>
  tape.filter((item): item is Print => item._tag === 'Trade');

const summary = (prints: readonly Print[], { price }: Writer): Line => {
  if (prints.length === 0) return [['no trades yet', 'faint']];
  const prices = prints.map(({ trade }) => Number(trade.Price));
  const volume = prints.reduce((sum, { trade }) => sum + Number(trade.Quantity), 0);
  const value = prints.reduce((sum, { trade }) => sum + Number(trade.Quantity) * Number(trade.Price), 0);
  return [
    [`last ${prints.length}: `, 'faint'],
    [`low ${price(Math.min(...prices))}  high ${price(Math.max(...prices))}  `],
    [`vwap ${numberText(value / volume, 2)}  volume ${numberText(volume)}`],
  ];
};

const barOf = (item: Print | TradeGap, most: number, width: number): Span =>
  item._tag === 'Gap'
    ? ['']
    : [
        bar(Number(item.trade.Quantity) / most, width),
        sideOf(item.trade)[1] === 'down' ? 'downBar' : 'upBar',
      ];

/** Trades as a tape, the newest on top, with bars as long as they are large; what they come to stands above. */
export const tradesLines = (scene: TradesScene, { now, columns, rows }: Frame): readonly Line[] => {
  const { tape, instrument, url, link, subject } = scene;
  const writer = writerOf(instrument);
  const shown = tape.slice(-Math.max(1, rows - 5)).reverse();
  const most = Math.max(...tradesIn(shown).map(({ trade }) => Number(trade.Quantity)), 0);
  const width = Math.min(longestBar, Math.max(0, columns - 50));
  const cells = table(
    shown.map((item) => (item._tag === 'Gap' ? [] : printSpans(item, writer))),
    ['left', 'left', 'right', 'right', 'left'],
  );
  return [
    ...header({ title: `${instrument?.Symbol ?? subject} trades`, url, now, link, mark: linkSpan(link) }),
    summary(tradesIn(tape), writer),
    [],
    ...shown.map((item, at) =>
      item._tag === 'Gap'
        ? [gapSpan(item)]
        : [...(cells[at] ?? []), ['  '] as const, barOf(item, most, width)],
    ),
  ];
};
