import type { BookView } from '../../book/view.ts';
import type { Level } from '../../book/Level.ts';
import type { OrderBookView } from '../../market/book/orderBook.ts';
import type { Frame, Scene } from '../watch/scene.ts';
import { bar } from './bar.ts';
import { aligned, widthOf } from './fitted.ts';
import { header, trustSpan } from './header.ts';
import { blank, type Line, type Span } from './line.ts';
import { numberText } from './numberText.ts';
import { type Writer, writerOf } from './writerOf.ts';

/** A book that is watched. */
export interface BookScene extends Scene {
  /** Absent until the instrument is known. */
  readonly book?: OrderBookView;
}

/** A rung of the ladder: a level in texts, and what stands at it and at all better ones. */
interface Rung {
  readonly price: string;
  readonly quantity: string;
  readonly total: number;
  readonly totalText: string;
}

const longestBar = 48;
const headings = { price: 'price', quantity: 'quantity', total: 'total' } as const;

const rungsOf = (levels: readonly Level[], writer: Writer): readonly Rung[] => {
  let total = 0;
  return levels.map(({ price, quantity }) => {
    total += quantity;
    return {
      price: writer.price(price),
      quantity: writer.quantity(quantity),
      total,
      totalText: writer.quantity(Number(total.toFixed(8))),
    };
  });
};

/** How wide the columns of a ladder are; the bars get the rest. */
interface Widths {
  readonly price: number;
  readonly quantity: number;
  readonly total: number;
  readonly bar: number;
  /** What the longest bar stands for. */
  readonly most: number;
}

const widthsOf = (rungs: readonly Rung[], columns: number): Widths => {
  const widest = (heading: string, texts: readonly string[]): number =>
    Math.max(...[heading, ...texts].map(widthOf)) + 2;
  const price = widest(
    headings.price,
    rungs.map((rung) => rung.price),
  );
  const quantity = widest(
    headings.quantity,
    rungs.map((rung) => rung.quantity),
  );
  const total = widest(
    headings.total,
    rungs.map(({ totalText }) => totalText),
  );
  const room = columns - price - quantity - total - 2;
  const most = Math.max(...rungs.map((rung) => rung.total), 0);
  return { price, quantity, total, bar: Math.min(longestBar, Math.max(0, room)), most };
};

const rungLine = (rung: Rung, widths: Widths, side: 'up' | 'down', isLive: boolean): Line => [
  [aligned(rung.price, widths.price), isLive ? side : 'faint'],
  [aligned(rung.quantity, widths.quantity), isLive ? undefined : 'faint'],
  [aligned(rung.totalText, widths.total), 'faint'],
  ['  '],
  [bar(rung.total / widths.most, widths.bar), side === 'up' ? 'upBar' : 'downBar'],
];

const headingLine = ({ price, quantity, total }: Widths): Line => [
  [aligned(headings.price, price) + aligned(headings.quantity, quantity), 'faint'],
  [aligned(headings.total, total), 'faint'],
];

/** A signed part as a percentage. */
const percent = (part: number): string => `${part < 0 ? '' : '+'}${Math.round(part * 100)}%`;

/** What lies between the sides, at the place of the prices. */
const middleLine = (book: BookView | undefined, depth: number, writer: Writer, width: number): Line => {
  const { spread, mid } = book ?? {};
  if (book === undefined || spread === undefined || mid === undefined)
    return [[aligned('-', width), 'faint']];
  const imbalance = book.imbalance(depth);
  return [
    [aligned(writer.price(mid), width), 'accent'],
    [`  mid   spread ${numberText(spread)} (${((spread / mid) * 10_000).toFixed(2)} bp)`, 'faint'],
    [imbalance === undefined ? '' : `   imbalance ${percent(imbalance)}`, 'faint'],
  ];
};

/** So that the middle stands still, a side with few levels is filled up with blank lines. */
const filler = (missing: number): readonly Line[] => Array.from({ length: missing }, () => blank);

const moreOf = (book: OrderBookView | undefined): readonly Span[] =>
  book === undefined
    ? []
    : [
        [`  snapshot ${book.epoch}`, 'faint'],
        book.repairs.done === 0 ? [''] : [`  repairs ${book.repairs.done}`, 'notice'],
      ];

/**
 * A book as a ladder: the asks above, the bids below, the best in the middle, and beside each price a bar as long as
 * what stands there and at all better ones. One that cannot be trusted now is faint.
 *
 * @param deepest how many levels a side there are at most; fewer where the screen is low
 */
export const bookLines = (scene: BookScene, frame: Frame, deepest: number): readonly Line[] => {
  const { book, instrument, url, link } = scene;
  const depth = Math.max(1, Math.min(deepest, Math.floor((frame.rows - 5) / 2)));
  const writer = writerOf(instrument);
  const { bids, asks } = book?.top(depth) ?? { bids: [], asks: [] };
  const sides = { bids: rungsOf(bids, writer), asks: rungsOf(asks, writer) };
  const widths = widthsOf([...sides.bids, ...sides.asks], frame.columns);
  const isLive = book?.status === 'live';
  const title = `${instrument?.Symbol ?? scene.subject} order book`;
  return [
    ...header({ title, url, now: frame.now, link, mark: trustSpan(book), more: moreOf(book) }),
    headingLine(widths),
    ...filler(depth - asks.length),
    ...sides.asks.map((rung) => rungLine(rung, widths, 'down', isLive)).reverse(),
    middleLine(book, depth, writer, widths.price),
    ...sides.bids.map((rung) => rungLine(rung, widths, 'up', isLive)),
  ];
};
